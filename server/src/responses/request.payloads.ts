import { ObjectType } from 'type-graphql';
import { keptPayload } from '../platform/payload.ts';
import { orRejected } from '../platform/results.ts';
import { RequestPayload } from '../requests/request.payload.ts';

@keptPayload
@ObjectType({ description: 'The request, with its experts invited.' })
export class InviteExpertsPayload extends RequestPayload {}

@keptPayload
@ObjectType({ description: 'The request, with its matches by name.' })
export class RevealMatchesPayload extends RequestPayload {}

@keptPayload
@ObjectType({ description: 'The request, with its outcome.' })
export class RecordOutcomePayload extends RequestPayload {}

@keptPayload
@ObjectType({ description: 'The request, delivered.' })
export class DeliverRequestPayload extends RequestPayload {}

@keptPayload
@ObjectType({ description: 'The request, closed; everyone who responded was told.' })
export class CloseRequestPayload extends RequestPayload {}

@keptPayload
@ObjectType({ description: 'The request, cancelled; everyone who responded was told.' })
export class CancelRequestPayload extends RequestPayload {}

@keptPayload
@ObjectType({ description: 'The request, marked as unfilled; everyone who responded was told.' })
export class MarkUnfilledPayload extends RequestPayload {}

@keptPayload
@ObjectType({ description: 'The request, open again.' })
export class ReopenRequestPayload extends RequestPayload {}

@keptPayload
@ObjectType({ description: 'The request, with one’s conflict declared or ended.' })
export class DeclareConflictPayload extends RequestPayload {}

export const DeclareConflictResult = orRejected(DeclareConflictPayload);
export const InviteExpertsResult = orRejected(InviteExpertsPayload);
export const RevealMatchesResult = orRejected(RevealMatchesPayload);
export const RecordOutcomeResult = orRejected(RecordOutcomePayload);
export const DeliverRequestResult = orRejected(DeliverRequestPayload);
export const CloseRequestResult = orRejected(CloseRequestPayload);
export const CancelRequestResult = orRejected(CancelRequestPayload);
export const MarkUnfilledResult = orRejected(MarkUnfilledPayload);
export const ReopenRequestResult = orRejected(ReopenRequestPayload);
