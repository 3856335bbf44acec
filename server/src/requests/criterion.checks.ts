import { ExpertiseLevel } from '../people/expertise.ts';
import { LanguageLevel } from '../people/language-skill.ts';
import { languageName, languageTag } from '../people/languages.ts';
import { countryCode, countryName } from '../people/places.ts';
import { ProblemCode, type Problem } from '../platform/results.ts';
import { publicWords } from '../platform/words.ts';
import * as say from '../platform/say/generated/requests.ts';
import type { CriterionWords } from './criterion.ts';
import type { CriterionInput } from './request.input.ts';
import { CriterionKind, Importance } from './request.kinds.ts';

const MOST = 6;
const K = CriterionKind;

/** Cleans the criteria of a form. Problems name the criterion by its place, from 0: `criteria.2.value`. */
export function checkCriteria(
  given: readonly CriterionInput[],
  contributionTypes: ReadonlySet<string>,
): { criteria: CriterionWords[]; problems: Problem[] } {
  if (given.length > MOST) {
    const message = say.tooManyCriteria({ most: MOST });
    return { criteria: [], problems: [{ code: ProblemCode.TOO_MANY, field: 'criteria', message }] };
  }
  const problems: Problem[] = [];
  const criteria = given.map((each, at) => {
    const field = (name: string) => `criteria.${at}.${name}`;
    const value = checkValue(each, field('value'), contributionTypes);
    const level = checkLevel(each, field('level'));
    const says = publicWords(each.says, {
      max: 300,
      field: field('says'),
      label: say.theSentence(),
      required: false,
    });
    problems.push(...[value.problem, level.problem, says.problem].filter((found) => found !== null));
    const words = { importance: each.importance, kind: each.kind, value: value.text, level: level.text };
    return { ...words, says: says.text || (value.problem ? '' : inWords(words)) };
  });
  return { criteria, problems: problems.length > 0 ? problems : contradictions(criteria) };
}

type Checked<T> = { text: T; problem: Problem | null };

function checkValue(given: CriterionInput, field: string, kinds: ReadonlySet<string>): Checked<string> {
  const optional = given.kind === K.REGISTRATION;
  const label = say.whatCriterionAsks();
  const words = publicWords(given.value, { max: 100, field, label, required: !optional });
  if (words.problem) return words;
  const known = knownValue(given.kind, words.text.trim(), kinds);
  if (known !== null) return { text: known, problem: null };
  const message = say.notKnown({ value: JSON.stringify(words.text), kind: given.kind });
  return { text: '', problem: { code: ProblemCode.NOT_VALID, field, message } };
}

/** The value as it is kept, or null when it is not one of those there are. */
function knownValue(kind: CriterionKind, value: string, kinds: ReadonlySet<string>): string | null {
  if (kind === K.COUNTRY) return countryCode(value);
  if (kind === K.CONTRIBUTION) return kinds.has(value.toUpperCase()) ? value.toUpperCase() : null;
  if (kind !== K.LANGUAGE) return value;
  const [tag = '', skill] = value.split(':');
  const known = languageTag(tag);
  if (skill === undefined || known === null) return known;
  return ['speaking', 'reading', 'writing'].includes(skill) ? `${known}:${skill}` : null;
}

function checkLevel({ kind, level }: CriterionInput, field: string): Checked<string | null> {
  if (!level) return { text: null, problem: null };
  const levels = kind === K.EXPERTISE ? EXPERTISE : kind === K.LANGUAGE ? LANGUAGE : [];
  if (levels.includes(level)) return { text: level, problem: null };
  const message =
    levels.length > 0 ? say.chooseOneOf({ levels: levels.join(', ') }) : say.onlySomeHaveLevels();
  return { text: null, problem: { code: ProblemCode.NOT_VALID, field, message } };
}

/** Criteria that say the same twice, or that nobody could meet together. */
function contradictions(criteria: readonly CriterionWords[]): Problem[] {
  return criteria.flatMap((one, at) => {
    const message = criteria
      .slice(0, at)
      .map((other) => whyNotBoth(other, one))
      .find(Boolean);
    return message ? [{ code: ProblemCode.NOT_VALID, field: `criteria.${at}.value`, message }] : [];
  });
}

function whyNotBoth(one: CriterionWords, other: CriterionWords): string | null {
  if (one.kind !== other.kind) return null;
  const bothEssential = one.importance === Importance.ESSENTIAL && other.importance === Importance.ESSENTIAL;
  const isSame = one.value.toLowerCase() === other.value.toLowerCase();
  if (!isSame) {
    const onlyOne = one.kind === K.PROFESSION || (one.kind === K.REGISTRATION && one.value && other.value);
    return bothEssential && onlyOne ? say.nobodyMeetsBoth() : null;
  }
  if (one.importance === other.importance) return say.repeatsAbove();
  const [essential, desirable] = one.importance === Importance.ESSENTIAL ? [one, other] : [other, one];
  return rank(desirable) > rank(essential) ? null : say.bothEssentialAndDesirable();
}

const EXPERTISE: string[] = Object.values(ExpertiseLevel);
const LANGUAGE: string[] = Object.values(LanguageLevel);

function rank({ kind, level }: CriterionWords): number {
  return (kind === K.LANGUAGE ? LANGUAGE : EXPERTISE).indexOf(level ?? '');
}

/** A plain sentence for a criterion that came without one. */
function inWords({ kind, value, level }: Omit<CriterionWords, 'says'>): string {
  if (kind === K.EXPERTISE)
    return `Knows ${value}${level ? `, at ${level.toLowerCase()} level or above` : ''}.`;
  if (kind === K.COUNTRY) return `Has worked in ${countryName(value)}.`;
  if (kind === K.PROFESSION) return `Is by profession: ${value}.`;
  if (kind === K.CONTRIBUTION) return `Offers to ${value.toLowerCase().replaceAll('_', ' ')}.`;
  if (kind === K.REGISTRATION) return `Has a verified ${value || 'professional'} registration.`;
  const [tag = '', skill = 'speaking'] = value.split(':');
  const verb = { reading: 'Reads', writing: 'Writes' }[skill] ?? 'Speaks';
  const at = level === 'NATIVE' ? ' as a native' : level ? ` at ${level} or above` : '';
  return `${verb} ${languageName(tag)}${at}.`;
}
