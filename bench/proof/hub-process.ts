import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, inherited, root } from '../processes.ts';

export const SECRET = 'a secret for proofs, known to all: 0123456789';

const OPEN_WITHIN_MS = 300_000;

/** A hub process on a port of its own, that may be killed and comes back on the same port. */
export class HubProcess {
  readonly port: number;
  readonly #env: Record<string, string>;
  #child: ChildProcess | null = null;
  #said = '';

  private constructor(port: number, env: Record<string, string>) {
    this.port = port;
    this.#env = env;
  }

  static async start(env: Record<string, string>): Promise<HubProcess> {
    const hub = new HubProcess(await freePort(), env);
    await hub.up();
    return hub;
  }

  get origin(): string {
    return `http://localhost:${this.port}`;
  }

  get pid(): number {
    return Number(this.#child?.pid);
  }

  get isRunning(): boolean {
    return this.#child !== null && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** What it printed last. */
  get said(): string {
    return this.#said;
  }

  async up(): Promise<void> {
    this.#child = spawn(process.execPath, [`${root}server/dist/src/main.js`], {
      cwd: root,
      env: { ...inherited(), API_ONLY: '1', HUB_SECRET: SECRET, PORT: String(this.port), ...this.#env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const keep = (chunk: Buffer) => (this.#said = (this.#said + chunk).slice(-8_000));
    this.#child.stdout?.on('data', keep);
    this.#child.stderr?.on('data', keep);
    const giveUp = Date.now() + OPEN_WITHIN_MS;
    while (Date.now() < giveUp) {
      if (!this.isRunning) throw new Error(`The hub ended:\n${this.#said}`);
      if (await this.#isReady()) return;
      await wait(50);
    }
    throw new Error(`The hub did not open:\n${this.#said}`);
  }

  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (!child || !this.isRunning) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await gone;
  }

  kill(): Promise<void> {
    return this.stop('SIGKILL');
  }

  async #isReady(): Promise<boolean> {
    const answer = await fetch(`${this.origin}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(
      () => null,
    );
    return answer?.ok ?? false;
  }
}
