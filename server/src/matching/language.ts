import type { Cefr, Criterion, ExpertFacts, Judgement, Language, LanguageSkill } from './shapes.ts';

/** A floor under speaking, reading and writing, or under one skill when the value names it (`ar:reading`). */
export function judgeLanguage({ value, level }: Criterion, { languages }: ExpertFacts): Judgement {
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
  if (best) return judged(best, asked, level);

  const cousin = languages.find((each) => primary(each.tag) === primary(tag));
  return cousin
    ? { met: 'RELATED', why: { kind: 'SPEAKS_OTHER', tag: cousin.tag, asked: tag } }
    : { met: 'NO', why: { kind: 'SPEAKS_NOT', tag } };
}

const SKILLS: readonly LanguageSkill[] = ['speaking', 'reading', 'writing'];
const CEFR: readonly Cefr[] = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'NATIVE'];

function judged(language: Language, skills: readonly LanguageSkill[], level: string | null): Judgement {
  const held = floorOf(language, skills);
  const asked = CEFR.findIndex((each) => each === level);
  const [first = 'speaking'] = skills;
  const isEven = skills.every((skill) => language[skill] === language[first]);
  const told = (isEven ? [first] : skills).map((skill) => ({ skill, level: language[skill] }));
  return {
    met: held >= Math.max(0, asked) ? 'EXACT' : 'RELATED',
    why: { kind: 'SPEAKS', tag: language.tag, skills: told, asked: CEFR[asked] ?? null },
  };
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
