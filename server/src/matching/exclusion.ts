import { PrimaryKeyProp, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Person } from '../people/person.ts';
import type { EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';
import { Request } from '../requests/request.ts';

/** A person whom a declared interest rules out for a request. Written where declarations are assessed. */
@Entity()
export class Exclusion {
  [PrimaryKeyProp]?: ['request', 'person'];
  @ManyToOne(() => Request, { ref: true, primary: true, index: false }) request: Ref<Request>;
  @ManyToOne(() => Person, { ref: true, primary: true, index: false }) person: Ref<Person>;
  @Property({ type: 'text' }) why: string;
}

/** Rules a person out for a request, or in again with null. */
export async function exclude(
  em: EntityManager,
  requestId: string,
  personId: string,
  why: string | null,
): Promise<void> {
  await rows(
    em,
    why === null
      ? sql`delete from exclusion where request_id = ${requestId} and person_id = ${personId}`
      : sql`insert into exclusion (request_id, person_id, why) values (${requestId}, ${personId}, ${why})
          on conflict (request_id, person_id) do update set why = excluded.why`,
  );
}
