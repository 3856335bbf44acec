import type { App } from '../app.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';
import { DEMO_PASSWORD } from './people.ts';

const SHOWN = [
  ['kofi@example.org', 'an expert'],
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
  if (found.length === 0) return firstStep(orm);
  const there = SHOWN.filter(([email]) => found.some((row) => row.email === email));
  return [
    `Sign in as ${there.map(([email, who]) => `${email} (${who})`).join(', ')}.`,
    `The password of every demo account is ${DEMO_PASSWORD}`,
  ];
}

/** A hub without anybody in it waits for its first admin. */
async function firstStep(orm: App['orm']): Promise<string[]> {
  const anybody = await firstRow(orm.em.fork(), sql`select 1 from person limit 1`);
  return anybody
    ? []
    : [
        'Nobody is here yet. Make the first admin: npm run hub -- setup --email you@example.org --name "Your name"',
      ];
}
