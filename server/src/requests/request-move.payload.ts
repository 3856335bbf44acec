import { ObjectType } from 'type-graphql';
import { keptPayload } from '../platform/payload.ts';
import { RequestPayload } from './request.payload.ts';

@keptPayload
@ObjectType({ description: 'The request, submitted.' })
export class SubmitRequestPayload extends RequestPayload {}

@keptPayload
@ObjectType({ description: 'The request, sent back to its owner.' })
export class ReturnRequestPayload extends RequestPayload {}

@keptPayload
@ObjectType({ description: 'The request, published.' })
export class PublishRequestPayload extends RequestPayload {}

@keptPayload
@ObjectType({ description: 'The request, paused.' })
export class PauseRequestPayload extends RequestPayload {}

@keptPayload
@ObjectType({ description: 'The request, going on where it stood.' })
export class ResumeRequestPayload extends RequestPayload {}

@keptPayload
@ObjectType({ description: 'The request, closed to responses.' })
export class CloseResponsesPayload extends RequestPayload {}

@keptPayload
@ObjectType({ description: 'The request, being assessed.' })
export class StartAssessingPayload extends RequestPayload {}
