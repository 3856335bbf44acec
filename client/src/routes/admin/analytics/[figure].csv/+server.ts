import { error, type RequestHandler } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { InsightPage } from '#lib/api/generated/operations.ts';
import { csvOf } from '#lib/figures/csv.ts';
import { isFigure } from '#lib/figures/figure.ts';
import { figureOf } from '#lib/figures/figures.ts';
import { staffOnly } from '#lib/people/doors.ts';

/** A figure as a file: the rows of its table, and nothing that the page does not show. */
export const GET: RequestHandler = async (event) => {
  staffOnly(event);
  const name = event.params['figure'] ?? '';
  if (!isFigure(name)) error(404, { message: '' });
  const expertise = event.url.searchParams.get('expertise')?.trim() || null;
  const { insight } = await api(event)(InsightPage, { expertise });
  const { columns, rows } = figureOf(name, insight);
  return new Response(csvOf(columns, rows), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}-${insight.at.slice(0, 10)}.csv"`,
      'cache-control': 'no-store',
    },
  });
};
