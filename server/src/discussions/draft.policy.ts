import { signedIn, type Context } from '../people/viewer.ts';
import { announce, event } from '../platform/announce.ts';
import type { EntityManager } from '../platform/database.ts';
import { ProblemCode, type Problem } from '../platform/results.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';
import { publicWords, type Words } from '../platform/words.ts';
import * as say from '../platform/say/generated/discussions.ts';
import type { Draft } from './draft.ts';

export const DRAFT_MAX = 20_000;
export const MOST_DRAFTS = 100;

export const draftChanged = event('draft.changed');

export type DraftRow = Pick<Draft, 'place' | 'body' | 'version' | 'updatedAt'>;

/** A draft is read and written by one person: their own id is its door. */
export function draftRows(me: string, places: string[]) {
  return sql<DraftRow>`select place, body, version, updated_at as "updatedAt" from draft
    where person_id = ${me} and place = any(${places}::text[])`;
}

export async function openDraft(context: Context, place: string): Promise<DraftRow | null> {
  return firstRow(context.em, draftRows(signedIn(context).id, [place]));
}

/** Empties a draft that is not wanted any more, and tells the person's other pages. */
export async function discardDraft(em: EntityManager, personId: string, place: string): Promise<void> {
  const [emptied] = await rows<{ version: number }>(
    em,
    sql`
    update draft set body = '', version = version + 1, updated_at = now()
    where person_id = ${personId} and place = ${place} and body <> '' returning version`,
  );
  if (emptied) tellOfDraft(em, personId, place, emptied.version);
}

/**
 * Called by what posts the text. The row is made where there was none, because a page may still hold the text, kept in
 * its browser alone: it learns from the version that it was posted.
 */
export async function emptyDraft(em: EntityManager, personId: string, place: string): Promise<void> {
  const [emptied] = await rows<{ version: number }>(
    em,
    sql`
    insert into draft (person_id, place, body, version, updated_at) values (${personId}, ${place}, '', 1, now())
    on conflict (person_id, place) do update set body = '', version = draft.version + 1, updated_at = now()
    returning version`,
  );
  if (emptied) tellOfDraft(em, personId, place, emptied.version);
}

/** Nobody but the person: what is begun is nobody else's to read. */
export function tellOfDraft(em: EntityManager, personId: string, place: string, version: number): void {
  const stream = `person:${personId}`;
  announce(em, { stream, kind: draftChanged, subjectId: place, subjectVersion: version });
}

/** A draft may lie with us for weeks, so a patient's data is stopped here as anywhere. */
export function cleanDraft(raw: string): Words {
  return publicWords(raw, { max: DRAFT_MAX, multiline: true, field: 'body', label: say.yourText() });
}

const PLACE = /^[a-z][a-z0-9:-]{2,79}$/;

export function whyNoPlace(place: string): Problem | null {
  if (PLACE.test(place)) return null;
  return { code: ProblemCode.NOT_VALID, field: 'place', message: say.noSuchPlace() };
}
