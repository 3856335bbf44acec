import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  mkdirSync,
  chmodSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { flushDirectory, holdDirectory, initialiseOnce } from './data-directory.ts';
import { StartupProblem } from './startup.ts';

let dir: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'hub-data-'));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(dir, { recursive: true, force: true });
});

/** Another process that runs this with the module at hand, until it says something or ends. */
async function elsewhere(script: string): Promise<{ child: ChildProcess; said: string }> {
  const module = new URL('data-directory.ts', import.meta.url);
  const source = `const { holdDirectory, initialiseOnce } = await import(${JSON.stringify(module.href)});
    const dir = ${JSON.stringify(dir)}; const say = (text) => process.stdout.write(text); ${script}`;
  const child = spawn(process.execPath, ['--input-type=module', '--no-warnings', '--eval', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [said] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  return { child, said: String(said) };
}

const HOLD = `try { await holdDirectory(dir); say('held'); setInterval(() => {}, 1000); } catch (error) { say(error.message); }`;

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

const isRoot = process.getuid?.() === 0;
if (isRoot) console.warn('LEFT OUT: folders without permission, because root may write to all of them.');

describe('holding the data folder', () => {
  test('makes the folder, holds it for one, and lets go', async () => {
    const root = join(dir, 'a', 'b');
    const held = await holdDirectory(root);
    expect(held.databaseDir).toBe(join(root, 'database'));
    await expect(holdDirectory(root)).rejects.toThrow(`Another hub (process ${process.pid}) is using`);

    held.release();
    expect(readdirSync(root)).toEqual([]);
    (await holdDirectory(root)).release();
  });

  test('another living process is refused until the holder is killed', async () => {
    const { child, said } = await elsewhere(HOLD);
    expect(said).toBe('held');
    await expect(holdDirectory(dir)).rejects.toThrow(StartupProblem);
    await expect(holdDirectory(dir)).rejects.toThrow(`process ${child.pid}`);

    await kill(child);
    const held = await holdDirectory(dir);
    expect((await elsewhere(HOLD)).said).toContain(`Another hub (process ${process.pid})`);
    held.release();
    expect(readdirSync(dir)).toEqual([]);
  });

  test('a number that now belongs to another process does not hold', async () => {
    const held = await holdDirectory(dir);
    const lock = join(dir, 'database.lock');
    const mine = JSON.parse(readFileSync(lock, 'utf8')) as object;
    writeFileSync(lock, JSON.stringify({ ...mine, startedAt: '1', token: 'aaaaaaaaaaaa' }));
    const mineNow = await holdDirectory(dir);
    held.release();
    expect(existsSync(lock)).toBe(true); // letting go of what was lost takes nothing from its new holder
    mineNow.release();
  });

  test('of many that find a dead holder at once, one gets it', async () => {
    const { child } = await elsewhere(HOLD);
    await kill(child);
    const answers = await Promise.all(Array.from({ length: 6 }, () => elsewhere(HOLD)));
    expect(answers.filter(({ said }) => said === 'held')).toHaveLength(1);
    for (const { said } of answers) expect(said).toMatch(/^held$|^Another hub/);
  });

  test('who cannot be asked is not taken for dead', async () => {
    const held = await holdDirectory(dir);
    const lock = join(dir, 'database.lock');
    const mine = JSON.parse(readFileSync(lock, 'utf8')) as object;
    for (const text of [
      JSON.stringify({ ...mine, host: 'elsewhere', pid: 999_999 }),
      '',
      'not json',
      '{"pid":"1"}',
    ]) {
      writeFileSync(lock, text);
      await expect(holdDirectory(dir)).rejects.toThrow(`delete ${lock} and start again`);
    }
    writeFileSync(lock, JSON.stringify(mine));
    held.release();
  });

  test('a machine restarted since has no holder left', async () => {
    const held = await holdDirectory(dir);
    const lock = join(dir, 'database.lock');
    const mine = JSON.parse(readFileSync(lock, 'utf8')) as { boot: string | null };
    if (mine.boot) {
      writeFileSync(lock, JSON.stringify({ ...mine, boot: 'an earlier one' }));
      (await holdDirectory(dir)).release();
    }
    held.release();
  });

  test('a folder that cannot be is one plain sentence', async () => {
    writeFileSync(join(dir, 'file'), '');
    await expect(holdDirectory(join(dir, 'file'))).rejects.toThrow('is a file or lies below one');
    await expect(holdDirectory(join(dir, 'file', 'below'))).rejects.toThrow('is a file or lies below one');
    await expect(holdDirectory('/proc/hub')).rejects.toThrow(StartupProblem);
    await expect(holdDirectory('/proc/hub')).rejects.toThrow('cannot be written to');
  });

  test.skipIf(isRoot)('a folder without permission is one plain sentence', async () => {
    chmodSync(dir, 0o500);
    await expect(holdDirectory(dir)).rejects.toThrow('cannot be written to (EACCES)');
    await expect(holdDirectory(join(dir, 'below'))).rejects.toThrow('cannot be written to (EACCES)');
    chmodSync(dir, 0o700);
  });
});

describe('initialising once', () => {
  const write = async (into: string) => writeFileSync(join(into, 'PG_VERSION'), '18');

  test('happens once, and appears only when whole', async () => {
    const databaseDir = join(dir, 'database');
    const made = await initialiseOnce(databaseDir, async (into) => {
      await write(into);
      expect(existsSync(databaseDir)).toBe(false);
    });
    expect(made).toBe(true);
    expect(readdirSync(dir)).toEqual(['database']);
    expect(await initialiseOnce(databaseDir, () => Promise.reject(new Error('again')))).toBe(false);
  });

  test('cut short by a fault or a kill, it begins anew', async () => {
    const databaseDir = join(dir, 'database');
    const half = async (into: string) => {
      await write(into);
      throw new Error('half way');
    };
    await expect(initialiseOnce(databaseDir, half)).rejects.toThrow('half way');

    const { child } = await elsewhere(`const { writeFileSync } = await import('node:fs');
      await initialiseOnce(dir + '/database', (into) => { writeFileSync(into + '/half', ''); say('half'); return new Promise(() => setInterval(() => {}, 1000)); });`);
    await kill(child);
    expect(existsSync(databaseDir)).toBe(false);

    expect(await initialiseOnce(databaseDir, write)).toBe(true);
    expect(readdirSync(databaseDir)).toEqual(['PG_VERSION']);
  });

  test('an empty folder somebody made is used', async () => {
    mkdirSync(join(dir, 'database'));
    expect(await initialiseOnce(join(dir, 'database'), write)).toBe(true);
  });

  test('flushing goes through every folder and says when there is none', async () => {
    mkdirSync(join(dir, 'a', 'b'), { recursive: true });
    writeFileSync(join(dir, 'a', 'b', 'c'), 'text');
    await flushDirectory(dir);
    expect(readFileSync(join(dir, 'a', 'b', 'c'), 'utf8')).toBe('text');
    await expect(flushDirectory(join(dir, 'none'))).rejects.toThrow('ENOENT');
  });
});
