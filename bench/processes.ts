import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** A server of ours under measurement. */
export interface Serving {
  pid: number;
  origin: string;
  stop(): Promise<void>;
}

/** Starts a server and waits until it answers. What it prints is shown only when it fails. */
export async function serve(script: string, env: Record<string, string>, health: string): Promise<Serving> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const child = spawn(process.execPath, [script], {
    cwd: root,
    env: { ...inherited(), ...env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = lastWords(child);
  for (let attempt = 0; ; attempt++) {
    if (child.exitCode !== null || attempt > 300) {
      child.kill();
      throw new Error(`${script} did not start:\n${said()}`);
    }
    const answer = await fetch(origin + health).catch(() => null);
    if (answer?.ok) break;
    await wait(100);
  }
  return { pid: Number(child.pid), origin, stop: () => stopped(child) };
}

/** Runs a script to its end. */
export async function run(
  command: string,
  args: string[],
  env: Record<string, string> = {},
  cwd = root,
): Promise<void> {
  const child = spawn(command, args, {
    cwd,
    env: { ...inherited(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = lastWords(child);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${said()}`);
}

/** The environment without what would make a server of ours talk to other services. */
export function inherited(): NodeJS.ProcessEnv {
  const { REDIS_URL: _, SMTP_URL: __, HUB_ORIGIN: ___, DATABASE_URL: ____, ...env } = process.env;
  return { ...env, NODE_ENV: 'production', STAFF_SECOND_STEP: 'optional' };
}

function lastWords({ stdout, stderr }: ChildProcess): () => string {
  let kept = '';
  const keep = (chunk: Buffer) => (kept = (kept + chunk.toString()).slice(-4_000));
  stdout?.on('data', keep);
  stderr?.on('data', keep);
  return () => kept;
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 8_000);
  await gone;
  clearTimeout(late);
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
