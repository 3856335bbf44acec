import { Field, ID, InputType, Int } from 'type-graphql';
import { Uuid } from '../platform/ids.ts';
import { Day } from '../platform/instant.ts';

@InputType({ description: 'What came of a request.' })
export class RecordOutcomeInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The request.' }) requestId!: string;
  @Field(() => Int, { description: 'The version it was written against.' }) version!: number;
  @Field(() => String, { description: 'What was made, up to 4,000 characters.' }) result!: string;
  @Field(() => String, { description: 'How it is used, up to 4,000 characters.' }) usedHow!: string;
  @Field(() => String, { description: 'What changed because of it, up to 4,000 characters.' })
  changedWhat!: string;
  @Field(() => String, { defaultValue: '', description: 'What the next request should know; may be empty.' })
  lesson!: string;
  @Field(() => String, {
    defaultValue: '',
    description: 'What shows it: documents, figures, addresses; may be empty.',
  })
  evidence!: string;
}

@InputType({ description: 'A request whose work is done.' })
export class DeliverRequestInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The request.' }) requestId!: string;
  @Field(() => Int, { description: 'The version it was seen in.' }) version!: number;
}

@InputType({ description: 'A request to close.' })
export class CloseRequestInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The request.' }) requestId!: string;
  @Field(() => Int, { description: 'The version it was seen in.' }) version!: number;
  @Field(() => String, { description: 'What everyone who still waits is told, up to 2,000 characters.' })
  feedback!: string;
}

@InputType({ description: 'A request to give up.' })
export class CancelRequestInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The request.' }) requestId!: string;
  @Field(() => Int, { description: 'The version it was seen in.' }) version!: number;
  @Field(() => String, { description: 'Why, up to 500 characters.' }) reason!: string;
  @Field(() => String, {
    defaultValue: '',
    description: 'What everyone who still waits is told; needed when somebody does.',
  })
  feedback!: string;
}

@InputType({ description: 'A request for which nobody suitable was found.' })
export class MarkUnfilledInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The request.' }) requestId!: string;
  @Field(() => Int, { description: 'The version it was seen in.' }) version!: number;
  @Field(() => String, { description: 'Why, up to 500 characters.' }) reason!: string;
  @Field(() => String, {
    defaultValue: '',
    description: 'What everyone who still waits is told; needed when somebody does.',
  })
  feedback!: string;
}

@InputType({ description: 'A request to open again.' })
export class ReopenRequestInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The request.' }) requestId!: string;
  @Field(() => Int, { description: 'The version it was seen in.' }) version!: number;
  @Field(() => Date, { description: 'Until when it takes responses now.' }) closesAt!: Date;
  @Field(() => Day, {
    nullable: true,
    description: 'The day the work is needed by now; without one the day before stays.',
  })
  neededBy?: string | null;
}
