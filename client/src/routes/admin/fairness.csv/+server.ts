import type { RequestHandler } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { FairnessPage } from '#lib/api/generated/operations.ts';
import { csvOf } from '#lib/figures/csv.ts';
import { staffOnly } from '#lib/people/doors.ts';
import { words as say } from '#lib/say/generated/insight.ts';
import { partsOf } from '../fairness/parts.ts';

/** The rows of the tables, and nothing that the page does not show. */
export const GET: RequestHandler = async (event) => {
  staffOnly(event);
  const { insight } = await api(event)(FairnessPage, {});
  const columns = [
    say.fairTitle(),
    say.fairGroup(),
    say.fairShown(),
    say.fairInvited(),
    say.fairAccepted(),
    say.fairSelected(),
  ];
  const rows = partsOf(insight.fairness).flatMap(({ title, rows: own }) =>
    own.map(({ name, cells }) => [title, name, ...cells]),
  );
  return new Response(csvOf(columns, rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="fairness-${insight.at.slice(0, 10)}.csv"`,
      'cache-control': 'no-store',
    },
  });
};
