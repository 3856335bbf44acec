import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';

/** What a piece of work cost, in milliseconds of a processor. */
export interface Cost {
  server: number;
  database: number;
}

/** Measures what some work costs the process that serves it and the database behind it, user and system time alike. */
export async function costOf(
  serverPid: number,
  database: pg.Client,
  work: () => Promise<void>,
): Promise<Cost> {
  const before = await databaseMs(database);
  const serverBefore = cpuMs(serverPid) ?? 0;
  await work();
  const server = (cpuMs(serverPid) ?? 0) - serverBefore;
  const after = await databaseMs(database);
  let spent = 0;
  for (const [pid, ms] of after) spent += ms - (before.get(pid) ?? 0);
  return { server, database: spent };
}

/** Everyone who works for our database, but the connection that asks. */
async function databaseMs(database: pg.Client): Promise<Map<number, number>> {
  const { rows } = await database.query<{ pid: number }>(
    'select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
  );
  const known = new Map<number, number>();
  for (const { pid } of rows) {
    const ms = cpuMs(pid);
    if (ms !== null) known.set(pid, ms);
  }
  return known;
}

/**
 * The time all threads of a process have run, or null when it is gone. The scheduler's own figure, which is user and
 * system time in nanoseconds; /proc/PID/stat tells the same in steps of ten milliseconds, too coarse for ten connections.
 */
export function cpuMs(pid: number): number | null {
  try {
    return readdirSync(`/proc/${pid}/task`).reduce((sum, task) => sum + threadMs(pid, task), 0);
  } catch {
    return null;
  }
}

function threadMs(pid: number, task: string): number {
  const told = readFileSync(`/proc/${pid}/task/${task}/schedstat`, 'utf8');
  return Number(told.split(' ')[0]) / 1e6;
}

export function canMeasure(): boolean {
  return existsSync('/proc/self/schedstat');
}
