import { existsSync, mkdirSync, statSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { takeLock } from './lock-file.ts';
import { StartupProblem } from './startup.ts';

export interface HeldDirectory {
  databaseDir: string;
  release(): void;
}

/**
 * Takes the data folder for this process alone: two processes on one embedded database lose each other's
 * writes without a word. The lock lies beside the database, because the database clears its own folder.
 */
export async function holdDirectory(dir: string): Promise<HeldDirectory> {
  const root = resolve(dir);
  makeFolder(root);
  const databaseDir = join(root, 'database');
  try {
    return { databaseDir, release: takeLock(`${databaseDir}.lock`) };
  } catch (error) {
    throw error instanceof StartupProblem ? error : folderProblem(root, error);
  }
}

export function makeFolder(dir: string): void {
  try {
    makeWithParents(resolve(dir));
  } catch (error) {
    throw folderProblem(dir, error);
  }
}

/** Node's own recursive way never ends where a folder exists but takes no children, as in /proc. */
function makeWithParents(dir: string): void {
  if (statSync(dir, { throwIfNoEntry: false })?.isDirectory()) return;
  if (!existsSync(dirname(dir))) makeWithParents(dirname(dir));
  mkdirSync(dir);
}

export function folderProblem(dir: string, error: unknown): StartupProblem {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EEXIST' || code === 'ENOTDIR') {
    return new StartupProblem(`${dir} is a file or lies below one; set DATA_DIR to a folder.`);
  }
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new StartupProblem(`The disk that holds ${dir} is full.`);
  return new StartupProblem(
    `The folder ${dir} cannot be written to (${code}). Change its permissions, or choose another with DATA_DIR.`,
  );
}

/**
 * Makes the database once: in a folder of another name that is flushed and renamed when it is whole, because
 * a first initialisation cut short leaves a folder that never opens. Call it while holding the directory.
 */
export async function initialiseOnce(
  databaseDir: string,
  init: (tempDir: string) => Promise<void>,
): Promise<boolean> {
  if ((await namesIn(databaseDir)).length > 0) return false;

  const tempDir = `${databaseDir}.new`;
  await rm(tempDir, { recursive: true, force: true });
  await mkdir(tempDir, { recursive: true });
  await init(tempDir);
  await flushDirectory(tempDir);
  await rm(databaseDir, { recursive: true, force: true });
  await rename(tempDir, databaseDir);
  await flush(dirname(databaseDir), 'r');
  return true;
}

async function namesIn(dir: string): Promise<string[]> {
  try {
    return await readdir(dir);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw folderProblem(dir, error);
  }
}

/** Brings every file below a folder to the disk; the embedded database leaves that to chance. */
export async function flushDirectory(dir: string): Promise<void> {
  const entries = await readdir(dir, { withFileTypes: true });
  for (const entry of entries) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) await flushDirectory(path);
    else if (entry.isFile()) await flush(path, 'r+');
  }
  await flush(dir, 'r');
}

/** What is gone meanwhile needs no flushing, and some systems do not let a folder be flushed. */
async function flush(path: string, flags: 'r' | 'r+'): Promise<void> {
  try {
    await using file = await open(path, flags);
    await file.sync();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const forgivable = flags === 'r' ? ['ENOENT', 'EISDIR', 'EPERM', 'EINVAL', 'EBADF'] : ['ENOENT'];
    if (!forgivable.includes(code ?? '')) throw error;
  }
}
