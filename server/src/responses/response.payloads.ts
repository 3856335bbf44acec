import { Ctx, Field, ObjectType } from 'type-graphql';
import type { Context } from '../people/viewer.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected } from '../platform/results.ts';
import { openResponse, type ResponseRow } from './response.policy.ts';
import { Response } from './response.ts';

/** What every mutation of a response answers with. Each extends it under a name of its own. */
@ObjectType({ description: 'A response that was changed.' })
export class ResponsePayload extends Payload<'response'> {
  @Field(() => Response, { description: 'As it now stands.' })
  response(@Ctx() context: Context): Promise<ResponseRow> {
    return openResponse(context, this.ids.response);
  }
}

@keptPayload
@ObjectType({ description: 'The response, as sent.' })
export class RespondPayload extends ResponsePayload {}

@keptPayload
@ObjectType({ description: 'The invitation, seen.' })
export class SeeInvitationPayload extends ResponsePayload {}

@keptPayload
@ObjectType({ description: 'The response, withdrawn.' })
export class WithdrawResponsePayload extends ResponsePayload {}

@keptPayload
@ObjectType({ description: 'The declaration, assessed.' })
export class AssessDeclarationPayload extends ResponsePayload {}

@keptPayload
@ObjectType({ description: 'The response, shortlisted.' })
export class ShortlistPayload extends ResponsePayload {}

@keptPayload
@ObjectType({ description: 'The work, offered.' })
export class OfferWorkPayload extends ResponsePayload {}

@keptPayload
@ObjectType({ description: 'The offer, accepted.' })
export class AcceptOfferPayload extends ResponsePayload {}

@keptPayload
@ObjectType({ description: 'The offer, turned down.' })
export class DeclineOfferPayload extends ResponsePayload {}

@keptPayload
@ObjectType({ description: 'The response, not selected.' })
export class NotSelectPayload extends ResponsePayload {}

@keptPayload
@ObjectType({ description: 'The work, recorded as done.' })
export class CompleteEngagementPayload extends ResponsePayload {}

@keptPayload
@ObjectType({ description: 'The work, ended before it was done.' })
export class EndEngagementPayload extends ResponsePayload {}

export const RespondResult = orRejected(RespondPayload);
export const SeeInvitationResult = orRejected(SeeInvitationPayload);
export const WithdrawResponseResult = orRejected(WithdrawResponsePayload);
export const AssessDeclarationResult = orRejected(AssessDeclarationPayload);
export const ShortlistResult = orRejected(ShortlistPayload);
export const OfferWorkResult = orRejected(OfferWorkPayload);
export const AcceptOfferResult = orRejected(AcceptOfferPayload);
export const DeclineOfferResult = orRejected(DeclineOfferPayload);
export const NotSelectResult = orRejected(NotSelectPayload);
export const CompleteEngagementResult = orRejected(CompleteEngagementPayload);
export const EndEngagementResult = orRejected(EndEngagementPayload);
