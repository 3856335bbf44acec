import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { audit, cleanReason } from '../platform/audit.ts';
import { Uuid } from '../platform/ids.ts';
import { tellPerson } from '../platform/inbox.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, problemsOf, reject, type Rejected } from '../platform/results.ts';
import { whyNotDecide, whyNotRefuse } from './approval.policy.ts';
import { tellOfPerson, tellOfRights } from './person.events.ts';
import { lockPerson, openPerson } from './person.policy.ts';
import { Person } from './person.ts';
import type { ProfileRow } from './profile.rows.ts';
import { staffOnly, type Context } from './viewer.ts';

@InputType({ description: 'Somebody who waits, and may come in.' })
export class ApprovePersonInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The person.' }) personId!: string;
}

@InputType({ description: 'Somebody who waits, and may not come in.' })
export class RefusePersonInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The person.' }) personId!: string;
  @Field(() => String, { description: 'Why: they read it. Up to 600 characters.' }) reason!: string;
}

class DecidedPayload extends Payload<'person'> {}

@keptPayload
@ObjectType({ description: 'Let in.' })
export class ApprovePersonPayload extends DecidedPayload {
  @Field(() => Person, { description: 'As they now are.' })
  person(@Ctx() context: Context): Promise<ProfileRow> {
    return openPerson(context, this.ids.person);
  }
}

@keptPayload
@ObjectType({ description: 'Refused.' })
export class RefusePersonPayload extends DecidedPayload {
  @Field(() => Person, { description: 'As they now are.' })
  person(@Ctx() context: Context): Promise<ProfileRow> {
    return openPerson(context, this.ids.person);
  }
}

const ApprovePersonResult = orRejected(ApprovePersonPayload);
const RefusePersonResult = orRejected(RefusePersonPayload);

@Resolver()
export class ApprovalMutations {
  @Mutation(() => ApprovePersonResult, {
    description: 'Staff let somebody in who waits; they hear of it by mail.',
  })
  async approvePerson(
    @Arg('input', () => ApprovePersonInput, { description: 'Whom.' }) input: ApprovePersonInput,
    @Ctx() context: Context,
  ): Promise<ApprovePersonPayload | Rejected> {
    staffOnly(context);
    const { person, by } = await lockPerson(context, input.personId);
    const problem = whyNotDecide(person);
    if (problem) return reject(problem);

    person.letIn();
    const target = `person:${person.id}`;
    audit(context.em, { actorId: by.id, verb: 'approvePerson', target });
    tellPerson(context.em, { personId: person.id, kind: 'ACCOUNT_APPROVED' });
    tellOfPerson(context.em, person);
    tellOfRights(context.em, person.id);
    return new ApprovePersonPayload({ person: person.id });
  }

  @Mutation(() => RefusePersonResult, {
    description: 'Staff refuse an account that waits, with a reason that is mailed to its owner.',
  })
  async refusePerson(
    @Arg('input', () => RefusePersonInput, { description: 'Whom, and why.' }) input: RefusePersonInput,
    @Ctx() context: Context,
  ): Promise<RefusePersonPayload | Rejected> {
    staffOnly(context);
    const { person, by } = await lockPerson(context, input.personId);
    const why = cleanReason(input.reason, true);
    const problems = problemsOf(whyNotRefuse(person), why.problem);
    if (problems.length > 0) return reject(...problems);

    person.refuse(why.text, new Date());
    const target = `person:${person.id}`;
    audit(context.em, { actorId: by.id, verb: 'refusePerson', target, reason: why.text });
    tellPerson(context.em, { personId: person.id, kind: 'ACCOUNT_REFUSED' });
    return new RefusePersonPayload({ person: person.id });
  }
}
