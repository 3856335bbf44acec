import { parse, type CsvError } from 'csv-parse/sync';
import * as say from '../platform/say/generated/people.ts';
import { EvidenceKind } from './evidence.ts';
import { readEvidence, type ReadEvidence } from './evidence.words.ts';

export type FileFormat = 'CSV' | 'JSONL';

/** A line of a file: a whole piece of evidence, or every reason why it is none. Lines count from 1. */
export type FileLine = { line: number; facts: ReadEvidence } | { line: number; says: string[] };
type RawLine = { line: number; value: Record<string, unknown> } | { line: number; says: string[] };

/** Reads a file of evidence. A line is taken whole or not at all; a piece said twice counts once. */
export function readEvidenceFile(text: string, format: FileFormat, today?: string): FileLine[] {
  const plain = text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replace(/^\ufeff/, '');
  const seen = new Set<string>();
  return (format === 'CSV' ? csvLines(plain) : jsonLines(plain)).map((raw) => {
    const read = 'says' in raw ? raw : pieceOf(raw.line, raw.value, today);
    if ('says' in read) return read;
    const known = keyOf(read.facts);
    if (seen.has(known)) return { line: read.line, says: [say.lineTwice()] };
    seen.add(known);
    return read;
  });
}

/** What makes two pieces the same one. */
export function keyOf({ title, body }: Pick<ReadEvidence, 'title' | 'body'>): string {
  return `${title}\n${body}`;
}

const KINDS: readonly string[] = Object.values(EvidenceKind);

function pieceOf(line: number, value: Record<string, unknown>, today?: string): FileLine {
  const { title, text, date } = value;
  const kind = textOf(value['kind'])?.toUpperCase() || EvidenceKind.PROJECT;
  const day = dayOf(date);
  const says = [
    ...([title, text].some((each) => textOf(each) === null) ? [say.lineNotText()] : []),
    ...(KINDS.includes(kind) ? [] : [say.lineKind({ kinds: KINDS.join(', ') })]),
    ...(day === undefined ? [say.lineDay()] : []),
  ];
  const { facts, problems } = readEvidence(
    {
      kind: kind as EvidenceKind,
      title: textOf(title)?.trim() ?? '',
      body: textOf(text)?.trim() ?? '',
      day: day ?? null,
    },
    undefined,
    today,
  );
  says.push(...problems.map(({ message }) => message));
  return says.length > 0 ? { line, says } : { line, facts };
}

/** The text given, '' for nothing, null for what is no text. */
function textOf(value: unknown): string | null {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : null;
}

/** A day; a year or a month alone begins it. Null for none, undefined for what is no date. */
function dayOf(value: unknown): string | null | undefined {
  const text = typeof value === 'number' ? String(value) : textOf(value)?.trim();
  if (text === undefined) return undefined;
  if (text === '') return null;
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  const whole = `${year}-${month}-${day}`;
  const date = new Date(`${whole}T00:00:00Z`);
  const isReal = year && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(whole);
  return isReal ? whole : undefined;
}

function jsonLines(text: string): RawLine[] {
  return text.split('\n').flatMap((written, at): RawLine[] => {
    const line = at + 1;
    if (written.trim() === '') return [];
    try {
      const value: unknown = JSON.parse(written);
      if (typeof value === 'object' && value !== null && !Array.isArray(value))
        return [{ line, value: value as Record<string, unknown> }];
    } catch {
      // Told below, as anything else that is no object.
    }
    return [{ line, says: [say.lineNotJson()] }];
  });
}

/** Spreadsheets part columns by what their language leaves free. */
function separatorOf(header: string): string {
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: header.split(mark).length }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).mark;
}

function csvLines(text: string): RawLine[] {
  const broken: RawLine[] = [];
  const rows = parse(text, {
    ...{ delimiter: separatorOf(text.split('\n', 1)[0] ?? ''), info: true, raw: true },
    ...{ relax_column_count: true, skip_empty_lines: true, skip_records_with_error: true },
    on_skip(error: CsvError | undefined, raw: string | undefined) {
      const unclosed = error?.code === 'CSV_QUOTE_NOT_CLOSED' ? newlinesIn(raw ?? '') : 0;
      broken.push({ line: Number(error?.['lines'] ?? 1) - unclosed, says: [say.lineQuotes()] });
    },
  }) as unknown as { info: { lines: number }; raw: string; record: string[] }[];

  const [header, ...records] = rows;
  const columns = (header?.record ?? []).map((name) => name.trim().toLowerCase());
  if (!columns.includes('title')) return [{ line: 1, says: [say.lineHeader()] }];
  const read = records.map(({ info, raw, record }): RawLine => {
    const line = info.lines - newlinesIn(raw);
    if (record.length !== columns.length)
      return {
        line,
        says: [say.lineColumns({ found: String(record.length), wanted: String(columns.length) })],
      };
    return { line, value: Object.fromEntries(columns.map((name, at) => [name, record[at]])) };
  });
  return [...read, ...broken].sort((one, other) => one.line - other.line);
}

function newlinesIn(raw: string): number {
  return raw.trim().split('\n').length - 1;
}
