import { ref, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Person } from '../people/person.ts';
import { newId } from '../platform/ids.ts';
import { Request } from '../requests/request.ts';
import type { Match, Weights } from './shapes.ts';

/** One person of a ranking, as they stood on that day. */
export type Shown = Pick<Match, 'expertId' | 'band' | 'score'> & { rank: number };

/** What staff were shown when they invited: the rules, the weights and the order, so that a choice can be understood later. */
@Entity()
export class MatchRun {
  @PrimaryKey({ type: 'uuid' }) id: string = newId();
  @ManyToOne(() => Request, { ref: true }) request: Ref<Request>;
  @Property({ type: 'text' }) rulesVersion: string;
  @Property({ type: 'json' }) weights: Weights;
  @Property({ type: 'json' }) shown: Shown[];
  @Property({ type: 'integer' }) considered: number;
  @ManyToOne(() => Person, { ref: true, index: false }) by: Ref<Person>;
  @Property({ type: 'timestamptz' }) at: Date = new Date();

  constructor(
    request: Request,
    by: Person,
    run: Pick<MatchRun, 'rulesVersion' | 'weights' | 'shown' | 'considered'>,
  ) {
    this.request = ref(request);
    this.by = ref(by);
    Object.assign(this, run);
  }
}
