import { Arg, Ctx, Field, ID, InputType, Int, Mutation, ObjectType, Resolver } from 'type-graphql';
import { adminOnly, type Context } from '../people/viewer.ts';
import { Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, problemsOf, reject, Rejected } from '../platform/results.ts';
import { tellOfGroup, tellOfStrand } from './group.events.ts';
import { Group, GroupState } from './group.ts';
import { cleanName, cleanPurpose, freeSlug } from './group.words.ts';
import {
  lockStrand,
  lockStrandsInUse,
  openStrand,
  whyNotArchive,
  whyNotOrder,
  whyNotRename,
} from './strand.policy.ts';
import { moveAddress } from './old-address.ts';
import { strandsInUse, type StrandRow } from './strand.queries.ts';
import { Strand, StrandState } from './strand.ts';

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

@InputType({ description: 'A strand to keep for reading only.' })
export class ArchiveStrandInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The strand.' }) strandId!: string;
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

@keptPayload
@ObjectType({ description: 'Kept for reading only.' })
export class ArchiveStrandPayload extends Payload<'strand'> {
  @Field(() => Strand, { description: 'As it now stands.' })
  strand(@Ctx() context: Context): Promise<StrandRow> {
    return openStrand(context, this.ids.strand);
  }
}

const AddStrandResult = orRejected(AddStrandPayload);
const RenameStrandResult = orRejected(RenameStrandPayload);
const OrderStrandsResult = orRejected(OrderStrandsPayload);
const ArchiveStrandResult = orRejected(ArchiveStrandPayload);

@Resolver()
export class StrandMutations {
  @Mutation(() => AddStrandResult, { description: 'An admin adds a theme of work, after the others.' })
  async addStrand(
    @Arg('input', () => AddStrandInput, { description: 'Which.' }) input: AddStrandInput,
    @Ctx() context: Context,
  ): Promise<AddStrandPayload | Rejected> {
    adminOnly(context);
    const { em } = context;
    const name = cleanName(input.name);
    const purpose = cleanPurpose(input.purpose);
    const problems = problemsOf(name.problem, purpose.problem);
    if (problems.length > 0) return reject(...problems);

    const before = await lockStrandsInUse(context);
    const home = new Group(await freeSlug(em, name.text), name.text, purpose.text);
    const strand = new Strand(home, Math.max(0, ...before.map(({ position }) => position)) + 1);
    em.persist([home, strand]);
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
    adminOnly(context);
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
    for (const each of [strand, home]) {
      Object.assign(each, { slug, name: name.text, purpose: purpose.text, version: each.version + 1 });
    }
    tellOfGroup(em, home);
    tellOfStrand(em, strand);
    return new RenameStrandPayload({ strand: strand.id });
  }

  @Mutation(() => OrderStrandsResult, { description: 'An admin orders the strands in use.' })
  async orderStrands(
    @Arg('input', () => OrderStrandsInput, { description: 'How.' }) { strandIds }: OrderStrandsInput,
    @Ctx() context: Context,
  ): Promise<OrderStrandsPayload | Rejected> {
    adminOnly(context);
    const strands = await lockStrandsInUse(context);
    const problem = whyNotOrder(strands, strandIds);
    if (problem) return reject(problem);

    for (const strand of strands) {
      const position = strandIds.indexOf(strand.id) + 1;
      if (strand.position === position) continue;
      strand.position = position;
      strand.version += 1;
      tellOfStrand(context.em, strand);
    }
    return new OrderStrandsPayload({} as Record<never, string>);
  }

  @Mutation(() => ArchiveStrandResult, {
    description: 'An admin takes a strand out of use: it and its home group are kept for reading.',
  })
  async archiveStrand(
    @Arg('input', () => ArchiveStrandInput, { description: 'Which.' }) { strandId }: ArchiveStrandInput,
    @Ctx() context: Context,
  ): Promise<ArchiveStrandPayload | Rejected> {
    adminOnly(context);
    const strand = await lockStrand(context, strandId);
    const problem = whyNotArchive(strand);
    if (problem) return reject(problem);

    const home = strand.homeGroup.getEntity();
    strand.state = StrandState.ARCHIVED;
    home.state = GroupState.ARCHIVED;
    for (const each of [strand, home]) each.version += 1;
    tellOfGroup(context.em, home);
    tellOfStrand(context.em, strand);
    return new ArchiveStrandPayload({ strand: strand.id });
  }
}
