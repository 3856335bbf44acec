import { LockMode } from '@mikro-orm/core';
import type { Context } from '../people/viewer.ts';
import { closedDoor } from '../platform/errors.ts';
import { isId } from '../platform/ids.ts';
import { ProblemCode, type Problem } from '../platform/results.ts';
import { firstRow, sql } from '../platform/sql.ts';
import { Group } from './group.ts';
import { strandRows, type StrandRow } from './strand.queries.ts';
import { Strand, StrandState } from './strand.ts';
import * as say from '../platform/say/generated/strands.ts';

/** The door to one strand, by id. Strands are public. */
export async function openStrand({ em }: Context, id: string): Promise<StrandRow> {
  const row = await firstRow<StrandRow>(em, sql`${strandRows} where t.id = ${id}`);
  return row ?? closedDoor();
}

/** The same door for writing, with its home group: their rows are locked until the transaction ends. */
export async function lockStrand({ em }: Context, id: string): Promise<Strand> {
  const found = isId(id) ? await em.findOne(Strand, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (!found) return closedDoor();
  await found.homeGroup.loadOrFail({ lockMode: LockMode.PESSIMISTIC_WRITE });
  return found;
}

/** The same for several strands and their home groups, each kind in the order in which everybody locks it. */
export async function lockStrands({ em }: Context, ids: string[]): Promise<Strand[]> {
  const known = ids.filter(isId).map((id) => id.toLowerCase());
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const found = await em.find(Strand, { id: { $in: known } }, { lockMode, orderBy: { id: 'asc' } });
  const homes = found.map(({ homeGroup }) => homeGroup.id);
  await em.find(Group, { id: { $in: homes } }, { lockMode, orderBy: { id: 'asc' } });
  return ids.map((id) => found.find((strand) => strand.id === id.toLowerCase()) ?? closedDoor());
}

/** The strands in use for writing, in their order. */
export function lockStrandsInUse({ em }: Context): Promise<Strand[]> {
  return em.find(
    Strand,
    { state: StrandState.ACTIVE },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
}

export function whyNotRename(strand: Strand, version: number): Problem | null {
  if (strand.state !== StrandState.ACTIVE) {
    return { code: ProblemCode.WRONG_STATE, message: say.strandNotInUse() };
  }
  return strand.version === version
    ? null
    : {
        code: ProblemCode.STALE,
        field: 'version',
        message: say.strandChanged(),
      };
}

/** An order names every strand in use, once. */
export function whyNotOrder(strands: readonly Strand[], ids: readonly string[]): Problem | null {
  const known = new Set(strands.map(({ id }) => id));
  const isWhole =
    ids.length === known.size && new Set(ids).size === ids.length && ids.every((id) => known.has(id));
  return isWhole
    ? null
    : {
        code: ProblemCode.STALE,
        field: 'strandIds',
        message: say.orderStrandsAnew(),
      };
}

export function whyNotArchive(strand: Strand): Problem | null {
  return strand.state === StrandState.ACTIVE
    ? null
    : { code: ProblemCode.ALREADY_DONE, message: say.strandNotInUse() };
}

export function whyNotRestore(strand: Pick<Strand, 'state'>): Problem | null {
  return strand.state === StrandState.ARCHIVED
    ? null
    : { code: ProblemCode.WRONG_STATE, message: say.onlyArchivedRestored() };
}
