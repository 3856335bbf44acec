import { Field, ID, InputType } from 'type-graphql';
import { Uuid } from '../platform/ids.ts';
import { PlanRuleInput } from './plan-rule.ts';

@InputType({ description: 'What to plan.' })
export class MakePlanInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => [ID], {
    defaultValue: [],
    description: 'Which requests, at most 200; none means all that are open and on which the viewer decides.',
  })
  requestIds!: string[];
  @Field(() => [PlanRuleInput], {
    defaultValue: [],
    description: 'Who should be among those asked, at most 10.',
  })
  rules!: PlanRuleInput[];
}

@InputType({ description: 'Which plan to stop making.' })
export class CancelPlanInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The plan.' }) planId!: string;
}

@InputType({ description: 'Which plan to put aside.' })
export class DiscardPlanInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The plan.' }) planId!: string;
}

@InputType({ description: 'Which seats of a plan become invitations.' })
export class AcceptPlanInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The plan.' }) planId!: string;
  @Field(() => [ID], { defaultValue: [], description: 'Which of its seats, at most 200 at once.' })
  seatIds!: string[];
  @Field(() => Boolean, { defaultValue: false, description: 'All that are still proposed.' })
  isWhole!: boolean;
  @Field(() => String, { defaultValue: '', description: 'A word to them, up to 1,000 characters.' })
  message!: string;
}
