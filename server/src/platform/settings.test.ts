import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSettings, type Environment } from './settings.ts';
import { StartupProblem } from './startup.ts';

const SECRET = 'correct horse battery staple and more';
const POSTGRES = 'postgres://hub:hunter2@db.example:5432/hub';

let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hub-settings-'));
});

afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const read = (env: Environment = {}) => readSettings({ DATA_DIR: dataDir, ...env });

function sentence(env: Environment): string {
  try {
    read(env);
  } catch (error) {
    expect(error).toBeInstanceOf(StartupProblem);
    return (error as StartupProblem).message;
  }
  throw new Error('It was not refused.');
}

describe('with nothing set', () => {
  test('the hub is for trying out', () => {
    expect(read()).toMatchObject({
      port: 3000,
      dataDir,
      databaseUrl: null,
      redisUrl: null,
      smtpUrl: null,
      origin: 'http://localhost:3000',
      mailFrom: 'hub@localhost',
      name: 'Global Taskforce Hub',
      organisation: null,
      trustedProxies: 0,
      registration: 'open',
    });
    expect(readSettings({ HUB_SECRET: SECRET }).dataDir).toBe(resolve('.data'));
  });

  test('empty is the same as not set', () => {
    const empty = {
      PORT: '',
      DATABASE_URL: '',
      REDIS_URL: ' ',
      SMTP_URL: '',
      HUB_ORIGIN: '',
      HUB_SECRET: '',
      TRUST_PROXY: '',
    };
    expect(read(empty)).toEqual(read());
  });
});

describe('with all set', () => {
  test('everything is taken as given', () => {
    const env = {
      PORT: '8080',
      DATABASE_URL: POSTGRES,
      REDIS_URL: 'rediss://:pw@cache:6380/2',
      SMTP_URL: 'smtps://user:pw@mail.example',
      HUB_ORIGIN: 'https://hub.example.org/',
      HUB_SECRET: SECRET,
      HUB_NAME: 'Réseau',
      HUB_ORGANISATION: 'The owner',
      HUB_LOGO: '/logo.svg',
      HUB_MAIL_FROM: 'no-reply@example.org',
      TRUST_PROXY: '2',
      HUB_REGISTRATION: 'open',
      STAFF_SECOND_STEP: 'optional',
      FEED_DAYS: '30',
      FEED_EVENTS: '5000',
    };
    expect(read(env)).toEqual({
      port: 8080,
      dataDir,
      databaseUrl: env.DATABASE_URL,
      redisUrl: env.REDIS_URL,
      smtpUrl: env.SMTP_URL,
      origin: 'https://hub.example.org',
      secret: SECRET,
      name: 'Réseau',
      organisation: 'The owner',
      logo: '/logo.svg',
      mailFrom: 'no-reply@example.org',
      trustedProxies: 2,
      registration: 'open',
      staffSecondStep: false,
      feedKept: { days: 30, events: 5_000 },
    });
  });

  test('on PostgreSQL people are let in by approval', () => {
    expect(read({ DATABASE_URL: POSTGRES, HUB_SECRET: SECRET }).registration).toBe('approval');
    expect(read({ HUB_REGISTRATION: 'approval' }).registration).toBe('approval');
  });

  test('on PostgreSQL staff need a second step', () => {
    expect(read({ DATABASE_URL: POSTGRES, HUB_SECRET: SECRET }).staffSecondStep).toBe(true);
    expect(read({}).staffSecondStep).toBe(false);
    expect(read({ STAFF_SECOND_STEP: 'required' }).staffSecondStep).toBe(true);
  });

  test.each([
    'postgresql://hub@localhost/hub',
    'postgres:///hub?host=/var/run/postgresql',
    'postgres://h/hub?sslmode=require',
  ])('%s is a database', (url) =>
    expect(read({ DATABASE_URL: url, HUB_SECRET: SECRET }).databaseUrl).toBe(url),
  );
});

describe('the secret', () => {
  test('is made once, kept for its owner alone, and used again', () => {
    const { secret } = read();
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(read().secret).toBe(secret);
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(dataDir, 'secret'), 'utf8')).toBe(`${secret}\n`);
  });

  test('is not made where it is given', () => {
    expect(read({ HUB_SECRET: SECRET }).secret).toBe(SECRET);
    expect(() => statSync(join(dataDir, 'secret'))).toThrow();
  });

  test('is needed with a database that processes may share', () => {
    expect(sentence({ DATABASE_URL: POSTGRES })).toContain('HUB_SECRET is needed');
  });

  test.each(['short', 'a'.repeat(31), 'a'.repeat(64)])('%s is refused and not repeated', (value) => {
    expect(sentence({ HUB_SECRET: value })).toBe('HUB_SECRET must be at least 32 random characters.');
  });

  test('a damaged or unreadable one is told, never replaced', () => {
    writeFileSync(join(dataDir, 'secret'), 'cut');
    expect(sentence({})).toBe(`${join(dataDir, 'secret')} must be at least 32 random characters.`);
    writeFileSync(join(dataDir, 'file'), '');
    expect(sentence({ DATA_DIR: join(dataDir, 'file') })).toContain('is a file');
  });
});

describe('what is malformed is one sentence that names the variable', () => {
  test.each([
    ['PORT', 'eighty'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3000.5'],
    ['PORT', '1e3'],
    ['PORT', '0x50'],
    ['DATABASE_URL', 'localhost'],
    ['DATABASE_URL', 'mysql://hub:hunter2@db/hub'],
    ['DATABASE_URL', 'postgres://hub:hunter2@db'],
    ['DATABASE_URL', 'postgres://hub:hunter2@db:port/hub'],
    ['DATABASE_URL', 'postgres:///hub'],
    ['DATABASE_URL', 'postgres:hunter2'],
    ['REDIS_URL', 'http://:hunter2@cache'],
    ['REDIS_URL', 'cache:6379'],
    ['REDIS_URL', 'redis://'],
    ['SMTP_URL', 'mail.example'],
    ['SMTP_URL', 'https://user:hunter2@mail'],
    ['SMTP_URL', 'smtp://'],
    ['HUB_ORIGIN', 'hub.example.org'],
    ['HUB_ORIGIN', 'https://hub.example.org/path'],
    ['HUB_ORIGIN', 'ftp://hub.example.org'],
    ['HUB_ORIGIN', 'https://user:hunter2@hub.example.org'],
    ['HUB_ORIGIN', 'https://hub.example.org?x=1'],
    ['HUB_NAME', 'two\nlines'],
    ['HUB_NAME', 'n'.repeat(81)],
    ['HUB_ORGANISATION', 'bell\u0007'],
    ['HUB_MAIL_FROM', 'hub'],
    ['HUB_MAIL_FROM', 'a@b.c, d@e.f'],
    ['HUB_MAIL_FROM', 'Hub <a@b.c>'],
    ['HUB_MAIL_FROM', 'a@b\nBcc: c@d'],
    ['TRUST_PROXY', 'maybe'],
    ['TRUST_PROXY', '10.0.0.0/8'],
    ['HUB_REGISTRATION', 'closed'],
    ['STAFF_SECOND_STEP', 'yes'],
  ])('%s=%j', (name, value) => {
    const message = sentence({ HUB_SECRET: SECRET, [name]: value });
    expect(message).toMatch(new RegExp(`^${name} .*\\.$`));
    expect(message).not.toContain('hunter2');
    expect(message).not.toContain('\n');
  });
});
