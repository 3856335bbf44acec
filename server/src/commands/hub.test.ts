import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdDirectory } from '../platform/data-directory.ts';

const root = new URL('../../../', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'hub-cli-'));
const DATA_DIR = join(folder, 'data');

beforeAll(async () => {
  const compiler = join(root, 'node_modules/@typescript/native/bin/tsc');
  await promisify(execFile)(process.execPath, [compiler, '-p', join(root, 'server/tsconfig.build.json')]);
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs the command line as the operator does, with these settings and no others. */
function hub(args: string[], env: Record<string, string> = {}): Promise<Ran> {
  const settings = { PATH: process.env['PATH'], DATA_DIR, ...env };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, 'server/dist/src/hub.js'), ...args],
      { env: settings },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

const POSTGRES = {
  HUB_SECRET: 'abcdefghijklmnopqrstuvwxyz0123456789',
  DATABASE_URL: 'postgres://hub:s3cret@127.0.0.1:1/hub',
};

describe('the command line', { timeout: 120_000 }, () => {
  test('explains itself without any settings', async () => {
    const { code, out } = await hub(['--help'], { DATABASE_URL: 'nonsense' });
    expect(code).toBe(0);
    for (const command of ['doctor', 'migrate', 'setup', 'seed']) expect(out).toContain(`\n  ${command}`);
  });

  test.each([
    [
      ['migrate'],
      { DATABASE_URL: 'mysql://hub' },
      'DATABASE_URL is not an address like postgres://user:password@host:5432/name.',
    ],
    [['doctor'], { PORT: 'http' }, 'PORT must be a whole number from 0 to 65535.'],
    [['migrate'], { ...POSTGRES, HUB_SECRET: 'short' }, 'HUB_SECRET must be at least 32 random characters.'],
    [
      ['migrate'],
      POSTGRES,
      'The database that DATABASE_URL names does not answer. Is it running, and are name and password right?',
    ],
    [['seed'], {}, 'Say what to seed: --demo, or --scale with 1x, 10x or 100x.'],
    [
      ['setup', '--email', 'ada', '--name', 'Ada'],
      {},
      '--email must be one mail address, like you@example.org.',
    ],
  ])('%s refuses in one plain sentence', async (args, env, sentence) => {
    expect(await hub(args, env)).toEqual({ code: 1, out: '', err: `${sentence}\n` });
  });

  test('knows no other scale and no other command', async () => {
    expect(await hub(['seed', '--scale', '5x'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('Choose 1x, 10x or 100x.'),
    });
    expect(await hub(['destroy'])).toMatchObject({
      code: 1,
      err: expect.stringContaining("unknown command 'destroy'"),
    });
  });

  test('the doctor tells everything that is wrong, without a password', async () => {
    const wrong = {
      ...POSTGRES,
      REDIS_URL: 'redis://:s3cret@127.0.0.1:1',
      SMTP_URL: 'smtp://hub:s3cret@127.0.0.1:1',
    };
    const { code, out, err } = await hub(['doctor'], wrong);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    for (const name of ['database', 'mail', 'redis'])
      expect(out).toMatch(new RegExp(`^${name} +WRONG +.*not reached`, 'm'));
    expect(out).toMatch(/^disk +ok/m);
    expect(out).not.toContain('s3cret');
  });

  test('the doctor makes nothing; migrate does, and then all is well', async () => {
    expect((await hub(['doctor'])).out).toContain('the first start makes it');
    const { code, out } = await hub(['migrate']);
    expect({ code, last: out.trim().split('\n').at(-1) }).toEqual({
      code: 0,
      last: expect.stringMatching(/^all \d+ applied/),
    });
    const after = await hub(['doctor']);
    expect(after.code).toBe(0);
    for (const line of after.out.trim().split('\n')) expect(line).toMatch(/^[a-z]+ +ok +\S/);
    expect(after.out).toMatch(/^migrations +ok +all \d+ applied/m);
  });

  test('the doctor leaves a hub at work alone, and tells of a folder it cannot use', async () => {
    const { release } = await holdDirectory(DATA_DIR);
    const busy = await hub(['doctor']);
    release();
    expect(busy.code).toBe(0);
    expect(busy.out).toMatch(/^database +ok +embedded, and not looked into\. Another hub \(process \d+\)/m);

    const other = join(folder, 'broken');
    mkdirSync(join(other, 'database'), { recursive: true });
    writeFileSync(join(other, 'database.lock'), 'not a lock');
    const broken = await hub(['doctor'], { DATA_DIR: other });
    expect(broken).toMatchObject({ code: 1, err: '', out: expect.stringMatching(/^database +WRONG /m) });
  });

  test('sets up one admin, whose link chooses a password, and seeds no demo on top', async () => {
    const made = await hub(['setup', '--email', 'Ada@Example.org', '--name', 'Ada Kestrel']);
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(made.out).toContain('Ada Kestrel (ada@example.org) is the admin of Global Taskforce Hub.');
    expect(made.out).toMatch(/^ {2}http:\/\/localhost:3000\/new-password\?token=[\w-]{32}$/m);
    expect(await hub(['seed', '--demo'])).toMatchObject({
      code: 1,
      err: 'There are people in this database; the demo goes into an empty one.\n',
    });
  });

  test('seeds bulk data beside whoever is there, once', async () => {
    const { code, out } = await hub(['seed', '--scale', '1x']);
    expect({ code, out }).toEqual({
      code: 0,
      out: expect.stringMatching(/ s {2}reply: 4000\n[^]*done\. bench@example\.org/),
    });
    expect(await hub(['seed', '--scale', '10x'])).toEqual({
      code: 1,
      out: '',
      err: 'This database holds bulk data already.\n',
    });
  });
});
