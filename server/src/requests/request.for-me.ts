import { viewerId, type Context } from '../people/viewer.ts';
import { batch } from '../platform/batch.ts';
import { rows, sql } from '../platform/sql.ts';

/** Says which requests the viewer passes every gate of. Gates belong to matching, which comes later in the house. */
type ForMe = (context: Context) => Promise<string[]>;

let gates: ForMe = openToMe;

/** For the slice that knows the gates. */
export function matchForMe(forMe: ForMe): void {
  gates = forMe;
}

/** The requests the viewer might respond to. */
export function requestsForMe(context: Context): Promise<string[]> {
  return readOnce(context, 'me');
}

/** A page asks for the list and for how long it is. */
const readOnce = batch<'me', string[]>(
  async (_, __, context) => new Map([['me', await gates(context as Context)]]),
  [],
);

/** Without gates: what a verified expert may respond to at all. */
async function openToMe(context: Context): Promise<string[]> {
  const found = await rows<{ id: string }>(
    context.em,
    sql`
    select r.id from request r join person v on v.id = ${viewerId(context)}
    where r.state = 'OPEN' and r.closes_at > now() and v.verified_at is not null and r.owner_id <> v.id
      and not exists (select 1 from programme_staff ps
        where ps.programme_id = r.programme_id and ps.person_id = v.id and v.role <> 'MEMBER')`,
  );
  return found.map(({ id }) => id);
}
