import { api } from '#lib/api/api.ts';
import { AuditPage, type AuditPageQuery } from '#lib/api/generated/operations.ts';
import { adminsOnly } from '#lib/people/doors.ts';
import { words as say } from '#lib/say/generated/admin.ts';
import { changeSaid, deedSaid, targetSaid } from '../audit/said.ts';
import { soughtIn } from '../audit/sought.ts';
import type { RequestHandler } from './$types';
import { csvLine } from './csv.ts';

/** A spreadsheet holds about a million rows; nobody reads so many. */
const MOST_PAGES = 200;

export const GET: RequestHandler = async (event) => {
  adminsOnly(event);
  const ask = api(event);
  const sought = soughtIn(event.url);
  const lines = [csvLine([say.when(), say.by(), say.what(), say.about(), say.changed(), say.why()])];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const { auditEntries }: AuditPageQuery = await ask(AuditPage, { first: 100, after, ...sought });
    for (const { node } of auditEntries.edges) {
      const changes = node.changes.map(changeSaid).join('; ');
      const who = node.actor?.displayName ?? say.someone();
      const what = deedSaid(node.verb);
      lines.push(csvLine([node.at, who, what, targetSaid(node.target), changes, node.reason ?? '']));
    }
    after = auditEntries.pageInfo.endCursor ?? null;
    if (!auditEntries.pageInfo.hasNextPage) break;
  }
  // The mark at the beginning tells spreadsheets that this is UTF-8.
  return new Response(`\uFEFF${lines.join('')}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="record.csv"',
      'cache-control': 'private, no-store',
    },
  });
};
