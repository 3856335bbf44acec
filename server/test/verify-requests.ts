import type { News } from './verify-feed.ts';
import { isGone, type Page } from './verify-apply.ts';
import type { Part } from './verify-held.ts';
import type { Rule } from './verify-rules.ts';

const KINDS = ['request', 'brief', 'full', 'rest', 'mine', 'staff', 'can:request'];
const inRequest = (id: unknown) => (key: string, part: Part) =>
  KINDS.some((kind) => key === `${kind}:${id}`) || part.stream.startsWith(`request:${id}`);

const request: Rule = (page, { subject, subjectId: id, subjectVersion, stream }) => {
  if (isGone(subject)) return page.ask(inRequest(id));
  const before = page.held(`request:${id}`);
  if (!page.holds(`request:${id}`) || before.sensitivity !== subject.sensitivity) page.ask(inRequest(id));
  const { title, number, state, sensitivity, closesAt, questionsCloseAt, neededBy, version, programmeId } =
    subject;
  const listed = {
    title,
    number,
    state,
    sensitivity,
    closesAt,
    questionsCloseAt,
    neededBy,
    version,
    programmeId,
  };
  page.put(`request:${id}`, stream, listed, { held: before.version, told: subjectVersion });
  const isFull = stream !== 'hub';
  if (isFull || sensitivity === 'PUBLIC') page.put(`brief:${id}`, stream, briefOf(subject));
  page.again(`can:request:${id}`, `mine:${id}`);
  page.ask((key, part) => key.startsWith('answer:') && Object(part.value).requestId === id);
  if (!isFull) return;
  const { stateReason, problem, desiredOutcome, alreadyTried, expenses } = subject;
  if (page.holds(`full:${id}`))
    page.put(`full:${id}`, stream, { stateReason, problem, desiredOutcome, alreadyTried, expenses });
  page.again(`rest:${id}`, `staff:${id}`);
};

function briefOf(subject: News['subject']): object {
  const { summary, contributionTypes, mode, country, effortHours, peopleNeeded, strandIds } = subject;
  return { summary, contributionTypes, mode, country, effortHours, peopleNeeded, strandIds };
}

const question: Rule = (page, { subject, subjectId, subjectVersion, stream }) => {
  const { __typename, id, ...shown } = subject;
  const held = page.held(`question:${subjectId}`).version;
  page.put(`question:${id}`, stream, shown, { held, told: subjectVersion });
  page.again(`can:request:${subject.requestId}`);
};

const response: Rule = (page, { subject, subjectId: id, subjectVersion, stream }) => {
  if (isGone(subject)) return page.again(`response:${id}`, `answer:${id}`);
  const { state, version, requestId } = subject;
  page.put(
    `response:${id}`,
    stream,
    { state, version, requestId },
    {
      held: page.held(`response:${id}`).version,
      told: subjectVersion,
    },
  );
  aboutRequest(page, requestId);
  page.again(`answer:${id}`);
};

function aboutRequest(page: Page, id: unknown): void {
  page.again(`mine:${id}`, `can:request:${id}`, `staff:${id}`);
}

const notification: Rule = (page, { subject, subjectId, stream }) => {
  const { kind, says, href, readAt, doneAt, thing, unread } = subject;
  page.put(`notification:${subjectId}`, stream, { kind, says, href, readAt, doneAt });
  page.again(`notification:${subjectId}`, 'inbox');
  page.set('unread', unread);
  // What it is about may be something that the page did not know of.
  const [about, id] = String(thing).split(':');
  if (about === 'group' && !page.holds(`group:${id}`)) {
    const pieces = ['group', 'standing', 'can:group', 'about', 'size'].map((piece) => `${piece}:${id}`);
    page.again(...pieces);
  }
  if (about === 'request' && !page.holds(`request:${id}`)) page.ask(inRequest(id));
};

export const REQUEST_RULES: Record<string, Rule> = {
  ...{ request, question, response, notification },
  invitation: (page, { subject, stream }) => {
    aboutRequest(page, subject.requestId);
    page.ask((key, part) => key.startsWith('answer:') && part.stream === stream);
  },
  'more-time': (page, { subject }) => aboutRequest(page, subject.requestId),
};
