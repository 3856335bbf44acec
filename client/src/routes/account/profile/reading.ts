import type { Sent } from '#lib/api/form.ts';
import { words as say } from '#lib/say/generated/people.ts';
import type { Option } from '#lib/ui/option.ts';
import type { Problem } from '#lib/ui/problem.ts';

/** A version no profile has: asked with it, the hub writes nothing and says everything else that is wrong. */
const NEVER = -1;

/** Turns what was typed into what the contract takes. What cannot be read is a problem at its field. */
export class Reading {
  readonly #unreadable: Problem[] = [];

  whole(typed: string, field: string): number | null {
    const text = typed.trim();
    if (text === '') return null;
    if (/^-?\d{1,9}$/.test(text)) return Number(text);
    return this.#refuse(field, say.wholeNumber());
  }

  day(typed: string, field: string): string | null {
    if (typed === '') return null;
    const date = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? new Date(`${typed}T00:00:00Z`) : null;
    const isReal = date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(typed);
    return isReal ? typed : this.#refuse(field, say.realDay());
  }

  /** The answer, or the problem that there is none. */
  needed<T>(answer: T | null, field: string, message: string): T | null {
    const isKnown = this.#unreadable.some((problem) => problem.field === field);
    return answer ?? (isKnown ? null : this.#refuse(field, message));
  }

  /** What to send as the version, so that all faults come back at once. */
  version(sent: Sent): number {
    return this.#unreadable.length ? NEVER : (sent.number('version') ?? NEVER);
  }

  /** What the hub found and what could not even be read, in the order of the form. */
  problems(found: readonly Problem[], form: FormData): Problem[] {
    const unread = this.#unreadable;
    const fields = new Set(unread.map(({ field }) => field));
    const news = found.filter(
      ({ code, field }) => !fields.has(field) && !(unread.length && code === 'STALE'),
    );
    // A change elsewhere belongs to the whole form: there is no box to go to.
    const all = [
      ...unread,
      ...news.map((problem) => (problem.code === 'STALE' ? { ...problem, field: null } : problem)),
    ];
    const boxes = [...form.keys()];
    const place = ({ field }: Problem) =>
      boxes.findIndex((box) => box === field || box === `${field ?? ''}-day`);
    return all.sort((a, b) => place(a) - place(b));
  }

  #refuse(field: string, message: string): null {
    this.#unreadable.push({ code: 'NOT_VALID', field, message });
    return null;
  }
}

/** The chosen answer, or null when none of the answers was. */
export function chosenOf<T extends string>(typed: string, options: readonly Option[]): T | null {
  return options.some(({ value }) => value === typed) ? (typed as T) : null;
}
