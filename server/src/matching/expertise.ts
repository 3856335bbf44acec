import type { Criterion, Expertise, ExpertFacts, Judgement, Level } from './shapes.ts';
import { contentWords, words } from './tokenise.ts';
import { beside, by, type Voice } from './voice.ts';
import { relatedLabels } from './vocabulary.ts';
import { counted } from './wording.ts';

/** Finds the person's evidence that has all the words, where evidence is to be looked at. */
export type FindItem = (words: readonly string[]) => { title: string } | undefined;

/** Met when one expertise item or specialty has every word asked for, at the level asked for or above. */
export function judgeExpertise(
  { value, level }: Criterion,
  expert: ExpertFacts,
  findItem: FindItem,
  voice: Voice,
): Judgement {
  const wanted = contentWords(value);
  if (wanted.length === 0) return { met: 'NO', why: 'This criterion has no words to compare.' };

  const asked = rankOf(level);
  const claims = claimsOf(expert, wanted);
  const best = bestOf(claims);
  const askedFor = asked > 0 ? beside(voice, levelWord(asked)) : '';
  if (best)
    return { met: rankOf(best.level) >= asked ? 'EXACT' : 'RELATED', why: `${best.says(voice)}${askedFor}.` };

  const item = findItem(wanted);
  if (item)
    return {
      met: 'RELATED',
      why: `${named(item, voice)} speaks of ${value}, but ${by(voice, 'their', 'your')} expertise does not list it.`,
    };
  const [near] = claims
    .filter(({ share }) => share >= RELATED_SHARE)
    .sort((one, other) => other.share - one.share);
  if (near) return { met: 'RELATED', why: `${near.says(voice)}, which is near to ${value}.` };
  const kin = relatedClaim(value, expert);
  if (kin)
    return {
      met: 'RELATED',
      worth: RELATED_LABEL,
      why: `${by(voice, 'Lists', 'You list')} ${kin}, which is related to ${value}.`,
    };
  return { met: 'NO', why: `${by(voice, 'Does not list', 'You do not list')} ${value}.` };
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
export function judgeProfession(
  { value }: Criterion,
  { profession }: ExpertFacts,
  _findItem: FindItem,
  voice: Voice,
): Judgement {
  const unsaid = by(voice, 'Has not stated a profession.', 'You have not stated your profession.');
  if (!profession?.trim()) return { met: 'NO', why: unsaid };
  const share = shareOf(contentWords(value), words(profession));
  const met = share === 1 ? 'EXACT' : share >= RELATED_SHARE ? 'RELATED' : 'NO';
  const works = `${by(voice, 'Works as', 'You work as')}: ${profession}`;
  return { met, why: met === 'EXACT' ? `${works}.` : `${works}${beside(voice, value)}.` };
}

const LEVELS: readonly Level[] = ['LEARNING', 'WORKING', 'EXPERIENCED', 'LEADING'];
const LEVEL_WORDS = ['learning', 'working', 'experienced', 'leading'];

/** A specialty states no level. Whoever practises one is taken as experienced, and not as leading. */
const SPECIALTY_LEVEL: Level = 'EXPERIENCED';
const RELATED_SHARE = 0.5;

/** One thing a person lists, and the share of the wanted words it has. */
type Claim = { item: Expertise | null; share: number; level: Level; says(voice: Voice): string };

function claimsOf({ expertise, specialties }: ExpertFacts, wanted: readonly string[]): Claim[] {
  return [
    ...expertise.map((item) => ({
      item,
      share: shareOf(wanted, words(`${item.name}\n${item.evidence ?? ''}`)),
      level: item.level,
      says: (voice: Voice) => listing(item, voice),
    })),
    ...specialties.map((name) => ({
      item: null,
      share: shareOf(wanted, words(name)),
      level: SPECIALTY_LEVEL,
      says: (voice: Voice) => `${by(voice, 'Practises', 'You practise')} ${name} as a specialty`,
    })),
  ];
}

function listing({ name, level, years, lastUsed }: Expertise, voice: Voice): string {
  return [
    `${by(voice, 'Lists', 'You list')} ${name} at ${levelWord(rankOf(level))} level`,
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

function named({ title }: { title: string }, voice: Voice): string {
  return title ? `“${title}”` : by(voice, 'What they say about themselves', 'What you say about yourself');
}
