import { expect, test } from 'vitest';
import { cast } from '../../test/cast.ts';
import { hub } from '../../test/hub.ts';
import { send, twoRequests } from '../../test/planning.ts';
import { listOf } from '../../test/responses.ts';
import { rows, sql } from '../platform/sql.ts';

test('a request that was chosen is planned for, however many others close before it', async () => {
  const all = await cast();
  const { oxygen } = await twoRequests(all);
  const em = (await hub()).orm.em.fork();
  await rows(
    em,
    sql`
    insert into request select (jsonb_populate_record(null::request, to_jsonb(r) || jsonb_build_object(
      'id', gen_random_uuid(), 'number', 10000 + n, 'closes_at', now() + interval '1 hour'))).*
    from request r cross join generate_series(1, 201) n where r.id = ${oxygen.id}`,
  );

  const { plan, problems } = await send(all.hana, 'makePlan', { requestIds: [oxygen.id] });

  expect(problems).toBeUndefined();
  expect(listOf(plan?.requests).map((one) => one.request?.id)).toEqual([oxygen.id]);
}, 180_000);
