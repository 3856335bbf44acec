import { mutationOf } from './as.ts';
import { hub } from './hub.ts';
import { rows, sql } from '../src/platform/sql.ts';

export const mutation = (name: string, fields: string) =>
  mutationOf(name, `person { id displayName role isVerified ${fields} }`);

export const SUSPEND = mutation('suspendPerson', 'profile { isSuspended }');

export const NOT_FOUND = { extensions: { code: 'NOT_FOUND' } };

export async function events(stream: string): Promise<{ type: string; subjectId: string }[]> {
  const { orm } = await hub();
  return rows(
    orm.em.fork(),
    sql`select type, subject_id as "subjectId" from event
      where stream_id = ${stream} and subject_id in (select id::text from person) order by seq`,
  );
}
