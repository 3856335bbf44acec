import { words as say } from '#lib/say/generated/common.ts';

/** How much room a text has, told in numbers once most of it is taken. */
export function charactersText(length: number, limit: number): string {
  if (length > limit) return say.charactersOver({ count: length - limit });
  return length >= limit * 0.75
    ? say.charactersLeft({ count: limit - length })
    : say.charactersAtMost({ count: limit });
}
