import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { freePort } from '../processes.ts';

const ROOT_OF_VERSIONS = '/usr/lib/postgresql';
const UP_WITHIN_MS = 120_000;

/** Where PostgreSQL's programs lie, or null where there is none: PG_BIN, else the newest that is installed. */
export function postgresBinaries(): string | null {
  const versions = existsSync(ROOT_OF_VERSIONS) ? readdirSync(ROOT_OF_VERSIONS).sort() : [];
  const found = [
    process.env['PG_BIN'],
    ...versions.reverse().map((one) => join(ROOT_OF_VERSIONS, one, 'bin')),
  ];
  return found.find((folder) => folder && existsSync(join(folder, 'initdb'))) ?? null;
}

/** A PostgreSQL of the proof's own, in a folder of its own, that may be killed. It runs as somebody without rights. */
export class OwnPostgres {
  readonly #folder = mkdtempSync(join(tmpdir(), 'hub-postgres-'));
  readonly #binaries: string;
  readonly #user: { uid?: number; gid?: number };
  readonly port: number;
  #process: ChildProcess | null = null;
  #said = '';

  private constructor(binaries: string, port: number) {
    this.#binaries = binaries;
    this.port = port;
    this.#user = process.getuid?.() === 0 ? unprivileged() : {};
  }

  static async start(): Promise<OwnPostgres> {
    const binaries = postgresBinaries();
    if (!binaries) {
      console.log(
        'LEFT OUT: proofs on PostgreSQL, because it is not installed here (PG_BIN names its programs).',
      );
      process.exit(0);
    }
    const own = new OwnPostgres(binaries, await freePort());
    own.#initialise();
    await own.up();
    return own;
  }

  get url(): string {
    return `postgres://postgres@127.0.0.1:${this.port}/postgres`;
  }

  get pid(): number {
    return Number(this.#process?.pid);
  }

  async up(): Promise<void> {
    const giveUp = Date.now() + UP_WITHIN_MS;
    while (Date.now() < giveUp) {
      if (!this.#process || this.#process.exitCode !== null || this.#process.signalCode) this.#spawn();
      if (await answers(this.url)) return;
      await wait(50);
    }
    throw new Error(`PostgreSQL did not come up:\n${this.#said}`);
  }

  /** As when the power of its machine goes: nothing is said to anybody. Its other processes end by themselves. */
  async kill(): Promise<void> {
    await this.#ended('SIGKILL');
  }

  /** As when it is restarted: all connections are cut, and what runs is rolled back. */
  async restart(): Promise<void> {
    await this.#ended('SIGINT');
    await this.up();
  }

  async remove(): Promise<void> {
    await this.#ended('SIGQUIT');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #ended(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }

  #initialise(): void {
    const { uid, gid } = this.#user;
    if (uid !== undefined && gid !== undefined) chownSync(this.#folder, uid, gid);
    const options = [
      '-D',
      join(this.#folder, 'data'),
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C',
    ];
    execFileSync(join(this.#binaries, 'initdb'), [...options, '-N'], { ...this.#user, stdio: 'ignore' });
  }

  #spawn(): void {
    const settings = {
      port: this.port,
      listen_addresses: '127.0.0.1',
      unix_socket_directories: this.#folder,
      max_connections: 60,
      shared_buffers: '64MB',
      max_wal_size: '256MB',
      // After a kill it would otherwise flush every file it has, one by one.
      recovery_init_sync_method: 'syncfs',
    };
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    this.#process = spawn(join(this.#binaries, 'postgres'), ['-D', join(this.#folder, 'data'), ...options], {
      ...this.#user,
      cwd: this.#folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#process.stderr?.on('data', (chunk: Buffer) => (this.#said = (this.#said + chunk).slice(-2_000)));
  }
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid: number; gid: number } {
  const user = ['postgres', 'nobody'].find((name) => idOf('-u', name) !== null);
  return { uid: idOf('-u', user) ?? 65_534, gid: idOf('-g', user) ?? 65_534 };
}

function idOf(what: '-u' | '-g', user = 'nobody'): number | null {
  try {
    return Number(execFileSync('id', [what, user], { stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return null;
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
