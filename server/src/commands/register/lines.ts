import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { StartupProblem } from '../../platform/startup.ts';

/** One line of a file, as an object, or why it is none. Lines are counted from 1; empty ones are passed over. */
export type Line = { number: number; value: Record<string, unknown> } | { number: number; fault: string };

/** The lines of a JSONL file, read as they are asked for: a register of any size takes little memory. */
export async function* linesOf(path: string): AsyncGenerator<Line> {
  const file = createReadStream(path, 'utf8');
  const opened = new Promise<void>((resolve, reject) =>
    file.once('open', () => resolve()).once('error', reject),
  );
  await opened.catch(() => {
    throw new StartupProblem(`${path} cannot be read.`);
  });
  let number = 0;
  for await (const text of createInterface({ input: file, crlfDelay: Infinity })) {
    number += 1;
    if (text.trim() === '') continue;
    yield parsed(number, text.replace(/^\ufeff/, ''));
  }
}

function parsed(number: number, text: string): Line {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return { number, value: value as Record<string, unknown> };
    return { number, fault: 'is not an object' };
  } catch {
    return { number, fault: 'is not JSON' };
  }
}

/** The same id for the same thing of a register, whenever it is brought in: shaped as a UUID of our own making (version 8). */
export function idFor(kind: string, registerId: string): string {
  const hex = createHash('sha256').update(`${kind}\n${registerId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
