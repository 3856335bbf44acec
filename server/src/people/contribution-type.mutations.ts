import { Arg, Ctx, Field, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { audit } from '../platform/audit.ts';
import type { EntityManager } from '../platform/database.ts';
import { Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, ProblemCode, problemsOf, reject, Rejected, type Problem } from '../platform/results.ts';
import { rows, sql } from '../platform/sql.ts';
import { publicWords, type Words } from '../platform/words.ts';
import { ContributionKind } from './contribution-kind.ts';
import { adminOnly, type Context } from './viewer.ts';
import * as say from '../platform/say/generated/types.ts';

@InputType({ description: 'A kind of work to add to the list.' })
export class AddContributionTypeInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => String, { description: 'As people read it, up to 60 characters.' }) name!: string;
}

@InputType({ description: 'A kind of work with another name, or no longer offered.' })
export class EditContributionTypeInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => String, { description: 'Its lasting name.' }) code!: string;
  @Field(() => Int, { description: 'The version this was written against.' }) version!: number;
  @Field(() => String, { description: 'As people read it, up to 60 characters.' }) name!: string;
  @Field(() => Boolean, { description: 'True takes it out of the choices; what was chosen before stays.' })
  archived!: boolean;
}

@InputType({ description: 'Another order for the kinds of work.' })
export class OrderContributionTypesInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => [String], { description: 'Every lasting name, once, in the order wanted.' }) codes!: string[];
}

abstract class KindsPayload extends Payload<never> {
  protected all({ em }: Context): Promise<ContributionKind[]> {
    return rows(
      em,
      sql`select code, name, archived_at as "archivedAt", version from contribution_kind order by position, code`,
    );
  }
}

@keptPayload
@ObjectType({ description: 'Added, after the others.' })
export class AddContributionTypePayload extends KindsPayload {
  @Field(() => [ContributionKind], { description: 'The whole list.' })
  contributionTypes(@Ctx() context: Context): Promise<ContributionKind[]> {
    return this.all(context);
  }
}

@keptPayload
@ObjectType({ description: 'Edited.' })
export class EditContributionTypePayload extends KindsPayload {
  @Field(() => [ContributionKind], { description: 'The whole list.' })
  contributionTypes(@Ctx() context: Context): Promise<ContributionKind[]> {
    return this.all(context);
  }
}

@keptPayload
@ObjectType({ description: 'Ordered.' })
export class OrderContributionTypesPayload extends KindsPayload {
  @Field(() => [ContributionKind], { description: 'The whole list.' })
  contributionTypes(@Ctx() context: Context): Promise<ContributionKind[]> {
    return this.all(context);
  }
}

const AddContributionTypeResult = orRejected(AddContributionTypePayload);
const EditContributionTypeResult = orRejected(EditContributionTypePayload);
const OrderContributionTypesResult = orRejected(OrderContributionTypesPayload);
const NONE = {} as Record<never, string>;

@Resolver()
export class ContributionTypeMutations {
  @Mutation(() => AddContributionTypeResult, { description: 'An admin adds a kind of work.' })
  async addContributionType(
    @Arg('input', () => AddContributionTypeInput, { description: 'Which.' }) input: AddContributionTypeInput,
    @Ctx() context: Context,
  ): Promise<AddContributionTypePayload | Rejected> {
    const { id: actorId } = adminOnly(context);
    const { em } = context;
    const kinds = await lockKinds(em);
    const name = cleanName(input.name);
    const problems = problemsOf(name.problem ?? whyTaken(kinds, name.text, null));
    if (problems.length > 0) return reject(...problems);

    const position = Math.max(0, ...kinds.map((kind) => kind.position)) + 1;
    const kind = Object.assign(new ContributionKind(), {
      code: freeCode(kinds, name.text),
      name: name.text,
      position,
    });
    em.persist(kind);
    audit(em, {
      actorId,
      verb: 'addContributionType',
      target: `type:${kind.code}`,
      after: { name: kind.name },
    });
    return new AddContributionTypePayload(NONE);
  }

  @Mutation(() => EditContributionTypeResult, {
    description: 'An admin renames a kind of work, or takes it out of the choices or back.',
  })
  async editContributionType(
    @Arg('input', () => EditContributionTypeInput, { description: 'Which, and how.' })
    input: EditContributionTypeInput,
    @Ctx() context: Context,
  ): Promise<EditContributionTypePayload | Rejected> {
    const { id: actorId } = adminOnly(context);
    const { em } = context;
    const kinds = await lockKinds(em);
    const kind = kinds.find(({ code }) => code === input.code);
    const name = cleanName(input.name);
    const problems = problemsOf(
      kind ? whyOutdated(kind, input.version) : noSuch(),
      name.problem ?? whyTaken(kinds, name.text, input.code),
    );
    if (!kind || problems.length > 0) return reject(...problems);

    const before = { name: kind.name, archived: kind.archivedAt !== null };
    const after = { name: name.text, archived: input.archived };
    audit(em, { actorId, verb: 'editContributionType', target: `type:${kind.code}`, before, after });
    kind.name = name.text;
    kind.archivedAt = input.archived ? (kind.archivedAt ?? new Date()) : null;
    kind.version += 1;
    return new EditContributionTypePayload(NONE);
  }

  @Mutation(() => OrderContributionTypesResult, { description: 'An admin orders the kinds of work.' })
  async orderContributionTypes(
    @Arg('input', () => OrderContributionTypesInput, { description: 'How.' })
    { codes }: OrderContributionTypesInput,
    @Ctx() context: Context,
  ): Promise<OrderContributionTypesPayload | Rejected> {
    const { id: actorId } = adminOnly(context);
    const kinds = await lockKinds(context.em);
    const isWhole = codes.length === kinds.length && kinds.every(({ code }) => codes.includes(code));
    if (!isWhole) return reject(stale());

    for (const kind of kinds) kind.position = codes.indexOf(kind.code) + 1;
    audit(context.em, { actorId, verb: 'orderContributionTypes', target: 'type:*' });
    return new OrderContributionTypesPayload(NONE);
  }
}

const noSuch = (): Problem => ({
  code: ProblemCode.NOT_VALID,
  field: 'code',
  message: say.notOnList(),
});
const stale = (): Problem => ({
  code: ProblemCode.STALE,
  field: 'codes',
  message: say.orderAnew(),
});

function whyOutdated({ version }: ContributionKind, seen: number): Problem | null {
  if (version === seen) return null;
  return { code: ProblemCode.STALE, field: 'version', message: say.kindChanged() };
}

/** One admin at a time; the list is short. */
async function lockKinds(em: EntityManager): Promise<ContributionKind[]> {
  await rows(em, sql`select pg_advisory_xact_lock(hashtext('contribution_kind'))`);
  return em.find(ContributionKind, {}, { orderBy: { position: 'asc', code: 'asc' } });
}

function cleanName(raw: string): Words {
  return publicWords(raw, { max: 60, field: 'name', label: say.aName() });
}

function whyTaken(kinds: readonly ContributionKind[], name: string, code: string | null): Problem | null {
  const plain = name.toLocaleLowerCase();
  const isTaken = kinds.some((kind) => kind.code !== code && kind.name.toLocaleLowerCase() === plain);
  if (!isTaken) return null;
  return { code: ProblemCode.TAKEN, field: 'name', message: say.taken() };
}

/** A lasting name in plain Latin letters; a number where there are none. */
export function freeCode(kinds: readonly Pick<ContributionKind, 'code'>[], name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase();
  const wanted =
    plain
      .replace(/[^A-Z0-9]+/g, '_')
      .slice(0, 32)
      .replace(/^_+|_+$/g, '') || 'TYPE';
  const codes = new Set(kinds.map(({ code }) => code));
  let code = wanted;
  for (let next = 2; codes.has(code); next++) code = `${wanted}_${next}`;
  return code;
}
