import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { as, PROBLEMS } from '../../test/as.ts';
import { cast, type Cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { mailbox } from '../../test/mailbox.ts';
import { rows, sql } from '../platform/sql.ts';
import { askForDigests } from './digest.due.ts';
import { START, POST } from '../../test/talk.ts';

const CHOOSE = `mutation ($input: ChooseNotificationsInput!) { chooseNotifications(input: $input) {
  ... on ChooseNotificationsPayload { choices { isPaused } } ${PROBLEMS} } }`;

let box: Awaited<ReturnType<typeof mailbox>>;
let all: Cast;
beforeAll(async () => (box = await mailbox()));
beforeEach(async () => {
  all = await cast();
  await run(sql`update person set email_verified = true, created_at = '2026-01-01', time_zone = 'UTC'`);
  await run(sql`insert into visit (person_id, latest_at) select id, '2027-01-05' from person`);
});
afterAll(() => box.close());

const run = async (query: ReturnType<typeof sql>) => rows((await hub()).orm.em.fork(), query);
const ask = async (at: string) => askForDigests(await hub(), new Date(at));
const asked = () =>
  run(
    sql`select digest from outgoing_mail where person_id = ${all.meera.id} and digest is not null order by digest`,
  );
const choose = (topics: object[], words: object = {}) =>
  as(all.meera).send(CHOOSE, { topics, isPaused: false, ...words });
const digestsToMeera = async () =>
  (await box.deliver()).filter(
    ({ to, headers }) => to === all.meera.email && headers['message-id']?.includes('digest'),
  );

/** The hub is asked on these mornings; what is told is what was written just now. */
const WEDNESDAY = '2027-01-06';
const MONDAY = '2027-01-11';

describe('digests', () => {
  test('are asked for once a morning, and on Mondays for the week', async () => {
    await ask(`${WEDNESDAY}T07:59:00Z`);
    expect(await asked()).toEqual([]);
    await ask(`${WEDNESDAY}T08:00:00Z`);
    await ask(`${WEDNESDAY}T20:00:00Z`);
    expect(await asked()).toEqual([{ digest: `DAILY ${WEDNESDAY}` }]);
    await ask(`${MONDAY}T07:59:00Z`);
    expect(await asked()).toHaveLength(1);
    await ask(`${MONDAY}T08:00:00Z`);
    await ask('2027-01-12T07:00:00Z');
    expect((await asked()).slice(1)).toEqual([{ digest: `DAILY ${MONDAY}` }, { digest: `WEEKLY ${MONDAY}` }]);
  });

  test('come in the morning of where the person lives, to proven addresses of people who come here', async () => {
    await run(sql`update person set time_zone = 'Africa/Kampala' where id = ${all.meera.id}`);
    await run(sql`update person set email_verified = false where id = ${all.kofi.id}`);
    await run(sql`update visit set latest_at = '2026-09-01' where person_id = ${all.tendo.id}`);
    await ask(`${WEDNESDAY}T05:00:00Z`);
    const daily = await run(sql`select person_id from outgoing_mail where digest = ${`DAILY ${WEDNESDAY}`}`);
    expect(daily).toEqual([{ person_id: all.meera.id }]);
    await ask(`${WEDNESDAY}T09:00:00Z`);
    const others = await run(
      sql`select person_id from outgoing_mail where person_id in (${all.kofi.id}, ${all.tendo.id})`,
    );
    expect(others).toEqual([]);
  });

  test('tell together what was kept, once, with what is new in strands on Mondays', async () => {
    await choose([{ topic: 'REPLY_TO_ME', inHub: true, mail: 'DAILY' }]);
    const words = { groupId: all.technical.id, title: 'Oxygen plants', body: 'A secret.' };
    const id = String((await as(all.meera).send(START, words)).discussion?.id);
    await as(all.tendo).send(POST, { discussionId: id, body: 'Another secret.', inReplyTo: 1 });
    await as(all.kofi).send(START, { ...words, title: 'Pumps' });
    expect((await box.deliver()).filter(({ to }) => to === all.meera.email)).toEqual([]);

    await ask(`${WEDNESDAY}T08:30:00Z`);
    const [daily, ...more] = await digestsToMeera();
    expect(more).toEqual([]);
    expect(daily?.headers.subject).toBe('The hub: your morning summary');
    expect(daily?.headers['message-id']).toBe(`<digest-daily-${WEDNESDAY}-${all.meera.id}@hub.example.org>`);
    expect(daily?.text).toContain('Tendo Balikuza replied to you in “Oxygen plants”.');
    expect(daily?.text).not.toContain('Pumps');
    expect(daily?.headers['list-unsubscribe']).toMatch(/\.daily>$/);

    await ask(`${MONDAY}T08:30:00Z`);
    const weekly = (await digestsToMeera()).find(({ headers }) => headers['message-id']?.includes('weekly'));
    expect(weekly?.text).toContain('New in your strands and groups');
    expect(weekly?.text).toMatch(/Pumps · Technical collaboration · 1 new reply/);
    expect(weekly?.text).not.toContain('replied to you');
    expect(`${weekly?.text}${weekly?.html}`).not.toContain('secret');
  });

  test('keep for the week what was chosen for it', async () => {
    await choose([
      { topic: 'REPLY_TO_ME', inHub: true, mail: 'WEEKLY' },
      { topic: 'FOLLOWED_DISCUSSION', inHub: true, mail: 'NEVER' },
    ]);
    const words = { groupId: all.technical.id, title: 'Oxygen plants', body: 'What?', kind: 'QUESTION' };
    const id = String((await as(all.meera).send(START, words)).discussion?.id);
    await as(all.tendo).send(POST, { discussionId: id, body: 'Valves.', inReplyTo: 1 });
    await box.deliver();
    await ask(`${WEDNESDAY}T08:30:00Z`);
    expect(await digestsToMeera()).toEqual([]);
    await ask(`${MONDAY}T08:30:00Z`);
    const weekly = (await digestsToMeera()).find(({ headers }) => headers['message-id']?.includes('weekly'));
    expect(weekly?.text).toContain('Tendo Balikuza replied to you');
  });

  test('are left out when there is nothing to tell, and while all mail is paused', async () => {
    await ask(`${WEDNESDAY}T08:30:00Z`);
    expect(await digestsToMeera()).toEqual([]);
    const states = await run(sql`select distinct settled_as from outgoing_mail`);
    expect(states).toEqual([{ settled_as: 'DROPPED' }]);

    await as(all.kofi).send(START, { groupId: all.technical.id, title: 'Pumps', body: 'Which?' });
    await choose([], { isPaused: true });
    await ask(`${MONDAY}T08:30:00Z`);
    expect(await digestsToMeera()).toEqual([]);
  });
});
