import type { CriterionInput, CriterionKind, EditRequestPartInput } from '#lib/api/generated/operations.ts';
import { countryOptions } from '#lib/people/countries.ts';
import { languageOptions } from '#lib/people/languages.ts';
import { words as say } from '#lib/say/generated/authoring.ts';
import type { Option } from '#lib/ui/option.ts';
import type { Problem } from '#lib/ui/problem.ts';
import type { OwnForm } from './deed.ts';
import type { Part } from './parts.ts';

/** At most so many criteria: with more, nobody is left. */
export const MOST_CRITERIA = 6;

type PartInput = Pick<EditRequestPartInput, Part>;

/** A part of a request as its page says it. */
export interface Written {
  input: PartInput;
  /** What cannot even be sent. */
  faults: Problem[];
  /** Which row of the form each criterion came from, because empty rows are left out. */
  rows: number[];
}

export function partIn(form: OwnForm, part: Part): Written {
  if (part !== 'criteria') {
    const input = READ[part](form);
    return { input, faults: form.unread, rows: [] };
  }
  const { criteria, rows, faults } = criteriaIn(form);
  return { input: { criteria }, faults, rows };
}

const READ: Record<Exclude<Part, 'criteria'>, (form: OwnForm) => PartInput> = {
  ask: (form) => ({
    ask: {
      title: form.text('title'),
      problem: form.text('problem'),
      desiredOutcome: form.text('desiredOutcome'),
      alreadyTried: form.text('alreadyTried'),
      strandIds: form.texts('strandIds'),
      contributionTypes: form.texts('contributionTypes'),
    },
  }),
  practicalities: (form) => ({
    practicalities: {
      mode: (form.text('mode') || 'REMOTE') as 'REMOTE',
      country: form.text('country') || null,
      effortHours: decimalIn(form.text('effortHours')),
      // Nothing readable is nobody, which the hub refuses at this field.
      peopleNeeded: form.number('peopleNeeded') ?? 0,
      expenses: form.text('expenses'),
    },
  }),
  decision: (form) => ({
    decision: {
      programmeId: form.text('programmeId'),
      sensitivity: (form.text('sensitivity') || 'PUBLIC') as 'PUBLIC',
    },
  }),
  dates: (form) => ({
    dates: {
      timeZone: form.text('timeZone'),
      closesOn: form.day('closesOn'),
      closesTime: form.text('closesTime').trim(),
      neededBy: form.day('neededBy'),
    },
  }),
  questions: (form) => ({ questions: { questionsCloseOn: form.day('questionsCloseOn') } }),
};

/** Hours such as 1.5 or 1,5; null when nothing was written, and none when it cannot be read, which the hub refuses. */
function decimalIn(text: string): number | null {
  const written = text.trim().replace(',', '.');
  if (!written) return null;
  return /^\d{1,6}(\.\d{1,3})?$/.test(written) ? Number(written) : 0;
}

function criteriaIn(form: OwnForm): Pick<Written, 'faults' | 'rows'> & { criteria: CriterionInput[] } {
  const criteria: CriterionInput[] = [];
  const rows: number[] = [];
  const faults: Problem[] = [];
  for (let row = 0; row < MOST_CRITERIA; row++) {
    const said = (name: string) => form.text(`criteria.${row}.${name}`).trim();
    const kind = said('kind') as CriterionKind | '';
    if (!kind && !said('value') && !said('says')) continue;
    if (!kind) {
      faults.push({ code: 'BLANK', field: `criteria.${row}.kind`, message: say.chooseLooks() });
      continue;
    }
    rows.push(row);
    criteria.push({
      kind,
      importance: said('importance') === 'DESIRABLE' ? 'DESIRABLE' : 'ESSENTIAL',
      value: coded(kind, said('value')),
      level: said('level') || null,
      says: said('says') || null,
    });
  }
  return { criteria, rows, faults };
}

/** People write "Kenya" and "French"; criteria keep codes, which may be written as well. */
function coded(kind: CriterionKind, written: string): string {
  if (kind === 'COUNTRY') return codeOf(countryOptions(), written);
  if (kind === 'CONTRIBUTION') return written.toUpperCase().replaceAll(' ', '_');
  if (kind !== 'LANGUAGE') return written;
  const [name = '', ...skill] = written.split(':');
  return [codeOf(languageOptions(), name.trim()), ...skill].join(':');
}

function codeOf(options: readonly Option[], written: string): string {
  const wanted = written.toLowerCase();
  return options.find(({ text }) => text.toLowerCase() === wanted)?.value ?? written;
}

/** The hub counts criteria as they were sent; the form counts its rows. */
export function atTheirRows(problems: readonly Problem[], rows: readonly number[]): Problem[] {
  return problems.map((problem) => {
    const [, at, name] = /^criteria\.(\d+)\.(\w+)$/.exec(problem.field ?? '') ?? [];
    return at === undefined ? problem : { ...problem, field: `criteria.${rows[Number(at)] ?? at}.${name}` };
  });
}
