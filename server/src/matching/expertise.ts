import type { IndexedItem } from './bm25.ts';
import type { Criterion, Expertise, ExpertFacts, Judgement, Level } from './shapes.ts';
import { contentWords, words } from './tokenise.ts';
import { counted } from './wording.ts';

/** Finds the person's evidence that has all the words, where evidence is to be looked at. */
export type FindItem = (words: readonly string[]) => IndexedItem | undefined;

/** Met when one expertise item or specialty has every word asked for, at the level asked for or above. */
export function judgeExpertise(
  { value, level }: Criterion,
  expert: ExpertFacts,
  findItem: FindItem,
): Judgement {
  const wanted = contentWords(value);
  if (wanted.length === 0) return { met: 'NO', why: 'This criterion has no words to compare.' };

  const asked = rankOf(level);
  const claims = claimsOf(expert, wanted);
  const best = bestOf(claims);
  const askedFor = asked > 0 ? `; you asked for ${levelWord(asked)}` : '';
  if (best)
    return { met: rankOf(best.level) >= asked ? 'EXACT' : 'RELATED', why: `${best.says()}${askedFor}.` };

  const item = findItem(wanted);
  if (item)
    return {
      met: 'RELATED',
      why: `${named(item)} speaks of ${value}, but their expertise does not list it.`,
    };
  const [near] = claims
    .filter(({ share }) => share >= RELATED_SHARE)
    .sort((one, other) => other.share - one.share);
  if (near) return { met: 'RELATED', why: `${near.says()}, which is near to ${value}.` };
  return { met: 'NO', why: `Does not list ${value}.` };
}

/** The expertise item that answers a criterion best, when one covers it. */
export function expertiseFor({ value }: Criterion, expert: ExpertFacts): Expertise | null {
  return bestOf(claimsOf(expert, contentWords(value)))?.item ?? null;
}

/** Met when the profession has every word asked for: a mental-health nurse is a nurse. */
export function judgeProfession({ value }: Criterion, { profession }: ExpertFacts): Judgement {
  if (!profession?.trim()) return { met: 'NO', why: 'Has not stated a profession.' };
  const share = shareOf(contentWords(value), words(profession));
  const met = share === 1 ? 'EXACT' : share >= RELATED_SHARE ? 'RELATED' : 'NO';
  return {
    met,
    why: met === 'EXACT' ? `Works as: ${profession}.` : `Works as: ${profession}; you asked for: ${value}.`,
  };
}

const LEVELS: readonly Level[] = ['LEARNING', 'WORKING', 'EXPERIENCED', 'LEADING'];
const LEVEL_WORDS = ['learning', 'working', 'experienced', 'leading'];

/** A specialty states no level. Whoever practises one is taken as experienced, and not as leading. */
const SPECIALTY_LEVEL: Level = 'EXPERIENCED';
const RELATED_SHARE = 0.5;

/** One thing a person lists, and the share of the wanted words it has. */
type Claim = { item: Expertise | null; share: number; level: Level; says(): string };

function claimsOf({ expertise, specialties }: ExpertFacts, wanted: readonly string[]): Claim[] {
  return [
    ...expertise.map((item) => ({
      item,
      share: shareOf(wanted, words(`${item.name}\n${item.evidence ?? ''}`)),
      level: item.level,
      says: () => listing(item),
    })),
    ...specialties.map((name) => ({
      item: null,
      share: shareOf(wanted, words(name)),
      level: SPECIALTY_LEVEL,
      says: () => `Practises ${name} as a specialty`,
    })),
  ];
}

function listing({ name, level, years, lastUsed }: Expertise): string {
  return [
    `Lists ${name} at ${levelWord(rankOf(level))} level`,
    ...(years ? [counted(years, 'year')] : []),
    ...(lastUsed ? [`last used in ${lastUsed}`] : []),
  ].join(', ');
}

function bestOf(claims: readonly Claim[]): Claim | undefined {
  const whole = claims.filter(({ share }) => share === 1);
  return whole.sort((one, other) => rankOf(other.level) - rankOf(one.level))[0];
}

function shareOf(wanted: readonly string[], held: readonly string[]): number {
  return wanted.length === 0 ? 0 : wanted.filter((word) => held.includes(word)).length / wanted.length;
}

/** An unstated or unknown level asks for none in particular. */
function rankOf(level: string | null): number {
  return Math.max(
    0,
    LEVELS.findIndex((each) => each === level),
  );
}

function levelWord(rank: number): string {
  return LEVEL_WORDS[rank] ?? 'any';
}

function named({ title }: IndexedItem): string {
  return title ? `“${title}”` : 'What they say about themselves';
}
