import { beforeAll, describe, expect, test } from 'vitest';
import { as, mutationOf } from '../../test/as.ts';
import { countedOverTheLog } from '../../test/briefing-log.ts';
import { cast, type Cast } from '../../test/cast.ts';
import { asExpert } from '../../test/experts.ts';
import { hub } from '../../test/hub.ts';
import { act, openRequest, programmes } from '../../test/requests.ts';
import { answered, listOf, moved, nodesOf, sayYes } from '../../test/responses.ts';
import { POST, START } from '../../test/talk.ts';
import type { Person } from '../people/person.ts';
import { rows, sql } from '../platform/sql.ts';

const GROUP = 'group { id }';
const MARK_READ = mutationOf('markRead', 'discussion { id }');
const MARK_UNREAD = mutationOf('markUnread', 'discussion { id }');
const REMOVE = mutationOf('removeReply', 'reply { id }');
const EDIT = mutationOf('editReply', 'reply { id }');
const THANK = mutationOf('thankReply', 'reply { id }');
const PAGES = `query ($outcomes: String, $requests: String, $discussions: String, $first: Int!) { briefing {
  outcomes requests discussions
  outcomesSince(first: $first, after: $outcomes) { edges { node { title } } pageInfo { hasNextPage endCursor } }
  requestsSince(first: $first, after: $requests) { edges { node { title } } pageInfo { hasNextPage endCursor } }
  discussionsSince(first: $first, after: $discussions) { edges { node { title } } pageInfo { hasNextPage endCursor } } } }`;
const KINDS = ['outcomes', 'requests', 'discussions'] as const;

let all: Cast;
const run = async <Row extends object>(query: ReturnType<typeof sql>) =>
  rows<Row>((await hub()).orm.em.fork(), query);

async function start(by: Person, groupId: string, title: string): Promise<string> {
  const { discussion, problems } = await as(by).send(START, { groupId, title, body: `About ${title}.` });
  if (!discussion) throw new Error(JSON.stringify(problems));
  return String(discussion.id);
}

async function reply(by: Person, discussionId: string): Promise<string> {
  const { reply: posted, problems } = await as(by).send(POST, { discussionId, body: 'Like this.' });
  if (!posted) throw new Error(JSON.stringify(problems));
  return String(posted.id);
}

async function group(name: string, privacy = 'OPEN'): Promise<string> {
  const proposed = { name, purpose: 'To talk.', strandIds: [], privacy };
  const { group: made } = await as(all.kofi).send(mutationOf('proposeGroup', GROUP), proposed);
  await as(all.hana).send(mutationOf('approveGroup', GROUP), { groupId: made?.id });
  return String(made?.id);
}

const join = (who: Person, groupId: string) => as(who).send(mutationOf('joinGroup', GROUP), { groupId });
const leave = (who: Person, groupId: string) => as(who).send(mutationOf('leaveGroup', GROUP), { groupId });

/** Its work is done, by whoever it was. */
async function delivered(title: string, words: object = {}): Promise<string> {
  const { id } = await openRequest(all.hana, all3.health, { title, ...words });
  await run(sql`update request set state = 'DELIVERED' where id = ${id}`);
  return id;
}

const record = (id: string) =>
  moved(all.hana, 'recordOutcome', id, { result: 'A list.', usedHow: 'Daily.', changedWhat: 'Both run.' });
const close = (id: string) => moved(all.hana, 'closeRequest', id, { feedback: 'Thank you.' });
async function recordAndClose(title: string, words: object = {}): Promise<void> {
  const id = await delivered(title, words);
  await record(id);
  await close(id);
}

let all3: Awaited<ReturnType<typeof programmes>>;

/** Everybody was here until now. */
async function leaveForDays(): Promise<void> {
  await run(sql`insert into visit (person_id, latest_at, away_from, back_at)
    select id, now(), clock_timestamp(), now() from person`);
}

beforeAll(async () => {
  all = await cast();
  all3 = await programmes(all);
  for (const person of [all.meera, all.kofi, all.tendo]) await asExpert(person, { loadCap: 9 });
  const { meera, kofi, tendo, hana, ada, technical, advisers, whistle } = all;
  const [left, joined, merged] = [await group('Left'), await group('Joined'), await group('Night shifts')];
  for (const id of [left, merged]) for (const who of [meera, hana]) await join(who, id);
  const old: Record<string, string> = {};
  for (const title of ['Moved', 'Quiet', 'Removed', 'Half', 'Read', 'Unread again', 'Own', 'Both', 'Care'])
    old[title] = await start(kofi, technical.id, title);
  old['In merged'] = await start(kofi, merged, 'In merged');
  await openRequest(hana, all3.health, { title: 'Opened before' });
  await recordAndClose('Closed before');
  const recordedBefore = await delivered('Recorded before, closed since');
  await record(recordedBefore);
  await leaveForDays();

  const at = (title: string) => old[title] ?? '';
  await reply(tendo, at('Moved'));
  const gone = await reply(tendo, at('Removed'));
  await as(tendo).send(REMOVE, { replyId: gone });
  await reply(tendo, at('Half'));
  await as(kofi).send(REMOVE, { replyId: await reply(tendo, at('Half')) });
  for (const title of ['Read', 'Unread again']) await reply(tendo, at(title));
  for (const title of ['Read', 'Unread again'])
    await as(meera).send(MARK_READ, { discussionId: at(title), number: 2 });
  await as(meera).send(MARK_UNREAD, { discussionId: at('Unread again'), number: 2 });
  for (const title of ['Own', 'Both']) await reply(meera, at(title));
  await reply(tendo, at('Both'));
  await reply(meera, at('Both'));
  const [first] = await run<{ id: string }>(
    sql`select id from reply where discussion_id = ${at('Care')} and number = 1`,
  );
  await as(kofi).send(EDIT, { replyId: first?.id, version: 1, body: 'Said better.' });
  await as(tendo).send(THANK, { replyId: first?.id });
  for (const [where, title] of [
    [technical.id, 'New'],
    [advisers.id, 'Private'],
    [whistle.id, 'Confidential'],
    [left, 'Where Meera was'],
    [joined, 'Where Meera came'],
    [merged, 'New in merged'],
  ] as const)
    await start(kofi, where, title);
  await start(meera, technical.id, 'Meera’s own');
  await reply(kofi, at('In merged'));
  await leave(meera, left);
  await join(meera, joined);
  await as(ada).send(mutationOf('mergeGroups', GROUP), { sourceId: merged, targetId: technical.id });

  for (const title of ['Fits', 'Answered', 'Invited', 'Given up', 'Paused'])
    Object.assign(old, { [title]: (await openRequest(hana, all3.health, { title })).id });
  await openRequest(all.joss, all3.mobility, { title: 'Of Joss', sensitivity: 'VERIFIED' });
  const criteria = [{ importance: 'ESSENTIAL', kind: 'EXPERTISE', value: 'Midwifery', level: 'WORKING' }];
  await openRequest(hana, all3.health, { title: 'Fits nobody', criteria });
  await sayYes(meera, at('Answered'));
  await act(hana, 'inviteExperts', { requestId: at('Invited'), personIds: [meera.id, kofi.id] });
  await answered(kofi, 'respond', { requestId: at('Invited'), answer: 'NO', declineReason: 'TIME' });
  await moved(hana, 'cancelRequest', at('Given up'), { reason: 'No need.' });
  await moved(hana, 'pauseRequest', at('Paused'), { reason: 'Not yet.' });

  await close(recordedBefore);
  await recordAndClose('Closed since');
  await recordAndClose('For verified eyes', { sensitivity: 'VERIFIED' });
  await record(await delivered('Not closed yet'));
}, 180_000);

describe('each figure of a briefing is a count over the log, and its list holds exactly that', () => {
  test.each(['meera', 'kofi', 'tendo', 'pemba', 'hana', 'joss', 'ada'] as const)('for %s', async (name) => {
    const expected = await countedOverTheLog(all[name]);
    const { briefing } = await as(all[name]).run(PAGES, { first: 100 });

    for (const kind of KINDS) {
      const listed = nodesOf(briefing?.[`${kind}Since`]).map(({ title }) => String(title));
      expect([kind, listed.sort()]).toEqual([kind, expected[kind]]);
      expect([kind, briefing?.[kind]]).toEqual([kind, expected[kind].length]);
    }
  });

  test('which are, of those who have something of each, these', async () => {
    expect(await countedOverTheLog(all.meera)).toEqual({
      outcomes: ['Closed since', 'For verified eyes', 'Recorded before, closed since'],
      requests: ['Fits', 'Invited', 'Of Joss'],
      discussions: ['Both', 'Half', 'In merged', 'Moved', 'New', 'New in merged', 'Private', 'Unread again']
        .concat('Where Meera came')
        .sort(),
    });
    expect(await countedOverTheLog(all.pemba)).toMatchObject({ requests: [], discussions: [] });
    expect((await countedOverTheLog(all.hana)).outcomes).toEqual([]);
  });

  test('page by page as well as at once', async () => {
    const expected = await countedOverTheLog(all.meera);
    const found: Record<string, string[]> = { outcomes: [], requests: [], discussions: [] };
    const after: Record<string, unknown> = {};
    for (let page = 0; page < 9; page++) {
      const { briefing } = await as(all.meera).run(PAGES, { first: 1, ...after });
      for (const kind of KINDS) {
        const list = briefing?.[`${kind}Since`];
        found[kind]?.push(...listOf(list?.edges).map(({ node }) => String(node?.title)));
        after[kind] = list?.pageInfo?.endCursor ?? after[kind];
      }
    }
    for (const kind of KINDS) expect(found[kind]?.sort()).toEqual(expected[kind]);
  });
});
