import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { adminOnly, type Context } from '../people/viewer.ts';
import { audit, cleanReason } from '../platform/audit.ts';
import { Uuid } from '../platform/ids.ts';
import { keptPayload, Payload } from '../platform/payload.ts';
import { orRejected, problemsOf, reject, Rejected } from '../platform/results.ts';
import { tellOfGroup, tellOfStrand } from './group.events.ts';
import { GroupState } from './group.ts';
import { lockStrand, lockStrandsInUse, openStrand, whyNotArchive, whyNotRestore } from './strand.policy.ts';
import type { StrandRow } from './strand.queries.ts';
import { Strand, StrandState } from './strand.ts';

@InputType({ description: 'A strand to keep for reading only.' })
export class ArchiveStrandInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The strand.' }) strandId!: string;
  @Field(() => String, { nullable: true, description: 'Why, for the record: up to 600 characters.' })
  reason?: string | null;
}

@InputType({ description: 'A strand to take back into use.' })
export class RestoreStrandInput {
  @Field(() => Uuid, { description: 'Made by the client; the same id again has one effect.' })
  clientMutationId!: string;
  @Field(() => ID, { description: 'The strand.' }) strandId!: string;
}

@keptPayload
@ObjectType({ description: 'Kept for reading only.' })
export class ArchiveStrandPayload extends Payload<'strand'> {
  @Field(() => Strand, { description: 'As it now stands.' })
  strand(@Ctx() context: Context): Promise<StrandRow> {
    return openStrand(context, this.ids.strand);
  }
}

@keptPayload
@ObjectType({ description: 'In use again, after the others.' })
export class RestoreStrandPayload extends Payload<'strand'> {
  @Field(() => Strand, { description: 'As it now stands.' })
  strand(@Ctx() context: Context): Promise<StrandRow> {
    return openStrand(context, this.ids.strand);
  }
}

const ArchiveStrandResult = orRejected(ArchiveStrandPayload);
const RestoreStrandResult = orRejected(RestoreStrandPayload);

@Resolver()
export class StrandLifeMutations {
  @Mutation(() => ArchiveStrandResult, {
    description: 'An admin takes a strand out of use: it and its home group are kept for reading.',
  })
  async archiveStrand(
    @Arg('input', () => ArchiveStrandInput, { description: 'Which.' }) input: ArchiveStrandInput,
    @Ctx() context: Context,
  ): Promise<ArchiveStrandPayload | Rejected> {
    const { id } = adminOnly(context);
    const strand = await lockStrand(context, input.strandId);
    const why = cleanReason(input.reason);
    const problems = problemsOf(whyNotArchive(strand), why.problem);
    if (problems.length > 0) return reject(...problems);

    put(context, id, strand, StrandState.ARCHIVED, why.text);
    return new ArchiveStrandPayload({ strand: strand.id });
  }

  @Mutation(() => RestoreStrandResult, {
    description: 'An admin takes an archived strand back into use, with its home group, after the others.',
  })
  async restoreStrand(
    @Arg('input', () => RestoreStrandInput, { description: 'Which.' }) { strandId }: RestoreStrandInput,
    @Ctx() context: Context,
  ): Promise<RestoreStrandPayload | Rejected> {
    const { id } = adminOnly(context);
    const inUse = await lockStrandsInUse(context);
    const strand = await lockStrand(context, strandId);
    const problem = whyNotRestore(strand);
    if (problem) return reject(problem);

    strand.position = Math.max(0, ...inUse.map(({ position }) => position)) + 1;
    put(context, id, strand, StrandState.ACTIVE);
    return new RestoreStrandPayload({ strand: strand.id });
  }
}

/** A strand and its home group live and rest together. */
function put({ em }: Context, actorId: string, strand: Strand, state: StrandState, reason = ''): void {
  const isArchived = state === StrandState.ARCHIVED;
  const verb = isArchived ? 'archiveStrand' : 'restoreStrand';
  const [before, after] = [{ state: strand.state }, { state }];
  audit(em, { actorId, verb, target: `strand:${strand.id}`, before, after, reason });
  const home = strand.homeGroup.getEntity();
  strand.state = state;
  strand.version += 1;
  home.change({ state: isArchived ? GroupState.ARCHIVED : GroupState.ACTIVE });
  tellOfGroup(em, home);
  tellOfStrand(em, strand);
}
