import { randomInt } from 'node:crypto';
import * as say from '../platform/say/generated/people.ts';
import type { Problem } from '../platform/results.ts';
import { cleanText, mixedScript } from '../platform/text.ts';

export const NAME_MAX = 80;

/** Why this cannot be a display name, or null. One word, any script and long names are all fine. */
export function whyNotName(raw: unknown): Problem | null {
  const cleaned = cleanText(String(raw ?? ''), {
    max: NAME_MAX,
    field: 'displayName',
    label: say.yourName(),
  });
  if ('problem' in cleaned) return cleaned.problem;
  return mixedScript(cleaned.text, 'displayName');
}

/** A handle for addresses: letters of the name in plain Latin where it has them, and a number against twins. */
export function handleFrom(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  return `${words || 'person'}-${randomInt(1_000, 1_000_000)}`;
}
