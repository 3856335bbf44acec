import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { StartupProblem } from './startup.ts';

/**
 * Makes the lock file, or says who has it. It is taken over only from a process that is surely dead, never
 * because it is old. Answers with how to let go.
 */
export function takeLock(path: string): () => void {
  const mine = { token: randomBytes(6).toString('hex'), ...thisProcess() };
  while (!made(path, mine)) {
    const holder = read(path);
    if (holder) removeIfDead(path, holder);
  }
  return () => {
    if (read(path)?.token === mine.token) rmSync(path, { force: true });
  };
}

interface Holder {
  token: string;
  pid: number;
  /** When the process started, in the machine's ticks: a number given again is not the same process. */
  startedAt: string | null;
  /** Which start of the machine, and which view of its processes, the numbers above belong to. */
  boot: string | null;
  view: string | null;
  host: string;
}

/** A link appears whole or not at all, so nobody ever reads half a lock. */
function made(path: string, holder: Holder): boolean {
  const draft = `${path}.${holder.token}.new`;
  writeFileSync(draft, `${JSON.stringify(holder)}\n`, { flag: 'wx', mode: 0o600 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Two processes may find the same dead holder. Only the one with the guard named after it removes its lock,
 * so that neither takes away what the other has just made.
 */
function removeIfDead(path: string, holder: Holder): void {
  const state = stateOf(holder);
  if (state === 'living') {
    throw new StartupProblem(
      `Another hub (process ${holder.pid}) is using ${path}. Stop it first, or choose another folder with DATA_DIR.`,
    );
  }
  if (state === 'unknown') throw undecided(path, `process ${holder.pid} on ${holder.host}`);

  const release = takeLock(`${path}.${holder.token}`);
  if (read(path)?.token === holder.token) rmSync(path);
  release();
}

function undecided(path: string, who: string): StartupProblem {
  return new StartupProblem(
    `The database is marked as used by ${who}. If no hub is running there, delete ${path} and start again.`,
  );
}

function stateOf({ pid, startedAt, boot, view, host }: Holder): 'living' | 'dead' | 'unknown' {
  const here = thisProcess();
  if (host !== here.host) return 'unknown';
  if (boot !== here.boot) return boot && here.boot ? 'dead' : 'unknown';
  // A container keeps its name, which nobody else has, when it is restarted; only its view is new.
  if (view !== here.view) return /^[0-9a-f]{12}$/.test(host) ? 'dead' : 'unknown';
  if (startedAt) return startOf(pid) === startedAt ? 'living' : 'dead';
  return isRunning(pid) ? 'living' : 'dead';
}

function thisProcess(): Omit<Holder, 'token'> {
  return {
    pid: process.pid,
    startedAt: startOf(process.pid),
    boot: orNull(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    view: orNull(() => readlinkSync('/proc/self/ns/pid')),
    host: hostname(),
  };
}

/** Null when there is no such process, or it is dead and only not yet cleared away. */
function startOf(pid: number): string | null {
  const stat = orNull(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  // The name stands in brackets and may hold anything; the state follows it, the start time is 19 further on.
  const [state, ...fields] = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  return state === 'Z' || state === 'X' ? null : (fields[18] ?? null);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}

/** Null when it was let go meanwhile. */
function read(path: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8')) as Holder;
    if (Number.isSafeInteger(holder?.pid) && holder.token) return holder;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw undecided(path, 'somebody unknown');
}

function orNull(get: () => string): string | null {
  try {
    return get();
  } catch {
    return null;
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code;
}
