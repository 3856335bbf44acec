/** To whom the engine's sentences are said: to staff about a person, or to the person themselves. */
export type Voice = 'STAFF' | 'SELF';

/** The same said to either: "Lists midwifery" of somebody, "You list midwifery" to them. */
export function by(voice: Voice, ofThem: string, toYou: string): string {
  return voice === 'SELF' ? toYou : ofThem;
}

/** What the request wants beside what the person has. Staff wrote the request; the person only reads it. */
export function beside(voice: Voice, asked: string): string {
  return by(voice, `; you asked for ${asked}`, `; the request asks for ${asked}`);
}

/** A sentence without what was asked for: the fact in it. */
export function factOf(says: string): string {
  return says
    .split(/; (?:you asked|the request asks) for /, 1)
    .join('')
    .replace(/\.$/, '');
}
