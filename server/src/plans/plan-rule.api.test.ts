import { describe, expect, test } from 'vitest';
import { cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { listOf } from '../../test/responses.ts';
import { rows, sql } from '../platform/sql.ts';
import { send, made, twoRequests } from '../../test/planning.ts';

describe('the rules of a plan', { timeout: 120_000 }, () => {
  test('keeps to a rule, and says by how many it misses one that cannot be kept', async () => {
    const all = await cast();
    await twoRequests(all);
    const em = (await hub()).orm.em.fork();
    await rows(em, sql`update profile set country = 'SL' where person_id = ${all.kofi.id}`);
    const rule = { kind: 'AT_LEAST', seats: 1, group: 'COUNTRIES', value: 'sl' };
    const together = await made(all.hana, { rules: [{ ...rule, isTogether: true }] });
    expect(together.rules).toMatchObject([{ value: 'SL', missed: 0 }]);
    const each = await made(all.hana, { rules: [rule] });
    expect(each.rules).toMatchObject([{ missed: 1 }]);
  });

  test('refuses rules that mean nothing, all at once', async () => {
    const all = await cast();
    await twoRequests(all);
    const rule = (words: object) => ({ kind: 'AT_LEAST', seats: 1, group: 'FIRST_TIME', ...words });
    const { problems } = await send(all.hana, 'makePlan', {
      rules: [
        rule({ seats: 0 }),
        rule({ group: 'COUNTRIES', value: 'XQ' }),
        rule({ group: 'COUNTRIES', value: 'GHA' }),
        rule({ group: 'COUNTRIES', value: ' , ' }),
        rule({ group: 'PROFESSION' }),
        rule({ requestId: '01890000-0000-7000-8000-000000000000' }),
      ],
    });
    expect(listOf(problems).map(({ code }) => code)).toEqual([
      'OUT_OF_RANGE',
      'NOT_VALID',
      'NOT_VALID',
      'NOT_VALID',
      'BLANK',
      'NOT_VALID',
    ]);
  });
});
