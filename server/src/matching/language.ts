import type { Cefr, Criterion, ExpertFacts, Judgement, Language, LanguageSkill } from './shapes.ts';
import type { FindItem } from './expertise.ts';
import { beside, by, type Voice } from './voice.ts';
import { atCefr, languageName, listed } from './wording.ts';

/** A floor under speaking, reading and writing, or under one skill when the value names it (`ar:reading`). */
export function judgeLanguage(
  { value, level }: Criterion,
  { languages }: ExpertFacts,
  _findItem: FindItem,
  voice: Voice,
): Judgement {
  const [tag = '', skill = ''] = value
    .toLowerCase()
    .split(':')
    .map((part) => part.trim());
  const skills = SKILLS.filter((each) => each === skill);
  const asked = skills.length > 0 ? skills : SKILLS;
  const best = bestOf(
    languages.filter((each) => isWithin(tag, each.tag)),
    asked,
  );
  if (best) return judged(best, asked, level, voice);

  const cousin = languages.find((each) => primary(each.tag) === primary(tag));
  const name = languageName(tag);
  const lists = by(voice, 'Lists', 'You list');
  if (cousin) return { met: 'RELATED', why: `${lists} ${languageName(cousin.tag)}${beside(voice, name)}.` };
  return { met: 'NO', why: `${by(voice, 'Does not list', 'You do not list')} ${name}.` };
}

const SKILLS: readonly LanguageSkill[] = ['speaking', 'reading', 'writing'];
const VERBS: Record<LanguageSkill, string> = { speaking: 'speak', reading: 'read', writing: 'write' };
const CEFR: readonly Cefr[] = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE'];

function judged(
  language: Language,
  skills: readonly LanguageSkill[],
  level: string | null,
  voice: Voice,
): Judgement {
  const held = floorOf(language, skills);
  const asked = Math.max(
    0,
    CEFR.findIndex((each) => each === level),
  );
  const askedFor = level ? beside(voice, level === 'NATIVE' ? 'a native speaker' : level) : '';
  return {
    met: held >= asked ? 'EXACT' : 'RELATED',
    why: `${describe(language, skills, voice)}${askedFor}.`,
  };
}

/** "Speaks French at C1", or each skill by itself where they differ. */
function describe(language: Language, skills: readonly LanguageSkill[], voice: Voice): string {
  const name = languageName(language.tag);
  const [first = 'speaking'] = skills;
  const isEven = skills.every((skill) => language[skill] === language[first]);
  const told = (isEven ? [first] : skills).map(
    (skill, at) =>
      `${VERBS[skill]}${by(voice, 's', '')} ${at === 0 ? `${name} ` : ''}${atCefr(language[skill])}`,
  );
  const text = listed(told);
  return by(voice, `${text.charAt(0).toUpperCase()}${text.slice(1)}`, `You ${text}`);
}

/** The lowest of the skills asked for; a skill not stated is below every level. */
function floorOf(language: Language, skills: readonly LanguageSkill[]): number {
  return Math.min(...skills.map((skill) => CEFR.findIndex((each) => each === language[skill])));
}

function bestOf(languages: readonly Language[], skills: readonly LanguageSkill[]): Language | undefined {
  return languages.toSorted((one, other) => floorOf(other, skills) - floorOf(one, skills))[0];
}

/** RFC 4647: `pt` takes `pt-BR`, `pt-BR` does not take `pt`. */
function isWithin(range: string, tag: string): boolean {
  const held = tag.toLowerCase();
  return held === range || held.startsWith(`${range}-`);
}

function primary(tag: string): string {
  return tag.toLowerCase().split('-')[0] ?? '';
}
