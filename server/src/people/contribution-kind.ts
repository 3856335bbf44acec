import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Field, Int, ObjectType } from 'type-graphql';
import type { EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';

/** A kind of work people offer and requests ask for. The list is a table that the hub's admins may change. */
@Entity()
@ObjectType({ description: 'A kind of work that people offer and requests ask for.' })
export class ContributionKind {
  @PrimaryKey({ type: 'text' })
  @Field(() => String, { description: 'Its lasting name, such as SCAN_EVIDENCE.' })
  code: string;

  @Property({ type: 'text' }) @Field(() => String, { description: 'As people read it.' }) name: string;
  @Property({ type: 'integer' }) position: number;
  /** Since when it is no longer offered; what people chose before stays. */
  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => Date, { nullable: true, description: 'Since when it is no longer offered, if it is not.' })
  archivedAt: Date | null = null;

  @Property({ type: 'integer', default: 1 })
  @Field(() => Int, { description: 'Rises with its name and whether it is offered.' })
  version: number = 1;
}

const FIRST_KINDS: readonly (readonly [code: string, name: string])[] = [
  ['ADVISE', 'Advise'],
  ['REVIEW', 'Review'],
  ['SCAN_EVIDENCE', 'Scan evidence'],
  ['TEACH', 'Teach'],
  ['MENTOR', 'Mentor'],
  ['ASSESS', 'Assess'],
  ['SPEAK', 'Speak'],
  ['DELIVER_ON_SITE', 'Deliver on site'],
  ['HOST', 'Host'],
];

/** Fills the list where it is empty, so that what an admin took out stays out. */
export async function fillContributionKinds(em: EntityManager): Promise<void> {
  const table = JSON.stringify(FIRST_KINDS.map(([code, name], at) => ({ code, name, position: at + 1 })));
  await rows(
    em,
    sql`
    insert into contribution_kind (code, name, position)
    select code, name, position from jsonb_to_recordset(${table}::jsonb) as k(code text, name text, position int)
    where not exists (select 1 from contribution_kind) on conflict do nothing`,
  );
}
