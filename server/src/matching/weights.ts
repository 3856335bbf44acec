import { ref, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Person } from '../people/person.ts';
import type { EntityManager } from '../platform/database.ts';
import { firstRow, sql } from '../platform/sql.ts';
import { DEFAULT_PERCENTS, type Percents } from './percents.ts';

/** One set of weights, with who set it and why. The newest ranks; the database refuses to change or delete any. */
@Entity()
export class MatchingWeights {
  @PrimaryKey({ type: 'integer', autoincrement: false }) version: number;
  @Property({ type: 'json' }) percents: Percents;
  @ManyToOne(() => Person, { ref: true, index: false }) by: Ref<Person>;
  @Property({ type: 'timestamptz' }) at: Date = new Date();
  @Property({ type: 'text' }) reason: string;

  constructor(version: number, percents: Percents, by: Person, reason: string) {
    Object.assign(this, { version, percents, reason });
    this.by = ref(by);
  }
}

/** The set that ranks now, in percents. */
export async function newestPercents(
  em: EntityManager,
): Promise<Pick<MatchingWeights, 'version' | 'percents'>> {
  const newest = await firstRow<Pick<MatchingWeights, 'version' | 'percents'>>(
    em,
    sql`select version, percents from matching_weights order by version desc limit 1`,
  );
  return newest ?? { version: 0, percents: DEFAULT_PERCENTS };
}
