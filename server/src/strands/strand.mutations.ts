import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { adminOnly, type Context } from '../people/viewer.ts';
import { audit } from '../platform/audit.ts';
import { Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, problemsOf, reject, Rejected } from '../platform/results.ts';
import { tellOfGroup, tellOfStrand } from './group.events.ts';
import { Group } from './group.ts';
import { cleanName, cleanPurpose, freeSlug } from './group.words.ts';
import { lockStrand, lockStrandsInUse, openStrand, whyNotOrder, whyNotRename } from './strand.policy.ts';
import { moveAddress } from './old-address.ts';
import { strandsInUse, type StrandRow } from './strand.queries.ts';
import { Strand } from './strand.ts';

@InputType({ description: 'A theme of work to add.' })
export class AddStrandInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => String, { description: 'Its name, up to 80 characters.' }) name!: string;
  @Field(() => String, { description: 'What it is for, up to 600 characters.' }) purpose!: string;
}

@InputType({ description: 'Another name and purpose for a strand.' })
export class RenameStrandInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The strand.' }) strandId!: string;
  @Field(() => Int, { description: 'The version this was written against.' }) version!: number;
  @Field(() => String, { description: 'Its name, up to 80 characters.' }) name!: string;
  @Field(() => String, { description: 'What it is for, up to 600 characters.' }) purpose!: string;
}

@InputType({ description: 'Another order for the strands in use.' })
export class OrderStrandsInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => [ID], { description: 'Every strand in use, once, in the order wanted.' }) strandIds!: string[];
}

@keptPayload
@ObjectType({ description: 'Added, with its home group.' })
export class AddStrandPayload extends Payload<'strand'> {
  @Field(() => Strand, { description: 'As it now stands.' })
  strand(@Ctx() context: Context): Promise<StrandRow> {
    return openStrand(context, this.ids.strand);
  }
}

@keptPayload
@ObjectType({ description: 'Renamed; its old address leads to the new one.' })
export class RenameStrandPayload extends Payload<'strand'> {
  @Field(() => Strand, { description: 'As it now stands.' })
  strand(@Ctx() context: Context): Promise<StrandRow> {
    return openStrand(context, this.ids.strand);
  }
}

@keptPayload
@ObjectType({ description: 'Ordered.' })
export class OrderStrandsPayload extends Payload<never> {
  @Field(() => [Strand], { description: 'The strands in use, in their order.' })
  strands(@Ctx() context: Context): Promise<StrandRow[]> {
    return strandsInUse(context);
  }
}

const AddStrandResult = orRejected(AddStrandPayload);
const RenameStrandResult = orRejected(RenameStrandPayload);
const OrderStrandsResult = orRejected(OrderStrandsPayload);

@Resolver()
export class StrandMutations {
  @Mutation(() => AddStrandResult, { description: 'An admin adds a theme of work, after the others.' })
  async addStrand(
    @Arg('input', () => AddStrandInput, { description: 'Which.' }) input: AddStrandInput,
    @Ctx() context: Context,
  ): Promise<AddStrandPayload | Rejected> {
    const { id: actorId } = adminOnly(context);
    const { em } = context;
    const name = cleanName(input.name);
    const purpose = cleanPurpose(input.purpose);
    const problems = problemsOf(name.problem, purpose.problem);
    if (problems.length > 0) return reject(...problems);

    const before = await lockStrandsInUse(context);
    const home = new Group(await freeSlug(em, name.text), name.text, purpose.text);
    const strand = new Strand(home, Math.max(0, ...before.map(({ position }) => position)) + 1);
    em.persist([home, strand]);
    const after = { name: name.text, purpose: purpose.text };
    audit(em, { actorId, verb: 'addStrand', target: `strand:${strand.id}`, after });
    tellOfGroup(em, home);
    tellOfStrand(em, strand);
    return new AddStrandPayload({ strand: strand.id });
  }

  @Mutation(() => RenameStrandResult, {
    description: 'An admin renames a strand and its home group. The old address goes on leading there.',
  })
  async renameStrand(
    @Arg('input', () => RenameStrandInput, { description: 'Which, and how.' }) input: RenameStrandInput,
    @Ctx() context: Context,
  ): Promise<RenameStrandPayload | Rejected> {
    const { id: actorId } = adminOnly(context);
    const { em } = context;
    const strand = await lockStrand(context, input.strandId);
    const name = cleanName(input.name);
    const purpose = cleanPurpose(input.purpose);
    const problems = problemsOf(whyNotRename(strand, input.version), name.problem, purpose.problem);
    if (problems.length > 0) return reject(...problems);

    const home = strand.homeGroup.getEntity();
    const slug =
      name.text === strand.name ? strand.slug : await freeSlug(em, name.text, { groupId: home.id });
    await moveAddress(em, { subjectId: strand.id, from: `strands/${strand.slug}`, to: `strands/${slug}` });
    await moveAddress(em, { subjectId: home.id, from: `groups/${home.slug}`, to: `groups/${slug}` });
    const before = { name: strand.name, purpose: strand.purpose };
    const after = { name: name.text, purpose: purpose.text };
    audit(em, { actorId, verb: 'renameStrand', target: `strand:${strand.id}`, before, after });
    Object.assign(strand, { slug, ...after, version: strand.version + 1 });
    home.change({ slug, ...after });
    tellOfGroup(em, home);
    tellOfStrand(em, strand);
    return new RenameStrandPayload({ strand: strand.id });
  }

  @Mutation(() => OrderStrandsResult, { description: 'An admin orders the strands in use.' })
  async orderStrands(
    @Arg('input', () => OrderStrandsInput, { description: 'How.' }) { strandIds }: OrderStrandsInput,
    @Ctx() context: Context,
  ): Promise<OrderStrandsPayload | Rejected> {
    const { id: actorId } = adminOnly(context);
    const strands = await lockStrandsInUse(context);
    const problem = whyNotOrder(strands, strandIds);
    if (problem) return reject(problem);

    for (const strand of strands) {
      const position = strandIds.indexOf(strand.id) + 1;
      if (strand.position === position) continue;
      const [before, after] = [{ position: strand.position }, { position }];
      const target = `strand:${strand.id}`;
      audit(context.em, { actorId, verb: 'orderStrands', target, before, after });
      strand.position = position;
      strand.version += 1;
      tellOfStrand(context.em, strand);
    }
    return new OrderStrandsPayload({} as Record<never, string>);
  }
}
