import type { Criterion, Expertise, ExpertFacts, Judgement, Level } from './shapes.ts';
import { contentWords, words } from './tokenise.ts';
import { relatedLabels } from './vocabulary.ts';

/** Finds the person's evidence that has all the words, where evidence is to be looked at. */
export type FindItem = (words: readonly string[]) => { title: string } | undefined;

/** Met when one expertise item or specialty has every word asked for, at the level asked for or above. */
export function judgeExpertise(
  { value, level }: Criterion,
  expert: ExpertFacts,
  findItem: FindItem,
): Judgement {
  const wanted = contentWords(value);
  if (wanted.length === 0) return { met: 'NO', why: { kind: 'NOTHING_TO_COMPARE' } };

  const rank = rankOf(level);
  const claims = claimsOf(expert, wanted);
  const best = bestOf(claims);
  const asked = rank > 0 ? (LEVELS[rank] ?? null) : null;
  if (best)
    return { met: rankOf(best.level) >= rank ? 'EXACT' : 'RELATED', why: { ...listing(best), asked } };

  const item = findItem(wanted);
  if (item) return { met: 'RELATED', why: { kind: 'SHOWS_UNLISTED', title: item.title, value } };
  const [near] = claims
    .filter(({ share }) => share >= RELATED_SHARE)
    .sort((one, other) => other.share - one.share);
  if (near) return { met: 'RELATED', why: { ...listing(near), near: value } };
  const kin = relatedClaim(value, expert);
  if (kin) return { met: 'RELATED', worth: RELATED_LABEL, why: { kind: 'LISTS_RELATED', name: kin, value } };
  return { met: 'NO', why: { kind: 'LISTS_NOT', value } };
}

/** What a label that stands beside the one asked for is worth: weak evidence, and never an essential. */
const RELATED_LABEL = 0.3;

/** Something they list under a label that the vocabulary gives beside the one asked for. */
function relatedClaim(value: string, { expertise, specialties }: ExpertFacts): string | undefined {
  const labels = relatedLabels(value);
  if (labels.length === 0) return undefined;
  const listed = [...expertise.map(({ name }) => name), ...specialties];
  return listed.find((name) => labels.some((label) => shareOf(label.words, words(name)) === 1));
}

/** The expertise item that answers a criterion best, when one covers it. */
export function expertiseFor({ value }: Criterion, expert: ExpertFacts): Expertise | null {
  return bestOf(claimsOf(expert, contentWords(value)))?.item ?? null;
}

/** Met when the profession has every word asked for: a mental-health nurse is a nurse. */
export function judgeProfession({ value }: Criterion, { profession }: ExpertFacts): Judgement {
  if (!profession?.trim()) return { met: 'NO', why: { kind: 'PROFESSION_UNSAID' } };
  const share = shareOf(contentWords(value), words(profession));
  const met = share === 1 ? 'EXACT' : share >= RELATED_SHARE ? 'RELATED' : 'NO';
  return { met, why: { kind: 'WORKS_AS', profession, asked: met === 'EXACT' ? null : value } };
}

const LEVELS: readonly Level[] = ['LEARNING', 'WORKING', 'EXPERIENCED', 'LEADING'];

/** A specialty states no level. Whoever practises one is taken as experienced, and not as leading. */
export const SPECIALTY_LEVEL: Level = 'EXPERIENCED';
const RELATED_SHARE = 0.5;

/** One thing a person lists, and the share of the wanted words it has; without an item it is a specialty. */
type Claim = { item: Expertise | null; name: string; share: number; level: Level };

function claimsOf({ expertise, specialties }: ExpertFacts, wanted: readonly string[]): Claim[] {
  return [
    ...expertise.map((item) => ({
      item,
      name: item.name,
      share: shareOf(wanted, words(`${item.name}\n${item.evidence ?? ''}`)),
      level: item.level,
    })),
    ...specialties.map((name) => ({
      item: null,
      name,
      share: shareOf(wanted, words(name)),
      level: SPECIALTY_LEVEL,
    })),
  ];
}

function listing({ item, name }: Claim) {
  if (!item) return { kind: 'PRACTISES', name } as const;
  const level = LEVELS[rankOf(item.level)] ?? 'LEARNING';
  return { kind: 'LISTS', name, level, years: item.years ?? 0, lastUsed: item.lastUsed || null } as const;
}

function bestOf(claims: readonly Claim[]): Claim | undefined {
  const whole = claims.filter(({ share }) => share === 1);
  return whole.sort((one, other) => rankOf(other.level) - rankOf(one.level))[0];
}

function shareOf(wanted: readonly string[], held: readonly string[]): number {
  return wanted.length === 0 ? 0 : wanted.filter((word) => held.includes(word)).length / wanted.length;
}

/** An unstated or unknown level asks for none in particular. */
export function rankOf(level: string | null): number {
  return Math.max(
    0,
    LEVELS.findIndex((each) => each === level),
  );
}
