import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import * as say from '../platform/say/generated/people.ts';
import { audit, cleanReason, type Deed } from '../platform/audit.ts';
import { Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, problemsOf, reject, Rejected } from '../platform/results.ts';
import { rows, sql } from '../platform/sql.ts';
import { cleanText } from '../platform/text.ts';
import { NAME_MAX, whyNotName } from './names.ts';
import { tellOfPerson, tellOfProfile, tellOfRights } from './person.events.ts';
import { lockPerson, openPerson, whyNotChangeRole, whyNotSuspend, whyNotVerify } from './person.policy.ts';
import { Person, Role } from './person.ts';
import type { ProfileRow } from './profile.rows.ts';
import { Profile } from './profile.ts';
import { adminOnly, signedIn, staffOnly, type Context } from './viewer.ts';

@InputType({ description: 'Another name for oneself.' })
export class RenamePersonInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => String, { description: 'The name to go by, up to 80 characters.' }) displayName!: string;
}

@InputType({ description: 'Whether a person is who they say.' })
export class VerifyPersonInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The person.' }) personId!: string;
  @Field(() => Boolean, { description: 'True once checked; false takes it back.' }) verified!: boolean;
}

@InputType({ description: 'Another role for a person.' })
export class ChangeRoleInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The person.' }) personId!: string;
  @Field(() => Role, { description: 'What they shall be to the hub.' }) role!: Role;
  @Field(() => String, { nullable: true, description: 'Why, for the record: up to 600 characters.' })
  reason?: string | null;
}

@InputType({ description: 'Whether a person is shut out for now.' })
export class SuspendPersonInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The person.' }) personId!: string;
  @Field(() => Boolean, { description: 'True shuts them out; false lets them back.' }) suspended!: boolean;
  @Field(() => String, { nullable: true, description: 'Why, for the record: up to 600 characters.' })
  reason?: string | null;
}

@keptPayload
@ObjectType({ description: 'Renamed.' })
export class RenamePersonPayload extends Payload<'person'> {
  @Field(() => Person, { description: 'As they now are.' })
  person(@Ctx() context: Context): Promise<ProfileRow> {
    return openPerson(context, this.ids.person);
  }
}

@keptPayload
@ObjectType({ description: 'Verified, or no longer.' })
export class VerifyPersonPayload extends Payload<'person'> {
  @Field(() => Person, { description: 'As they now are.' })
  person(@Ctx() context: Context): Promise<ProfileRow> {
    return openPerson(context, this.ids.person);
  }
}

@keptPayload
@ObjectType({ description: 'Given the role.' })
export class ChangeRolePayload extends Payload<'person'> {
  @Field(() => Person, { description: 'As they now are.' })
  person(@Ctx() context: Context): Promise<ProfileRow> {
    return openPerson(context, this.ids.person);
  }
}

@keptPayload
@ObjectType({ description: 'Shut out, or let back.' })
export class SuspendPersonPayload extends Payload<'person'> {
  @Field(() => Person, { description: 'As they now are.' })
  person(@Ctx() context: Context): Promise<ProfileRow> {
    return openPerson(context, this.ids.person);
  }
}

const RenamePersonResult = orRejected(RenamePersonPayload);
const VerifyPersonResult = orRejected(VerifyPersonPayload);
const ChangeRoleResult = orRejected(ChangeRolePayload);
const SuspendPersonResult = orRejected(SuspendPersonPayload);

@Resolver()
export class PersonMutations {
  @Mutation(() => RenamePersonResult, {
    description: 'Changes the name one goes by; the name in addresses stays.',
  })
  async renamePerson(
    @Arg('input', () => RenamePersonInput, { description: 'The name.' }) input: RenamePersonInput,
    @Ctx() context: Context,
  ): Promise<RenamePersonPayload | Rejected> {
    const { person } = await lockPerson(context, signedIn(context).id);
    const problem = whyNotName(input.displayName);
    if (problem) return reject(problem);

    const cleaned = cleanText(input.displayName, {
      max: NAME_MAX,
      field: 'displayName',
      label: say.yourName(),
    });
    if ('text' in cleaned) person.displayName = cleaned.text.trim();
    person.version += 1;
    tellOfPerson(context.em, person);
    return new RenamePersonPayload({ person: person.id });
  }

  @Mutation(() => VerifyPersonResult, {
    description: 'Staff vouch that a person is who they say, or no longer.',
  })
  async verifyPerson(
    @Arg('input', () => VerifyPersonInput, { description: 'Whom.' }) input: VerifyPersonInput,
    @Ctx() context: Context,
  ): Promise<VerifyPersonPayload | Rejected> {
    staffOnly(context);
    const { person, by } = await lockPerson(context, input.personId);
    const problems = problemsOf(whyNotVerify(by, person));
    if (problems.length > 0) return reject(...problems);

    const profile = await context.em.findOne(Profile, { person });
    const before = { verified: person.verifiedAt !== null };
    audit(context.em, { ...deed(by, 'verifyPerson', person), before, after: { verified: input.verified } });
    person.verify(input.verified ? by : null);
    if (profile?.vouch(input.verified)) tellOfProfile(context.em, profile);
    tellOfPerson(context.em, person);
    tellOfRights(context.em, person.id);
    return new VerifyPersonPayload({ person: person.id });
  }

  @Mutation(() => ChangeRoleResult, { description: 'An admin makes somebody a member, staff or an admin.' })
  async changeRole(
    @Arg('input', () => ChangeRoleInput, { description: 'Whose, and which.' }) input: ChangeRoleInput,
    @Ctx() context: Context,
  ): Promise<ChangeRolePayload | Rejected> {
    adminOnly(context);
    const { person, by } = await lockPerson(context, input.personId);
    const why = cleanReason(input.reason);
    const problems = problemsOf(whyNotChangeRole(by, person), why.problem);
    if (problems.length > 0) return reject(...problems);

    const [before, after] = [{ role: person.role }, { role: input.role }];
    audit(context.em, { ...deed(by, 'changeRole', person), before, after, reason: why.text });
    person.role = input.role;
    person.version += 1;
    tellOfPerson(context.em, person);
    tellOfRights(context.em, person.id);
    return new ChangeRolePayload({ person: person.id });
  }

  @Mutation(() => SuspendPersonResult, {
    description: 'An admin shuts somebody out, ending their sessions, or lets them back.',
  })
  async suspendPerson(
    @Arg('input', () => SuspendPersonInput, { description: 'Whom.' }) input: SuspendPersonInput,
    @Ctx() context: Context,
  ): Promise<SuspendPersonPayload | Rejected> {
    adminOnly(context);
    const { person, by } = await lockPerson(context, input.personId);
    const why = cleanReason(input.reason);
    const problems = problemsOf(whyNotSuspend(by, person), why.problem);
    if (problems.length > 0) return reject(...problems);

    const before = { suspended: person.suspendedAt !== null };
    const after = { suspended: input.suspended };
    audit(context.em, { ...deed(by, 'suspendPerson', person), before, after, reason: why.text });
    person.suspend(input.suspended);
    if (input.suspended) await rows(context.em, sql`delete from session where user_id = ${person.id}`);
    tellOfPerson(context.em, person);
    tellOfRights(context.em, person.id);
    return new SuspendPersonPayload({ person: person.id });
  }
}

function deed(by: Person, verb: string, { id }: Person): Deed {
  return { actorId: by.id, verb, target: `person:${id}` };
}
