import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Report, ReportReason } from '../discussions/report.ts';
import { Person } from '../people/person.ts';

@ObjectType('Report', { description: 'One person says that a reply should be looked at.' })
export class ReportShown implements Pick<Report, 'id' | 'reason' | 'note'> {
  @Field(() => ID, { description: 'Global id.' }) id: string;
  @Field(() => ReportReason, { description: 'Why.' }) reason: ReportReason;
  @Field(() => String, { description: 'What to look at; empty where they said no more.' }) note: string;
  @Field(() => Date, { description: 'When.' }) at: Date | string;
  @Field(() => Person, { description: 'Who; its author is never told.' }) reportedBy: Person;
}

@ObjectType({ description: 'A reply that was reported, for those who look after its group.' })
export class ReportedReply {
  @Field(() => ID, { description: 'The ruling where there is one, the reply while it waits.' }) id: string;
  @Field(() => Date, { description: 'When it was first reported, or when it was settled.' }) at:
    Date | string;
  @Field(() => Int, { description: 'How many people reported it.' }) count: number;
  @Field(() => [ReportShown], { description: 'What they say, the first twenty of them.' })
  reports: ReportShown[];
  @Field(() => Int, {
    description: 'How often its author was warned or had a reply removed, in groups the viewer looks after.',
  })
  earlier: number;
}

export enum ReportsView {
  WAITING = 'WAITING',
  SETTLED = 'SETTLED',
}
registerEnumType(ReportsView, {
  name: 'ReportsView',
  description: 'Which reported replies to show.',
  valuesConfig: {
    WAITING: { description: 'Those that wait to be looked at, the longest waiting first.' },
    SETTLED: { description: 'Those that were settled, the latest first.' },
  },
});
