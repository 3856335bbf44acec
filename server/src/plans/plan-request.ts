import { PrimaryKeyProp, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, Property } from '@mikro-orm/decorators/legacy';
import { Request } from '../requests/request.ts';
import { Plan } from './plan.ts';

/** A request in a plan: how many it still needs and how the plan serves it. */
@Entity()
export class PlanRequest {
  [PrimaryKeyProp]?: ['plan', 'request'];
  @ManyToOne(() => Plan, { ref: true, primary: true, index: false, deleteRule: 'cascade' }) plan: Ref<Plan>;
  @ManyToOne(() => Request, { ref: true, primary: true }) request: Ref<Request>;
  @Property({ type: 'integer', default: 0 }) needed: number = 0;
  /** Seats for which the plan has nobody. */
  @Property({ type: 'integer', default: 0 }) empty: number = 0;
  /** How many people passed its gates and could be asked. */
  @Property({ type: 'integer', default: 0 }) passed: number = 0;
  /** The scores of the first of its own list, as many as it needs, together; and of those the plan seats. */
  @Property({ type: 'double', default: 0 }) listScore: number = 0;
  @Property({ type: 'double', default: 0 }) planScore: number = 0;
}
