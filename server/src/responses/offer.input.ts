import { Field, ID, InputType, Int } from 'type-graphql';
import { Uuid } from '../platform/ids.ts';
import { Day } from '../platform/instant.ts';

@InputType({ description: 'Work offered to an expert.' })
export class OfferWorkInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The response it answers.' }) responseId!: string;
  @Field(() => Int, { description: 'The version the decision was made on.' }) version!: number;
  @Field(() => Int, { description: 'Hours in all, 1 to 2,000.' }) hours!: number;
  @Field(() => String, { description: 'What is to be handed over, up to 2,000 characters.' })
  deliverables!: string;
  @Field(() => Day, { nullable: true, description: 'The first day; without one it may begin at once.' })
  startsOn?: string | null;
  @Field(() => Day, { nullable: true, description: 'The last day, if there is one.' }) endsOn?: string | null;
}

@InputType({ description: 'An offer to accept.' })
export class AcceptOfferInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The response it was made to.' }) responseId!: string;
  @Field(() => Int, { description: 'The version the decision was made on.' }) version!: number;
}

@InputType({ description: 'An offer to turn down.' })
export class DeclineOfferInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The response it was made to.' }) responseId!: string;
  @Field(() => Int, { description: 'The version the decision was made on.' }) version!: number;
  @Field(() => String, { defaultValue: '', description: 'Why, if they want to say, up to 500 characters.' })
  reason!: string;
}

@InputType({ description: 'Work that is done.' })
export class CompleteEngagementInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The response it came from.' }) responseId!: string;
  @Field(() => Int, { description: 'The version the decision was made on.' }) version!: number;
}

@InputType({ description: 'Work that ends before it is done.' })
export class EndEngagementInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The response it came from.' }) responseId!: string;
  @Field(() => Int, { description: 'The version the decision was made on.' }) version!: number;
  @Field(() => String, { description: 'What the expert is told, up to 2,000 characters.' }) feedback!: string;
}
