const parts = ['day', 'month', 'year'] as const;
export type DatePart = (typeof parts)[number];

/** The three boxes as one text: 2026-11-30 when all is well, and what was typed when it is not. */
export function dateIn(form: FormData, name: string): string {
  const [day, month, year] = parts.map((part) => String(form.get(`${name}-${part}`) ?? '').trim());
  if (!day && !month && !year) return '';
  return [year, padded(month), padded(day)].join('-');
}

/** The other way round, so that a refused form shows again what was typed. */
export function datePart(text: string | null | undefined, part: DatePart): string {
  const [year = '', month = '', day = ''] = (text ?? '').slice(0, 64).split('T')[0]?.split('-') ?? [];
  return { day: unpadded(day), month: unpadded(month), year }[part];
}

function padded(typed = ''): string {
  return /^\d$/.test(typed) ? `0${typed}` : typed;
}

function unpadded(digits: string): string {
  return digits.replace(/^0(?=\d$)/, '');
}
