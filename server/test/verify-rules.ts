import type { News } from './verify-feed.ts';
import { isGone, type Page } from './verify-apply.ts';
import type { Part } from './verify-held.ts';
import { REQUEST_RULES } from './verify-requests.ts';

export type Rule = (page: Page, event: News) => void;

const idOf = (value: unknown) => (Object(value) as { id?: string }).id;
const only = (value: unknown) => (value ? { id: idOf(value) } : null);
const inGroup = (id: unknown) => (key: string, part: Part) =>
  part.stream === `group:${id}` || [`group:${id}`, `standing:${id}`, `can:group:${id}`].includes(key);
const inDiscussion = (id: unknown) => (key: string, part: Part) =>
  ['discussion', 'readmark', 'unread', 'following', 'can:discussion'].some(
    (kind) => key === `${kind}:${id}`,
  ) || Object(part.value).discussionId === id;

const person: Rule = (page, { subject, subjectId }) => {
  if (isGone(subject)) return page.drop((key) => key === `person:${subjectId}`);
  const { handle, displayName, role, isVerified } = subject;
  const hasLeft = displayName === 'Former member';
  if (hasLeft && subjectId === page.me) return page.end();
  // Who has left for good is an author still, and nobody to be found.
  if (hasLeft) return page.drop((key) => key === `person:${subjectId}`);
  const before = page.held(`person:${subjectId}`);
  page.put(`person:${subjectId}`, 'hub', { handle, displayName, role, isVerified });
  // Their socket is closed: with other rights every page is loaded anew.
  const moved = before.role !== role || before.isVerified !== isVerified;
  if (subjectId === page.me && moved) page.ask(() => true);
};

const strand: Rule = (page, { subject, subjectId, subjectVersion }) => {
  const { __typename, id, ...shown } = subject;
  if (shown.state === 'MERGED') return page.drop((key) => key === `strand:${id}`);
  const held = page.held(`strand:${subjectId}`).version;
  page.put(`strand:${id}`, 'hub', shown, { held, told: subjectVersion });
};

const group: Rule = (page, { subject, subjectId, subjectVersion, stream, type }) => {
  // What waited for staff waits no longer: whether they may still know of it, they ask.
  if (isGone(subject) && stream.startsWith('person:')) return page.ask(inGroup(subjectId));
  // Gone from the hub is not gone from its readers, who hear of it in its own stream.
  if (isGone(subject) && page.follows(`group:${subjectId}`)) return;
  if (isGone(subject)) return page.drop(inGroup(subjectId));
  const { __typename, id, ...shown } = subject;
  const before = page.held(`group:${id}`);
  page.put(`group:${id}`, 'hub', shown, { held: before.version, told: subjectVersion });
  const opens = before.privacy !== shown.privacy || before.state !== shown.state || type === 'group.merged';
  if (opens) return page.ask(inGroup(id));
  page.again(`about:${id}`, `can:group:${id}`);
};

const membership: Rule = (page, { subject, stream }) => {
  // Who is gone from the group is not named to its readers: they ask who is in it.
  const left = stream.startsWith('group:') ? stream.split(':')[1] : null;
  if (isGone(subject)) {
    page.ask((key) => key.startsWith(`member:${left}:`));
    return page.again(`size:${left}`);
  }
  const { groupId, state, role, memberCount } = subject;
  const who = idOf(subject.person);
  if (who === page.me && stream.startsWith('person:')) {
    const wasIn = page.held(`standing:${groupId}`).state === 'ACTIVE';
    if (wasIn || state === 'ACTIVE' || !page.holds(`group:${groupId}`)) page.ask(inGroup(groupId));
    const standing = { state, role: state === 'ACTIVE' ? role : null };
    if (page.holds(`group:${groupId}`)) page.put(`standing:${groupId}`, stream, standing);
    page.ask((key) => key.startsWith('notification:'));
    page.ask((key, part) => key.startsWith('can:') && inGroup(groupId)(key, part));
    return page.again(`can:group:${groupId}`);
  }
  if (page.holds(`size:${groupId}`)) page.put(`size:${groupId}`, stream, { members: memberCount });
  const isThere = ['ACTIVE', 'REQUESTED', 'INVITED'].includes(String(state));
  if (isThere) page.put(`member:${groupId}:${who}`, `group:${groupId}`, { state, role });
  else page.drop((key) => key === `member:${groupId}:${who}`);
};

const discussion: Rule = (page, { subject, subjectId, subjectVersion, stream }) => {
  const key = `discussion:${subjectId}`;
  if (isGone(subject)) {
    if (page.held(key).groupId === stream.split(':')[1]) page.drop(inDiscussion(subjectId));
    return page.again(`size:${stream.split(':')[1]}`);
  }
  const { title, kind, lastNumber, latestAt, version, contextVersion, closedAt, groupId } = subject;
  page.put(`size:${groupId}`, stream, { discussions: subject.discussionCount });
  if (page.held(key).groupId !== groupId) page.ask(inDiscussion(subjectId));
  const { answerNumber, answerAt, contextHtml, contextAt, closingNoteHtml } = subject;
  const shown = {
    ...{ title, kind, lastNumber, latestAt, version, contextVersion, closedAt, groupId },
    startedBy: only(subject.startedBy),
    context: contextHtml ? { html: contextHtml, at: contextAt, by: only(subject.contextBy) } : null,
    answer: answerNumber ? { number: answerNumber, at: answerAt, by: only(subject.answerBy) } : null,
    closing: closedAt ? { html: closingNoteHtml, by: only(subject.closedBy) } : null,
  };
  page.put(key, stream, shown, { held: page.held(key).version, told: subjectVersion });
  page.ask((each, part) => each.startsWith('can:') && inDiscussion(subjectId)(each, part));
};

const reply: Rule = (page, { subject, subjectId, subjectVersion, stream }) => {
  if (isGone(subject)) return page.drop((key) => key.endsWith(`:${subjectId}`));
  const { __typename, id, lastNumber, discussionId, thanksCount, thanksVersion, author, ...shown } = subject;
  const key = `reply:${id}`;
  const isNew = !page.holds(key);
  const thanks = isNew ? { thanksCount, thanksVersion } : {};
  const about = { ...shown, ...thanks, author: only(author), discussionId };
  page.put(key, stream, about, { held: page.held(key).version, told: subjectVersion });
  const talk = page.held(`discussion:${discussionId}`);
  const latestAt = shown.number === lastNumber ? shown.postedAt : talk.latestAt;
  page.put(`discussion:${discussionId}`, stream, { lastNumber, latestAt });
  page.again(`text:${id}`, `can:reply:${id}`, `unread:${discussionId}`, ...(isNew ? [`thanked:${id}`] : []));
};

const thanks: Rule = (page, { subject, subjectVersion, stream }) => {
  const { replyId, thanksCount, thanksVersion } = subject;
  const held = page.held(`reply:${replyId}`).thanksVersion;
  page.put(`reply:${replyId}`, stream, { thanksCount, thanksVersion }, { held, told: subjectVersion });
};

export const RULES: Record<string, Rule> = {
  ...{ person, strand, group, membership, discussion, reply, thanks },
  thanked: (page, { subject: { replyId, thanks }, stream }) =>
    page.put(`thanked:${replyId}`, stream, { thanks }),
  readmark: (page, { subject, stream }) => {
    page.put(`readmark:${subject.discussionId}`, stream, { readTo: subject.number });
    page.again(`unread:${subject.discussionId}`);
  },
  following: (page, { subject, stream }) =>
    page.put(`following:${subject.discussionId}`, stream, { follows: subject.follows }),
  draft: (page, { subject }) => page.again(`draft:${subject.place}`),
  profile: (page, { subject, stream }) => page.put('profile', stream, { version: subject.version }),
  preferences: (page) => page.again('preferences'),
  choices: (page) => page.again('choices'),
  session: (page) => page.again('account'),
  // The queue of reports is as of when it was loaded; it says that there are more.
  report: () => {},
  ...REQUEST_RULES,
};
