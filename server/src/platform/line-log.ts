import { createHmac, randomBytes } from 'node:crypto';
import { isIP } from 'node:net';

export type Level = 'info' | 'warn' | 'error';

/** All that may be said in the log. Never bodies, variables, mail addresses, tokens or query texts. */
export interface LogFields {
  requestId?: string;
  operation?: string | null;
  status?: number;
  ms?: number;
  cost?: number;
  code?: string;
  /** A person's id; written as a pseudonym. */
  person?: string | null;
  /** Where a request came from; written without its last part. */
  address?: string | null;
  count?: number;
  /** Words of our own, or a fault: its kind and place, and its message only where that is code, not data. */
  detail?: string | Error;
}

/** Writes one line of JSON to the standard output. */
export function log(level: Level, event: string, fields: LogFields = {}): void {
  const entry: Record<string, string | number> = { at: new Date().toISOString(), level, event };
  for (const name of NAMES) {
    const written = WRITERS[name](fields[name]);
    if (written !== null) entry[name] = written;
  }
  write(`${escaped(JSON.stringify(entry))}\n`);
}

type Writer = (value: unknown) => string | number | null;

const number: Writer = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? Math.round(value * 1000) / 1000 : null;
const word: Writer = (value) => (typeof value === 'string' ? masked(value).slice(0, 120) : null);

// Held against what is given, so that a field nobody thought about is dropped instead of told.
const WRITERS: Record<keyof LogFields, Writer> = {
  requestId: word,
  operation: word,
  status: number,
  ms: number,
  cost: number,
  code: word,
  person: (value) => (typeof value === 'string' ? pseudonym(value) : null),
  address: (value) => (typeof value === 'string' ? shortened(value) : null),
  count: number,
  detail: (value) =>
    value instanceof Error ? ofFault(value) : typeof value === 'string' ? masked(value).slice(0, 500) : null,
};
const NAMES = Object.keys(WRITERS) as (keyof LogFields)[];

let write = (line: string): void => void process.stdout.write(line);
// Until the hub's secret is known, pseudonyms hold for this process only.
let key: string | Buffer = randomBytes(32);

/** Pseudonyms made with the hub's secret are the same in all processes and after a restart. */
export function logWith(secret: string): void {
  key = secret;
}

/** For tests: keeps lines instead of printing them. */
export function quiet(): { lines: string[]; loud(): void } {
  const before = write;
  const lines: string[] = [];
  write = (line) => void lines.push(line);
  return { lines, loud: () => void (write = before) };
}

function pseudonym(id: string): string {
  return createHmac('sha256', key).update(id).digest('base64url').slice(0, 12);
}

/** An address without what tells one household from another: /24, or /48 of IPv6. */
export function shortened(address: string): string | null {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIP(plain) === 4) return plain.replace(/\d+$/, '0');
  if (isIP(plain) !== 6) return null;

  const [head = '', tail] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::');
  const start = head ? head.split(':') : [];
  const end = tail ? tail.split(':') : [];
  const gap = tail === undefined ? [] : Array.from({ length: 8 - start.length - end.length }, () => '0');
  return `${[...start, ...gap, ...end].slice(0, 3).join(':')}::`;
}

/** Mail addresses and the passwords of URLs both hold an @. */
function masked(text: string): string {
  const parts = text.split(/([\s"'<>(),;]+)/);
  return parts.map((part) => (part.includes('@') ? '[address]' : part)).join('');
}

const OWN_WORDS = new Set<unknown>([Error, TypeError, RangeError, ReferenceError]);

/** Messages of drivers and parsers repeat the data they choked on, so of those only kind and place are told. */
function ofFault(fault: Error): string {
  const { code } = fault as { code?: unknown };
  const message =
    OWN_WORDS.has(fault.constructor) && code === undefined
      ? masked(fault.message).replace(/"[^"]*"?/g, '"…"')
      : '';
  const places = (fault.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at \S.*:\d+:\d+\)?$/.test(line))
    .slice(0, 8);
  const kind = [fault.name, typeof code === 'string' ? code : '', message.slice(0, 300)]
    .filter(Boolean)
    .join(' ');
  return [kind, ...places.map((place) => masked(place.trim()))].join(' | ').slice(0, 2_000);
}

/** What a terminal or a reader of lines would take as more than text. */
function escaped(json: string): string {
  return json.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (character) => [...character].map(unitsOf).join(''));
}

function unitsOf(character: string): string {
  return Array.from(
    { length: character.length },
    (_, n) => `\\u${character.charCodeAt(n).toString(16).padStart(4, '0')}`,
  ).join('');
}
