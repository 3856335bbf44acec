import { PrimaryKeyProp, type Ref } from '@mikro-orm/core';
import { Entity, Index, OneToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { expertFacts } from '../people/expert-facts.ts';
import { Person } from '../people/person.ts';
import type { EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';
import { itemsOf } from './engine/items.ts';
import { pack, TOKENISER } from './engine/packed.ts';
import type { ExpertFacts } from './shapes.ts';

/** What matching reads of a person, ready to be read: the facts, and the terms of their evidence. Empty after a change. */
@Entity()
export class PackedExpert {
  [PrimaryKeyProp]?: 'person';
  @OneToOne(() => Person, { ref: true, owner: true, primary: true, deleteRule: 'cascade' })
  person: Ref<Person>;
  @Property({ type: 'integer', default: 1 }) version: number;
  @Property({ type: 'integer', default: 0 }) tokeniser: number;
  @Property({ type: 'text', nullable: true }) facts: string | null;
  @Property({ type: 'blob', nullable: true }) terms: Uint8Array | null;
}

/** Somebody whom matching must read again, noted by the database in the transaction that changed them. */
@Entity()
@Index({ properties: ['tx', 'personId'] })
export class IndexChange {
  @PrimaryKey({ type: 'bigint', columnType: 'bigserial', autoincrement: true }) seq: string;
  @Property({ type: 'uuid' }) personId: string;
  @Property({ type: 'string', columnType: 'xid8', defaultRaw: 'pg_current_xact_id()' }) tx: string;
  @Property({ type: 'timestamptz', defaultRaw: 'now()' }) at: Date;
}

/** A person as matching keeps them in memory. The facts are without long texts, which the terms stand for. */
export interface Packed {
  id: string;
  version: number;
  facts: ExpertFacts;
  terms: Uint8Array;
}

/** Whoever can be matched among these, packed; who is not among the answers cannot. Packs who is not packed yet. */
export async function packedExperts(em: EntityManager, ids: readonly string[]): Promise<Packed[]> {
  return completed(em, await packedRows(em, sql`k.person_id = any(${ids}::uuid[])`, ids.length));
}

/** A page of everybody who can be matched, after an id; the last is where the next page begins. */
export async function packedAfter(em: EntityManager, after: string, most: number): Promise<Packed[]> {
  return completed(em, await packedRows(em, sql`k.person_id > ${after}::uuid`, most));
}

interface PackedRow {
  id: string;
  version: number;
  facts: string | null;
  terms: Uint8Array | null;
}

function packedRows(em: EntityManager, which: ReturnType<typeof sql>, most: number): Promise<PackedRow[]> {
  return rows(
    em,
    sql`
    select k.person_id as id, k.version, case when k.tokeniser = ${TOKENISER} then k.facts end as facts,
      case when k.tokeniser = ${TOKENISER} then k.terms end as terms
    from packed_expert k join profile r on r.person_id = k.person_id join person p on p.id = k.person_id
    where p.suspended_at is null and ${which} order by k.person_id limit ${most}`,
  );
}

async function completed(em: EntityManager, found: readonly PackedRow[]): Promise<Packed[]> {
  const unpacked = found.filter(({ facts }) => facts === null);
  const made = new Map<string, Packed>();
  if (unpacked.length > 0) {
    const versions = new Map(unpacked.map(({ id, version }) => [id, version]));
    for (const facts of await expertFacts(em, [...versions.keys()]))
      made.set(facts.id, packedOf(facts, versions.get(facts.id) ?? 0));
    // What is read inside a transaction may never be committed, and is not kept.
    if (!em.isInTransaction()) await keep(em, [...made.values()]);
  }
  return found.flatMap(({ id, version, facts, terms }) => {
    if (facts === null) return made.get(id) ?? [];
    return [{ id, version, facts: JSON.parse(facts) as ExpertFacts, terms: terms ?? new Uint8Array() }];
  });
}

/** Packs these people now, so that nobody has to later: for whoever writes many at once. */
export async function packExperts(em: EntityManager, ids: readonly string[]): Promise<void> {
  const found = await packedRows(em, sql`k.person_id = any(${ids}::uuid[])`, ids.length);
  const versions = new Map(found.map(({ id, version }) => [id, version]));
  const facts = await expertFacts(em, ids);
  await keep(
    em,
    facts.filter(({ id }) => versions.has(id)).map((each) => packedOf(each, versions.get(each.id) ?? 0)),
  );
}

function packedOf(facts: ExpertFacts, version: number): Packed {
  const terms = pack(itemsOf(facts));
  return { id: facts.id, version, terms, facts: { ...facts, about: '', evidenceTexts: [] } };
}

/** Only where nothing changed since they were read: the version says so. */
async function keep(em: EntityManager, packed: readonly Packed[]): Promise<void> {
  const made = packed.map(({ id, version, facts, terms }) => ({
    ...{ id, version, facts: JSON.stringify(facts) },
    terms: Buffer.from(terms).toString('base64'),
  }));
  await rows(
    em,
    sql`
    update packed_expert k set facts = made.facts, terms = decode(made.terms, 'base64'), tokeniser = ${TOKENISER}
    from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as made (id uuid, version int, facts text, terms text)
    where k.person_id = made.id and k.version = made.version`,
  );
}
