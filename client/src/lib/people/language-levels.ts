import { words as say } from '#lib/say/generated/people.ts';
import type { Option } from '#lib/ui/option.ts';
import { spoken, textOf } from './words.ts';

/** The levels as people say them; the letters stand beside for those who know them. */
export const LANGUAGE_LEVELS: readonly Option[] = [
  spoken('A1', say.cefrA1),
  spoken('A2', say.cefrA2),
  spoken('B1', say.cefrB1),
  spoken('B2', say.cefrB2),
  spoken('C1', say.cefrC1),
  spoken('C2', say.cefrC2),
  spoken('NATIVE', say.cefrNative),
];

export function languageLevelText(level: string): string {
  return textOf(LANGUAGE_LEVELS, level);
}
