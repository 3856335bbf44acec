import type { Cell } from './figure.ts';

const BOM = '\uFEFF';
/** What a spreadsheet would run as a formula. */
const RUNS = /^[=+\-@\t\r]/;

/** A table as a file that every spreadsheet opens in its own letters, and none runs. */
export function csvOf(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return BOM + [columns, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(value: Cell): string {
  if (typeof value === 'number') return String(value);
  const harmless = RUNS.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
