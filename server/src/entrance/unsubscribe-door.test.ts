import { beforeEach, describe, expect, test } from 'vitest';
import { as, PROBLEMS, type Nested } from '../../test/as.ts';
import { address } from '../../test/caller.ts';
import { cast, type Cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { listOf } from '../../test/responses.ts';
import { firstRow, sql } from '../platform/sql.ts';

const CHOOSE = `mutation ($input: ChooseNotificationsInput!) { chooseNotifications(input: $input) {
  ... on ChooseNotificationsPayload { choices { isPaused } } ${PROBLEMS} } }`;
const ASK = 'query ($address: String!) { unsubscribe(address: $address) { topic digest isOff } }';
const CHOICES = '{ notificationChoices { isPaused pausedUntil topics { topic mail } } }';

let all: Cast;
let token: string;
beforeEach(async () => {
  all = await cast();
  await as(all.meera).send(CHOOSE, { topics: [], isPaused: false });
  const row = await firstRow<{ token: string }>(
    (await hub()).orm.em.fork(),
    sql`select token from mail_settings`,
  );
  token = row?.token ?? '';
});

/** As a mail program does: no cookie, no origin, no page. */
const press = (ends: string, body = 'List-Unsubscribe=One-Click') =>
  fetch(`http://${address}/unsubscribe/${ends}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
  });
const choices = async () => (await as(all.meera).run(CHOICES)).notificationChoices;
const mailOf = async (topic: string) =>
  listOf((await choices())?.topics).find((choice: Nested) => String(choice.topic) === topic)?.mail;

describe('the address at the end of a mail', () => {
  test('stops one topic by one press, again and again', async () => {
    expect(await mailOf('REPLY_TO_ME')).toBe('NOW');
    for (let n = 0; n < 2; n++) {
      const answer = await press(`${token}.reply_to_me`);
      expect([answer.status, await answer.text()]).toEqual([200, 'You will get no more of these mails.\n']);
    }
    expect(await mailOf('REPLY_TO_ME')).toBe('NEVER');
    expect(await mailOf('MY_REQUESTS')).toBe('NOW');
    const asked = await as(null).run(ASK, { address: `${token}.reply_to_me` });
    expect(asked.unsubscribe).toEqual({ topic: 'REPLY_TO_ME', digest: null, isOff: true });
  });

  test('stops a digest with every topic that is told in it', async () => {
    expect((await press(`${token}.weekly`)).status).toBe(200);
    expect([await mailOf('STRAND_DIGEST'), await mailOf('EVENT')]).toEqual(['NEVER', 'NEVER']);
    expect(await mailOf('MATCHED_REQUEST')).toBe('DAILY');
  });

  test('of an invitation pauses all mail, because nothing less ends those', async () => {
    await press(`${token}.invitation`);
    expect(await choices()).toMatchObject({ isPaused: true, pausedUntil: null });
  });

  test('only tells, when it is looked at, as mail filters do', async () => {
    const asked = await as(null).run(ASK, { address: `${token}.daily` });
    expect(asked.unsubscribe).toEqual({ topic: null, digest: 'DAILY', isOff: false });
    await fetch(`http://${address}/unsubscribe/${token}.daily`);
    expect(await mailOf('MATCHED_REQUEST')).toBe('DAILY');
  });

  test('leads a person at our page back to it', async () => {
    const answer = await press(`${token}.daily`, 'from=page');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/unsubscribe/${token}.daily`]);
    expect(await mailOf('MATCHED_REQUEST')).toBe('NEVER');
  });

  test.each([
    'x.daily',
    'daily',
    `${'a'.repeat(32)}.daily`,
    `${'a'.repeat(32)}.now`,
    '../etc/passwd',
    '%00.daily',
  ])('that we never sent, %s, does nothing', async (made) => {
    expect((await press(made)).status).toBe(404);
    const known = await press(`${token}.everything`);
    expect(known.status).toBe(404);
  });
});
