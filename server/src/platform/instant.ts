import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** Databases answer `2026-11-22 09:00:00.123+00`; the contract says `2026-11-22T09:00:00.123Z`. */
export function isoInstant(value: string | Date): string {
  if (typeof value !== 'string') return value.toISOString();
  if (value.charCodeAt(10) === 32 && value.endsWith('+00'))
    return `${value.slice(0, 10)}T${value.slice(11, -3)}Z`;
  return new Date(value).toISOString();
}

/** What was read for several may be a moment old: nobody is told that they are further than that. */
export function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}

function parseInstant(value: unknown): Date {
  const date = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? new Date(value) : null;
  if (!date || Number.isNaN(date.getTime())) throw new GraphQLError('This is not a date and time.');
  return date;
}

export const Instant = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'A moment in UTC, as in RFC 3339: 2026-11-22T09:00:00Z.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339',
  serialize: (value) => isoInstant(value as string | Date),
  parseValue: parseInstant,
  parseLiteral: (node) => parseInstant(node.kind === Kind.STRING ? node.value : null),
});

function parseDay(value: unknown): string {
  const wellFormed = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
  const date = wellFormed ? new Date(`${value}T00:00:00Z`) : null;
  if (!date || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value) {
    throw new GraphQLError('This is not a date of the calendar, such as 2026-11-22.');
  }
  return value as string;
}

export const Day = new GraphQLScalarType<string, string>({
  name: 'Day',
  description: 'A calendar day without a time: 2026-11-22.',
  serialize: (value) =>
    value instanceof Date ? value.toISOString().slice(0, 10) : String(value).slice(0, 10),
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : null),
});
