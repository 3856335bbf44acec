import { randomInt } from 'node:crypto';
import type { EntityManager } from '../platform/database.ts';
import { rows, sql } from '../platform/sql.ts';
import { mixedScript } from '../platform/text.ts';
import { publicWords, type Words } from '../platform/words.ts';
import { Privacy } from './group.ts';
import * as say from '../platform/say/generated/strands.ts';

export function cleanName(raw: string): Words {
  const { text, problem } = publicWords(raw, { max: 80, field: 'name', label: say.aName() });
  return { text, problem: problem ?? mixedScript(text) };
}

export function cleanPurpose(raw: string): Words {
  return publicWords(raw, { max: 600, multiline: true, field: 'purpose', label: say.whatItIsFor() });
}

/** The letters of a name in plain Latin where it has them. */
export function slugFrom(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.replace(/[^a-z0-9]+/g, '-').slice(0, 60);
  return words.replace(/^-+|-+$/g, '') || 'group';
}

/**
 * A slug that leads nowhere else, now or before. One is chosen at a time. What only its members may know of gets a
 * number nobody guesses, so that a name that is taken tells nothing.
 */
export async function freeSlug(
  em: EntityManager,
  name: string,
  { privacy = Privacy.OPEN, groupId = null }: { privacy?: Privacy; groupId?: string | null } = {},
): Promise<string> {
  const wanted = slugFrom(name);
  if (privacy === Privacy.CONFIDENTIAL) return `${wanted}-${randomInt(1_000_000, 10_000_000)}`;
  await rows(em, sql`select pg_advisory_xact_lock(hashtext('slug'))`);
  const taken = await rows<{ slug: string }>(
    em,
    sql`
    select slug from "group" where starts_with(slug, ${wanted}) and id is distinct from ${groupId}
    union select substr(path, 8) from old_address
    where starts_with(path, ${`groups/${wanted}`}) and subject_id is distinct from ${groupId}`,
  );
  const slugs = new Set(taken.map(({ slug }) => slug));
  let slug = wanted;
  for (let next = 2; slugs.has(slug); next++) slug = `${wanted}-${next}`;
  return slug;
}
