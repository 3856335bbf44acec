import { as } from './as.ts';

const READ = `query ($id: ID!) { request(id: $id) { title summary state stateReason problem desiredOutcome sensitivity version
  programme { name viewerCan { postRequest } } owner { displayName isVerified } strands { slug } contributionTypes
  effortHours closesAt questionsCloseAt neededBy openedAt closesOn closesTime questionsCloseOn criteria { importance kind value level says }
  questions { body askedBy { displayName } } moves { from to reason by { displayName } }
  cursor { stream seq } staffCursor { stream seq }
  viewerCan { edit submit publish pause respond ask answer seeMatches cancel reopen } } }`;

export const read = async (person: Parameters<typeof as>[0], id: string) =>
  (await as(person).run(READ, { id })).request;
