import { signedIn, viewerId, type Context } from '../people/viewer.ts';
import { rows, sql } from '../platform/sql.ts';
import { mayBeReadInFull, requestsSeenBy } from '../requests/request.policy.ts';
import { expertsWithLoad, requestFacts } from './facts.ts';
import { passGates } from './gates.ts';
import { today } from './ranking.ts';

/** The open requests whose gates the viewer passes, if they may respond at all. */
export async function requestsPassedBy(context: Context): Promise<string[]> {
  const me = viewerId(context);
  if (!me || !signedIn(context).isVerified) return [];
  const { em } = context;
  const open = await rows<{ id: string }>(
    em,
    sql`
    select r.id from ${requestsSeenBy(me)}
    where r.state = 'OPEN' and r.closes_at > now() and ${mayBeReadInFull} and r.owner_id <> v.id and ps.person_id is null`,
  );
  const { experts } = await expertsWithLoad(em, [me]);
  const facts = await requestFacts(
    em,
    open.map(({ id }) => id),
  );
  const day = today();
  return [...facts.values()]
    .filter((request) => passGates(request, experts, day).places.length > 0)
    .map(({ id }) => id);
}
