/** In an order that belongs to this criterion: whoever comes first under one does not under the next. */
export function shuffled<T extends { id: string }>(all: readonly T[], by: string): T[] {
  return all
    .map((one) => ({ one, at: hash(`${by} ${one.id}`) }))
    .sort((one, other) => one.at - other.at)
    .map(({ one }) => one);
}

/** "A", "B" … and from the 27th on "A2": the same for each under every criterion, and nothing of who it is. */
export function lettersOf(all: readonly { id: string }[]): Map<string, string> {
  return new Map(
    shuffled(all, '').map(({ id }, at) => {
      const round = Math.floor(at / 26);
      return [id, `${String.fromCharCode(65 + (at % 26))}${round > 0 ? round + 1 : ''}`];
    }),
  );
}

function hash(text: string): number {
  let sum = 2_166_136_261;
  for (const letter of text) sum = Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  return sum >>> 0;
}
