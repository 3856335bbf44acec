import type { App } from '../app.ts';
import { rows, sql } from '../platform/sql.ts';
import { DEMO_PASSWORD } from './people.ts';

const SHOWN = [
  ['meera@example.org', 'an expert'],
  ['imani@example.org', 'staff'],
  ['ada@example.org', 'the admin'],
] as const;

/** What to tell whoever tries the hub out, while the demo's accounts are there. */
export async function demoSignIns({ orm }: Pick<App, 'orm'>): Promise<string[]> {
  const emails = SHOWN.map(([email]) => email);
  const found = await rows<{ email: string }>(
    orm.em.fork(),
    sql`
    select p.email from person p join account a on a.user_id = p.id and a.provider_id = 'credential'
    where p.email = any(${emails}::text[])`,
  );
  const there = SHOWN.filter(([email]) => found.some((row) => row.email === email));
  if (there.length === 0) return [];
  return [
    `Sign in as ${there.map(([email, who]) => `${email} (${who})`).join(', ')}.`,
    `The password of every demo account is ${DEMO_PASSWORD}`,
  ];
}
