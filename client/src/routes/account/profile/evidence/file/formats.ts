import { spoken } from '#lib/people/words.ts';
import { words as say } from '#lib/say/generated/evidence.ts';
import type { Option } from '#lib/ui/option.ts';

export const FORMATS: readonly Option[] = [spoken('CSV', say.formatCsv), spoken('JSONL', say.formatJsonl)];

/** As many characters as the hub takes at once. */
export const LONGEST_FILE = 200_000;
