import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { folderProblem, makeFolder } from './data-directory.ts';
import { StartupProblem } from './startup.ts';
import type { Kept } from './trim.ts';

export type Registration = 'open' | 'approval';

/** What the hub is called, by whom it is run, and where a logo lies that they have the right to show. */
export interface HubFace {
  name: string;
  organisation: string | null;
  logo: string | null;
}

/** Everything the operator may decide, checked once at start. */
export interface Settings extends HubFace {
  port: number;
  /** Where the embedded database, files and, without a mail server, mails are kept: a full path. */
  dataDir: string;
  /** PostgreSQL, or null for the embedded database. */
  databaseUrl: string | null;
  redisUrl: string | null;
  smtpUrl: string | null;
  /** Who mails are from. */
  mailFrom: string;
  /** The address people type, without a path. */
  origin: string;
  /** Signs sessions and makes pseudonyms for the log. */
  secret: string;
  /** How many proxies of our own stand before us: so many addresses of X-Forwarded-For are believed. */
  trustedProxies: number;
  registration: Registration;
  /** Staff act as such only once they have set up a second step. */
  staffSecondStep: boolean;
  /** How much of the live feed is kept for those who come back. */
  feedKept: Kept;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment. What is malformed is one plain sentence that never repeats a password. */
export function readSettings(env: Environment): Settings {
  const port = wholeNumber(env, 'PORT', 3000, 65_535);
  const dataDir = resolve(text(env, 'DATA_DIR') ?? '.data');
  const databaseUrl = address(
    env,
    'DATABASE_URL',
    ['postgres', 'postgresql'],
    'user:password@host:5432/name',
  );
  const origin = originOf(env, port);
  return {
    port,
    dataDir,
    databaseUrl,
    redisUrl: address(env, 'REDIS_URL', ['redis', 'rediss'], 'host:6379'),
    smtpUrl: address(env, 'SMTP_URL', ['smtp', 'smtps'], 'user:password@host:587'),
    mailFrom: mailFrom(env, origin),
    origin,
    secret: secret(env, dataDir, databaseUrl !== null),
    name: line(env, 'HUB_NAME') ?? 'Global Taskforce Hub',
    organisation: line(env, 'HUB_ORGANISATION'),
    logo: line(env, 'HUB_LOGO'),
    trustedProxies: trustedProxies(env),
    registration: registration(env) ?? (databaseUrl ? 'approval' : 'open'),
    // An evaluation shows its invented staff to anybody who reads the password on the screen.
    staffSecondStep: staffSecondStep(env) ?? databaseUrl !== null,
    feedKept: {
      days: wholeNumber(env, 'FEED_DAYS', 90, 36_500),
      events: wholeNumber(env, 'FEED_EVENTS', 100_000, 999_999_999),
    },
  };
}

/** Compose files pass on what is not set as empty. */
function text(env: Environment, name: string): string | null {
  return env[name]?.trim() || null;
}

function wholeNumber(env: Environment, name: string, otherwise: number, most: number): number {
  const value = text(env, name);
  if (value === null) return otherwise;
  if (/^\d{1,9}$/.test(value) && Number(value) <= most) return Number(value);
  throw new StartupProblem(`${name} must be a whole number from 0 to ${most}.`);
}

function address(env: Environment, name: string, schemes: string[], example: string): string | null {
  const value = text(env, name);
  if (value === null) return null;
  const url = URL.parse(value);
  const host = url?.hostname || url?.searchParams.get('host');
  const isWhole = name !== 'DATABASE_URL' || (url && /^\/[^/]+$/.test(url.pathname));
  if (url && host && isWhole && schemes.includes(url.protocol.slice(0, -1))) return value;
  throw new StartupProblem(`${name} is not an address like ${schemes[0]}://${example}.`);
}

function originOf(env: Environment, port: number): string {
  const value = text(env, 'HUB_ORIGIN');
  if (value === null) return `http://localhost:${port}`;
  const url = URL.parse(value);
  const isBare = url?.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
  if (url && isBare && /^https?:$/.test(url.protocol)) return url.origin;
  throw new StartupProblem(
    'HUB_ORIGIN must be the address people type and no more, like https://hub.example.org.',
  );
}

const SHORTEST_SECRET = 32;

function secret(env: Environment, dataDir: string, isRequired: boolean): string {
  const given = text(env, 'HUB_SECRET');
  if (given !== null) return strong(given, 'HUB_SECRET');
  if (!isRequired) return keptSecret(dataDir);
  // Several processes may share that database, and they must agree.
  throw new StartupProblem(
    `HUB_SECRET is needed when DATABASE_URL is set: at least ${SHORTEST_SECRET} random characters.`,
  );
}

function strong(value: string, where: string): string {
  const isVaried = new Set(value).size >= 8;
  if (value.length >= SHORTEST_SECRET && isVaried) return value;
  throw new StartupProblem(`${where} must be at least ${SHORTEST_SECRET} random characters.`);
}

/** Made on the first start and kept, so that nobody is signed out by a restart. */
function keptSecret(dataDir: string): string {
  const path = join(dataDir, 'secret');
  makeFolder(dataDir);
  try {
    writeFileSync(path, `${randomBytes(36).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw folderProblem(dataDir, error);
  }
  try {
    return strong(readFileSync(path, 'utf8').trim(), path);
  } catch (error) {
    throw error instanceof StartupProblem ? error : new StartupProblem(`The file ${path} cannot be read.`);
  }
}

const LONGEST_NAME = 80;

function line(env: Environment, name: string): string | null {
  const value = text(env, name);
  if (value === null || (value.length <= LONGEST_NAME && !/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u.test(value)))
    return value;
  throw new StartupProblem(`${name} must be one line of at most ${LONGEST_NAME} characters.`);
}

function mailFrom(env: Environment, origin: string): string {
  const value = text(env, 'HUB_MAIL_FROM') ?? `hub@${new URL(origin).hostname}`;
  if (/^[^\s@<>,;:"()]+@[^\s@<>,;"()]+$/.test(value)) return value;
  throw new StartupProblem('HUB_MAIL_FROM must be one mail address, like hub@example.org.');
}

function trustedProxies(env: Environment): number {
  const value = text(env, 'TRUST_PROXY')?.toLowerCase() ?? 'false';
  if (value === 'false' || value === 'no') return 0;
  if (value === 'true' || value === 'yes') return 1;
  if (/^\d$/.test(value)) return Number(value);
  throw new StartupProblem('TRUST_PROXY must be true, false, or how many proxies stand before the hub.');
}

function registration(env: Environment): Registration | null {
  const value = text(env, 'HUB_REGISTRATION');
  if (value === null || value === 'open' || value === 'approval') return value;
  throw new StartupProblem('HUB_REGISTRATION must be open or approval.');
}

function staffSecondStep(env: Environment): boolean | null {
  const value = text(env, 'STAFF_SECOND_STEP');
  if (value === null) return null;
  if (value === 'required' || value === 'optional') return value === 'required';
  throw new StartupProblem('STAFF_SECOND_STEP must be required or optional.');
}
