import type { Settings } from '../platform/settings.ts';
import { expertRegister } from './register/experts.ts';
import { importRegister } from './register/import.ts';
import { matchAll } from './register/match-all.ts';
import { planAll } from './register/plan-all.ts';
import { requestRegister } from './register/requests.ts';
import { withStore } from './with-store.ts';

const tell = (line: string): void => console.log(line);

/** Brings experts or requests in from a file with one JSON object a line. Refused lines make the exit code 2. */
export async function bringIn(settings: Settings, what: 'experts' | 'requests', path: string): Promise<void> {
  await withStore(settings, async ({ orm }) => {
    const { written, refused } =
      what === 'experts'
        ? await importRegister(orm, path, expertRegister, tell)
        : await importRegister(orm, path, requestRegister, tell);
    tell(`done: ${written} ${what} are in, ${refused} ${refused === 1 ? 'line was' : 'lines were'} refused`);
    if (refused > 0) process.exitCode = 2;
  });
}

/** Matches every request that has not ended and writes a line for each. */
export async function match(settings: Settings, options: { out: string; top?: number }): Promise<void> {
  const today = new Date().toISOString().slice(0, 10);
  await withStore(settings, ({ orm }) => matchAll(orm, { ...options, today }, tell));
}

/** Proposes whom to ask for every open request at once, within everybody's load. */
export async function plan(settings: Settings, out: string): Promise<void> {
  await withStore(settings, ({ orm }) => planAll(orm, out, new Date().toISOString().slice(0, 10), tell));
}
