import { ref, type Ref } from '@mikro-orm/core';
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { registerEnumType } from 'type-graphql';
import { Person } from '../people/person.ts';
import { newId } from '../platform/ids.ts';
import { Reply } from './reply.ts';
import { Ruling } from './ruling.ts';

export enum ReportReason {
  PATIENT_DATA = 'PATIENT_DATA',
  UNSAFE = 'UNSAFE',
  UNKIND = 'UNKIND',
  ADVERTISING = 'ADVERTISING',
  OTHER = 'OTHER',
}
registerEnumType(ReportReason, {
  name: 'ReportReason',
  description: 'Why somebody reports a reply.',
  valuesConfig: {
    PATIENT_DATA: { description: 'It could identify a patient.' },
    UNSAFE: { description: 'Following it could harm somebody.' },
    UNKIND: { description: 'It insults or threatens somebody.' },
    ADVERTISING: { description: 'It sells something.' },
    OTHER: { description: 'Something else, which the note says.' },
  },
});

/** Somebody says that a reply should be looked at. Who it was stays between them and those who look. */
@Entity()
@Unique({ properties: ['reply', 'reportedBy'] })
@Index({
  name: 'report_waiting',
  expression: 'create index report_waiting on report (reply_id, at) where ruling_id is null',
})
export class Report {
  @PrimaryKey({ type: 'uuid' }) id: string = newId();
  @ManyToOne(() => Reply, { ref: true }) reply: Ref<Reply>;
  @ManyToOne(() => Person, { ref: true, index: false }) reportedBy: Ref<Person>;
  @Enum({ items: () => ReportReason, type: 'text' }) reason: ReportReason;
  @Property({ type: 'text', default: '' }) note: string = '';
  @Property({ type: 'timestamptz' }) at: Date = new Date();
  /** What came of it; null while it waits. */
  @ManyToOne(() => Ruling, { ref: true, nullable: true, index: true }) ruling: Ref<Ruling> | null = null;

  constructor(reply: Reply, reportedBy: Person, reason: ReportReason, note: string) {
    this.reply = ref(reply);
    this.reportedBy = ref(reportedBy);
    this.reason = reason;
    this.note = note;
  }
}
