import { ref, type Ref } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { Person } from '../people/person.ts';
import { newId } from '../platform/ids.ts';
import { Request } from './request.ts';

/**
 * A person who works for the programme says that they should not decide on this request. While it stands they
 * neither decide nor hear its staff stream. One row per person and request, ended and taken up again.
 */
@Entity({ tableName: 'conflict' })
@Unique({ properties: ['request', 'person'] })
export class StaffConflict {
  @PrimaryKey({ type: 'uuid' }) id: string = newId();
  @ManyToOne(() => Request, { ref: true, index: false }) request: Ref<Request>;
  @ManyToOne(() => Person, { ref: true }) person: Ref<Person>;
  @Property({ type: 'text', default: '' }) note: string;
  @Property({ type: 'timestamptz' }) at: Date = new Date();
  @Property({ type: 'timestamptz', nullable: true }) endedAt: Date | null = null;

  constructor(request: Request, person: Person, note: string) {
    this.request = ref(request);
    this.person = ref(person);
    this.note = note;
  }

  declare(note: string): void {
    this.note = note;
    this.at = new Date();
    this.endedAt = null;
  }

  end(): void {
    this.endedAt = new Date();
  }
}
