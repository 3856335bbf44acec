import { fail, type ActionFailure } from '@sveltejs/kit';
import type { Problem } from '#lib/ui/problem.ts';

/** What a form sent, as text. */
export class Sent {
  readonly #data: FormData;

  constructor(data: FormData) {
    this.#data = data;
  }

  text(name: string): string {
    return String(this.#data.get(name) ?? '');
  }

  texts(name: string): string[] {
    return this.#data.getAll(name).map(String);
  }

  /** A whole number, or null when nothing or something else was written. */
  number(name: string): number | null {
    const written = this.text(name).trim();
    return /^-?\d{1,9}$/.test(written) ? Number(written) : null;
  }

  /** The id made with the form, so that sending it twice has one effect. */
  get clientMutationId(): string {
    const sent = this.text('clientMutationId');
    return /^[0-9a-f-]{36}$/i.test(sent) ? sent : crypto.randomUUID();
  }

  /** Everything written, to show again beside what is wrong. */
  get values(): Record<string, string> {
    return Object.fromEntries([...this.#data].filter(([, value]) => typeof value === 'string')) as Record<
      string,
      string
    >;
  }
}

export async function sentBy(request: Request): Promise<Sent> {
  return new Sent(await request.formData());
}

export interface Refusal {
  problems: Problem[];
  values: Record<string, string>;
}

/**
 * Shows the form again with what was written and why it was refused. A change elsewhere belongs to the whole form:
 * there is no box to go to.
 */
export function refuse(sent: Sent, problems: readonly Problem[]): ActionFailure<Refusal> {
  const placed = problems.map((one) => (one.field === 'version' ? { ...one, field: null } : one));
  return fail(422, { problems: placed, values: sent.values });
}
