import type { Cast } from './cast.ts';
import { oxygenExperts } from './experts.ts';
import { hub } from './hub.ts';
import { openRequestOf } from './requests.ts';
import { rows, sql } from '../src/platform/sql.ts';

export const MATCHES = `matches(first: 50) { isBlind found countries nudges relaxed { people criterion { value } } matches { key alias rank band country
  expert { displayName handle profile { organisation } } reasons { says } gaps { says } criteria { criterionId met why }
  components { name says } invitation { message person { displayName } invitedBy { displayName } reasons { says } }
  response { id state alias person { displayName handle } invitation { person { displayName } } } lastActive load loadCap } }`;

export async function posted(all: Cast, words: Record<string, unknown> = {}): Promise<string> {
  await oxygenExperts(all);
  const em = (await hub()).orm.em.fork();
  await rows(em, sql`update profile set organisation = 'Vallathur Heart Institute', country = 'IN'`);
  await rows(
    em,
    sql`update expertise set name = 'Oxygen systems at Vallathur Heart Institute by Meera' where person_id = ${all.meera.id}`,
  );
  const { request: open } = await openRequestOf(all, words);
  return open.id;
}
