import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { Uuid } from '../platform/ids.ts';
import { Day } from '../platform/instant.ts';
import { EvidenceKind } from './evidence.ts';

export enum EvidenceFormat {
  CSV = 'CSV',
  JSONL = 'JSONL',
}
registerEnumType(EvidenceFormat, {
  name: 'EvidenceFormat',
  description: 'How a file of evidence is written.',
  valuesConfig: {
    CSV: { description: 'A table; its first line names the columns: title, text, date, kind.' },
    JSONL: { description: 'One object a line: title, text, date, kind.' },
  },
});

@InputType({ description: 'A piece of evidence to add to one’s own profile.' })
export class AddEvidenceInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => EvidenceKind, { description: 'What it is a record of.' }) kind!: EvidenceKind;
  @Field(() => String, { description: 'What it is called, up to 200 characters.' }) title!: string;
  @Field(() => String, { nullable: true, description: 'What was done, up to 20,000 characters.' })
  body?: string | null;
  @Field(() => Day, { nullable: true, description: 'When, within the last 80 years.' }) day?: string | null;
}

@InputType({ description: 'A piece of one’s own evidence, put better.' })
export class EditEvidenceInput extends AddEvidenceInput {
  @Field(() => ID, { description: 'Which.' }) evidenceId!: string;
}

@InputType({ description: 'A piece of one’s own evidence to take out.' })
export class RemoveEvidenceInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'Which.' }) evidenceId!: string;
}

@InputType({ description: 'A file of evidence: its good lines are added, its bad ones are left out.' })
export class AddEvidenceFileInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => EvidenceFormat, { description: 'How it is written.' }) format!: EvidenceFormat;
  @Field(() => String, { description: 'What stands in it, up to 200,000 characters.' }) text!: string;
}
