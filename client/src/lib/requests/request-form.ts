import type { CriterionInput, CriterionKind, DraftRequestInput } from '#lib/api/generated/operations.ts';
import { countryOptions } from '#lib/people/countries.ts';
import { languageOptions } from '#lib/people/languages.ts';
import type { Option } from '#lib/ui/option.ts';
import type { Problem } from '#lib/ui/problem.ts';
import type { OwnForm } from './deed.ts';

/** At most so many criteria: with more, nobody is left. */
export const MOST_CRITERIA = 8;

/** A request as its form says it. */
export interface Written {
  input: Omit<DraftRequestInput, 'clientMutationId'>;
  /** What cannot even be sent. */
  faults: Problem[];
  /** Which row of the form each criterion came from, because empty rows are left out. */
  rows: number[];
}

export function requestIn(form: OwnForm): Written {
  const { criteria, rows, faults } = criteriaIn(form);
  const input = {
    programmeId: form.text('programmeId'),
    title: form.text('title'),
    problem: form.text('problem'),
    desiredOutcome: form.text('desiredOutcome'),
    alreadyTried: form.text('alreadyTried'),
    strandIds: form.texts('strandIds'),
    contributionTypes: form.texts('contributionTypes'),
    mode: (form.text('mode') || 'REMOTE') as DraftRequestInput['mode'],
    country: form.text('country') || null,
    effortHours: decimalIn(form.text('effortHours')),
    // Nothing readable is nobody, which the hub refuses at this field.
    peopleNeeded: form.number('peopleNeeded') ?? 0,
    expenses: form.text('expenses'),
    sensitivity: (form.text('sensitivity') || 'PUBLIC') as DraftRequestInput['sensitivity'],
    timeZone: form.text('timeZone'),
    closesOn: form.day('closesOn'),
    closesTime: form.text('closesTime').trim(),
    questionsCloseOn: form.day('questionsCloseOn'),
    neededBy: form.day('neededBy'),
    criteria,
  };
  return { input, faults: [...form.unread, ...faults], rows };
}

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
      faults.push({
        code: 'BLANK',
        field: `criteria.${row}.kind`,
        message: 'Choose what this criterion looks at.',
      });
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

/** Every fault in the order of the form, so that the summary reads from top to bottom. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => placeOf(a) - placeOf(b));
}

const ORDER =
  `programmeId title problem desiredOutcome alreadyTried strandIds contributionTypes criteria mode country effortHours
  peopleNeeded expenses sensitivity timeZone closesOn closesTime questionsCloseOn neededBy`.split(/\s+/);

function placeOf({ field }: Problem): number {
  const [name = '', row = '0'] = (field ?? '').split('.');
  return ORDER.indexOf(name) * MOST_CRITERIA + Number(row);
}

/** The hub counts criteria as they were sent; the form counts its rows. */
export function atTheirRows(problems: readonly Problem[], rows: readonly number[]): Problem[] {
  return problems.map((problem) => {
    const [, at, name] = /^criteria\.(\d+)\.(\w+)$/.exec(problem.field ?? '') ?? [];
    return at === undefined ? problem : { ...problem, field: `criteria.${rows[Number(at)] ?? at}.${name}` };
  });
}
