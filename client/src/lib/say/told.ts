import { isolated, plural, written } from './say.ts';

/** A message as it is sent: plain text, or parts of text and of what is put in. See scripts/messages/patterns.ts. */
export type Pattern = string | Part[];
type Part = string | [0 | 1, string] | [2 | 3, string, Record<string, Pattern>];
export type Patterns = Record<string, Pattern>;

export type Values = Record<string, string | number>;

/** A pattern with its values. */
export function told(pattern: Pattern, values: Values): string {
  if (typeof pattern === 'string') return pattern;
  return pattern.map((part) => (typeof part === 'string' ? part : partTold(part, values))).join('');
}

function partTold([kind, name, forms]: Exclude<Part, string>, values: Values): string {
  const value = values[name] ?? '';
  if (kind === 0) return isolated(value);
  if (kind === 1) return written(Number(value));
  return told(
    kind === 2 ? plural(Number(value), forms ?? {}) : (forms?.[value] ?? forms?.['other'] ?? ''),
    values,
  );
}
