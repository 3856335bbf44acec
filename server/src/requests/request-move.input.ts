import { Field, ID, InputType, Int } from 'type-graphql';
import { Uuid } from '../platform/ids.ts';

@InputType({ description: 'A request, in the version it was seen in.' })
export class MoveRequestInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The request.' }) requestId!: string;
  @Field(() => Int, { description: 'The version it was seen in.' }) version!: number;
}

@InputType({ description: 'A request, in the version it was seen in, and why.' })
export class MoveRequestWithReasonInput extends MoveRequestInput {
  @Field(() => String, { description: 'Why, up to 1,000 characters, for everyone who reads it in full.' })
  reason!: string;
}

@InputType({ description: 'A request to submit.' })
export class SubmitRequestInput extends MoveRequestInput {}

@InputType({ description: 'A request to send back.' })
export class ReturnRequestInput extends MoveRequestWithReasonInput {}

@InputType({ description: 'A request to publish.' })
export class PublishRequestInput extends MoveRequestInput {}

@InputType({ description: 'A request to pause.' })
export class PauseRequestInput extends MoveRequestWithReasonInput {}

@InputType({ description: 'A paused request to let go on.' })
export class ResumeRequestInput extends MoveRequestInput {}

@InputType({ description: 'A request to close to responses.' })
export class CloseResponsesInput extends MoveRequestInput {}

@InputType({ description: 'A request whose responses to assess.' })
export class StartAssessingInput extends MoveRequestInput {}
