import { redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { api } from '#lib/api/api.ts';
import { refuse, Sent, type Refusal } from '#lib/api/form.ts';
import type { Operation } from '#lib/api/generated/operations.ts';
import { signedOut } from '#lib/api/signed-out.ts';
import { words as say } from '#lib/say/generated/authoring.ts';
import { dateIn } from '#lib/ui/date-parts.ts';
import type { Problem } from '#lib/ui/problem.ts';
import { momentOf } from './written.ts';

/** One form, one mutation: it changes something and says so, or the page comes back with what was typed. */
export function deed<Answer extends object, Input extends { clientMutationId: string }>(
  operation: Operation<Answer, { input: Input }>,
  inputOf: (form: OwnForm, event: RequestEvent) => Omit<Input, 'clientMutationId'>,
) {
  return async (event: RequestEvent): Promise<ActionFailure<Refusal>> => {
    const form = new OwnForm(await event.request.formData());
    if (!event.locals.viewer) return signedOut(form);
    const { clientMutationId } = form;
    const input = { ...inputOf(form, event), clientMutationId } as Input;
    if (form.unread.length > 0) return refuse(form, form.unread);
    const answer = await api(event)(operation, { input });
    const [result] = Object.values(answer) as { __typename: string; problems?: Problem[] }[];
    if (result?.problems) return refuse(form, form.placed(result.problems));
    redirect(303, `${event.url.pathname}?done=${form.name}`);
  };
}

/** Several forms share a page. Each names itself and its fields, as `pause-reason`, so that their faults stay apart. */
export class OwnForm extends Sent {
  readonly #data: FormData;
  readonly name: string;
  /** What was written where a day belongs and is none. */
  readonly unread: Problem[] = [];

  constructor(data: FormData) {
    super(data);
    this.#data = data;
    this.name = this.text('form')
      .replace(/[^\w-]/g, '')
      .slice(0, 80);
  }

  get requestId(): string {
    return this.text('requestId');
  }

  get version(): number {
    return this.number('version') ?? 0;
  }

  own(field: string): string {
    return this.text(`${this.name}-${field}`);
  }

  ownNumber(field: string): number | null {
    return this.number(`${this.name}-${field}`);
  }

  /** A day as 2026-11-30, or null when nothing was written. */
  ownDay(field: string): string | null {
    return this.day(`${this.name}-${field}`);
  }

  /** The end of a working day in a zone, as a moment; without a day there is none, and nothing is sent. */
  ownMoment(field: string, timeZone: string): string {
    const day = this.ownChosenDay(field);
    return day ? momentOf(day, '17:00', timeZone) : '';
  }

  /** A day that has to be there; without one nothing is sent. */
  ownChosenDay(field: string): string | null {
    const name = `${this.name}-${field}`;
    const day = this.day(name);
    if (day) return day;
    if (!this.unread.some((problem) => problem.field === name))
      this.unread.push({ code: 'BLANK', field: name, message: say.chooseDay() });
    return null;
  }

  day(field: string): string | null {
    const written = dateIn(this.#data, field);
    if (!written || isDay(written)) return written || null;
    const message = say.writeDay();
    this.unread.push({ code: 'NOT_VALID', field, message });
    return null;
  }

  /** The problems at this form's own fields; those about what it does not ask stand above. */
  placed(problems: readonly Problem[]): Problem[] {
    const asked = (field: string) => this.#data.has(field) || this.#data.has(`${field}-day`);
    return problems.map((problem) => {
      const own = `${this.name}-${problem.field ?? ''}`;
      return { ...problem, field: asked(own) ? own : null };
    });
  }
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
