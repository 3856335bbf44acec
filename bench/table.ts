import type { Case } from './cases.ts';
import type { Measured } from './measure.ts';

export type Line = { one: Case; measured: Measured; bar: number };

const HEADINGS = [
  'case',
  'ms',
  'of it db',
  'other ms',
  'of it db',
  'ratio',
  'bar',
  '',
  'req/s',
  'bytes',
  'other bytes',
];

export function isMissed({ measured, bar }: Line): boolean {
  return measured.ratio > bar;
}

/** The figures as a table of text: the hub first, then what it is held against. */
export function table(lines: Line[]): string {
  const cells = lines.map((line) => {
    const { ours, other, ratio } = line.measured;
    return [
      line.one.name,
      ours.ms.toFixed(3),
      ours.database.toFixed(3),
      other.ms.toFixed(3),
      other.database.toFixed(3),
      ratio.toFixed(2),
      `≤ ${line.bar}`,
      isMissed(line) ? 'MISSED' : 'ok',
      ours.perSecond.toFixed(0),
      String(ours.bytes),
      String(other.bytes),
    ];
  });
  const all = [HEADINGS, ...cells];
  const widths = HEADINGS.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, n) => (n === 0 ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0)))
        .join('  '),
    )
    .join('\n');
}
