import { hashPassword } from 'better-auth/crypto';
import { Evidence, EvidenceKind, EvidenceSource } from '../src/people/evidence.ts';
import { Expertise, ExpertiseLevel } from '../src/people/expertise.ts';
import { Account, Person, Session } from '../src/people/person.ts';
import { Profile } from '../src/people/profile.ts';
import { newId } from '../src/platform/ids.ts';
import { AuditEntry } from '../src/platform/audit.ts';
import { InboxItem } from '../src/platform/inbox.ts';
import { Draft } from '../src/discussions/draft.ts';
import { Discussion, DiscussionKind } from '../src/discussions/discussion.ts';
import { Reply } from '../src/discussions/reply.ts';
import { Report, ReportReason } from '../src/discussions/report.ts';
import { Reveal } from '../src/matching/reveal.ts';
import { Question } from '../src/requests/question.ts';
import { RequestState } from '../src/requests/request.states.ts';
import { Declaration } from '../src/responses/declaration.ts';
import { MoreTime } from '../src/responses/more-time.ts';
import { Engagement } from '../src/responses/engagement.ts';
import { Outcome } from '../src/responses/outcome.ts';
import { Response, ResponseAnswer } from '../src/responses/response.ts';
import { ResponseState } from '../src/responses/response.states.ts';
import { Group, GroupState, Privacy } from '../src/strands/group.ts';
import { Membership, MembershipRole, MembershipState } from '../src/strands/membership.ts';
import { Strand, StrandState } from '../src/strands/strand.ts';
import { cast } from './cast.ts';
import type { Actor } from './doors.ts';
import { hub } from './hub.ts';
import { programmes } from './requests.ts';
import { plansOver } from './scene-plans.ts';
import { requestIn } from './scene-requests.ts';

/**
 * Behind every door something private. Pemba belongs to nothing and is not verified; Meera and Kofi are in the private
 * group Country-list advisers, Kofi leads it and the confidential Whistle; Hana works for Health systems partnerships,
 * whose requests these are, and has revealed the names of the open one; Joss works for another programme; Ada runs the
 * hub. What Tendo answered is Hana’s to read.
 */
export async function doorsScene() {
  const all = await cast();
  const { health } = await programmes(all);
  const em = (await hub()).orm.em.fork();
  const find = (who: Person) => em.findOneOrFail(Person, { id: who.id });
  const [tendo, meera, kofi] = [await find(all.tendo), await find(all.meera), await find(all.kofi)];
  const [advisers, whistle] = await Promise.all(
    [all.advisers, all.whistle].map(({ id }) => em.findOneOrFail(Group, { id })),
  );
  if (!advisers || !whistle) throw new Error('The cast has lost its groups.');

  const silent = new Person('Silent Heron', 'silent@example.org', 'silent-heron');
  silent.suspendedAt = new Date();
  const waiter = new Person('Patient Egret', 'egret@example.org', 'patient-egret');
  waiter.waitingSince = new Date();
  em.persist(waiter);
  const list = new Discussion(advisers, kofi, 'The amber list', DiscussionKind.DISCUSSION);
  const opening = new Reply(list, kofi, 'Which countries have moved?');
  const hers = new Reply(list, meera, 'Two of them.');
  const asked = new Discussion(advisers, kofi, 'Which list is it?', DiscussionKind.QUESTION);
  const ended = new Discussion(advisers, kofi, 'Last year’s list', DiscussionKind.DISCUSSION);
  ended.close(kofi, 'Replaced.');
  const talk = [asked, new Reply(asked, kofi, 'The new one?'), ended, new Reply(ended, kofi, 'Still true?')];
  const answering = new Reply(asked, meera, 'The old one.');
  const waits = new Group('waits', 'Waits', 'For a yes.', Privacy.CONFIDENTIAL);
  waits.state = GroupState.PROPOSED;
  const asks = new Membership(whistle, tendo, MembershipState.REQUESTED);
  const proposer = new Membership(waits, tendo, MembershipState.ACTIVE, MembershipRole.LEAD);
  const report = new Report(answering, tendo, ReportReason.UNSAFE, '');
  em.persist([silent, list, opening, hers, ...talk, answering, report, waits, asks, proposer]);
  const ethical = new Strand(new Group('ethical', 'Ethical mobility', 'Fair ways.'), 2);
  const rested = new Strand(new Group('rested', 'Rested', 'For reading.'), 3);
  rested.state = StrandState.ARCHIVED;
  const deed = new AuditEntry({ actorId: all.ada.id, verb: 'changeRole', target: `person:${tendo.id}` });
  em.persist([ethical, rested, deed]);
  const news = new InboxItem({ personId: kofi.id, kind: 'ASKED_TO_JOIN', groupId: whistle.id });
  const knows = { name: 'Oxygen systems', level: ExpertiseLevel.EXPERIENCED, years: 9, lastUsed: 2025 };
  const expert = Object.assign(new Profile(kofi), { openToMatching: true });
  const did = { position: 1, kind: EvidenceKind.PROJECT, title: 'Two plants', body: '', day: null };
  const hersToo = new Evidence(meera, { ...did, source: EvidenceSource.OWN });
  em.persist(hersToo);
  em.persist(new Draft(kofi, 'discussion:begun', 'I began to say'));
  em.persist([news, expert, new Expertise(kofi, 1, { ...knows, evidence: null })]);

  const far = new Date(Date.now() + 86_400_000);
  const request = (state: RequestState) => requestIn(em, state, health.id, all.hana.id);
  const requests = Object.fromEntries(Object.values(RequestState).map((state) => [state, request(state)]));
  const of = (state: RequestState) => requests[state] ?? request(state);
  const answer = (state: RequestState, person: Person, to: ResponseState) => {
    const response = new Response(of(state), person, to);
    if (to !== ResponseState.INVITED) response.answer = ResponseAnswer.YES;
    const declared = { hasInterests: false, interests: '', confidentiality: true, employerConsent: true };
    em.persist([response, new Declaration(response, declared)]);
    return response;
  };
  const terms = { startsOn: null, endsOn: null, hours: 6, deliverables: 'A checklist.' };
  const invited = answer(RequestState.OPEN, meera, ResponseState.INVITED);
  const waiting = answer(RequestState.ASSESSING, tendo, ResponseState.SUBMITTED);
  const shortlisted = answer(RequestState.MATCHED, tendo, ResponseState.SHORTLISTED);
  const atWork = answer(RequestState.IN_PROGRESS, tendo, ResponseState.ENGAGED);
  const herAnswer = answer(RequestState.ASSESSING, meera, ResponseState.SUBMITTED);
  const herOffer = answer(RequestState.MATCHED, meera, ResponseState.OFFERED);
  const question = new Question(of(RequestState.OPEN), tendo, 'Is there a spare compressor?');
  const recorded = { result: 'A list.', usedHow: 'Daily.', changedWhat: 'Much.', lesson: '' };
  const moreTime = new MoreTime(of(RequestState.OPEN), tendo);
  em.persist([new Engagement(atWork, terms), new Engagement(herOffer, terms), question, moreTime]);
  em.persist(new Outcome(of(RequestState.DELIVERED), em.getReference(Person, all.hana.id), recorded));
  const session = Object.assign(new Session(), {
    id: newId(),
    userId: kofi.id,
    token: newId(),
    expiresAt: far,
  });
  em.persist(new Reveal(of(RequestState.OPEN), em.getReference(Person, all.hana.id)));
  em.persist([session, await passwordOf(kofi)]);
  const plans = plansOver(em, of(RequestState.OPEN), { by: all.hana, other: all.ada }, kofi);
  await em.flush();

  const people: Record<Actor, Person | null> = {
    stranger: null,
    outsider: all.pemba,
    member: all.meera,
    lead: all.kofi,
    staff: all.hana,
    otherStaff: all.joss,
    admin: all.ada,
  };
  const responses = { invited, waiting, shortlisted, atWork, herAnswer, herOffer };
  return {
    ...all,
    health,
    people,
    silent,
    waiter,
    evidence: hersToo,
    list,
    opening,
    hers,
    asked,
    ended,
    answering,
    waits,
    ethical,
    rested,
    news,
    question,
    session,
    requests: of,
    responses,
    plans,
  };
}

/** A way to sign in, which people made by hand do not have. */
export async function passwordOf({ id }: Person, password = 'correct horse battery'): Promise<Account> {
  const way = { id: newId(), accountId: id, providerId: 'credential', userId: id };
  return Object.assign(new Account(), { ...way, password: await hashPassword(password) });
}

export type Scene = Awaited<ReturnType<typeof doorsScene>>;
