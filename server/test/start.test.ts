import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, test } from 'vitest';

const main = fileURLToPath(new URL('../dist/src/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hub-start-'));
const children: ChildProcess[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function start(env: Record<string, string>): { child: ChildProcess; said: () => string } {
  const { DATABASE_URL: _, TEST_DATABASE_URL: __, ...plain } = process.env;
  const child = spawn(process.execPath, [main], { env: { ...plain, API_ONLY: '1', ...env } });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += chunk));
  return { child, said: () => text };
}

async function freePort(): Promise<string> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return String(port);
}

async function untilOpen(port: string, { child, said }: ReturnType<typeof start>): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`It ended: ${said()}`);
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.ok && /password/i.test(said())) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`It did not open: ${said()}`);
}

/** What a start that must fail said, and how it ended. */
async function refusal(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  const { child, said } = start(env);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said: said().trim() };
}

async function strands(port: string): Promise<{ name: string }[]> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ strands { name } }' }),
  });
  return ((await response.json()) as { data: { strands: { name: string }[] } }).data.strands;
}

const isBuilt = existsSync(main);
if (!isBuilt) console.warn('LEFT OUT: starting the hub, because it is not built.');

describe.skipIf(!isBuilt)('starting the hub', () => {
  test('opens with the demo community, stops cleanly, and keeps its data', { timeout: 180_000 }, async () => {
    const env = { DATA_DIR: join(folder, 'kept'), PORT: await freePort() };
    const first = start(env);
    await untilOpen(env.PORT, first);
    expect(first.said()).toContain(`http://localhost:${env.PORT}`);
    expect(await strands(env.PORT)).toHaveLength(3);

    const second = await refusal({ ...env, PORT: await freePort() });
    expect(second.code).toBe(1);
    expect(second.said.split('\n')).toHaveLength(1);

    first.child.kill('SIGTERM');
    expect((await once(first.child, 'close'))[0]).toBe(0);

    const again = start(env);
    await untilOpen(env.PORT, again);
    expect(await strands(env.PORT)).toHaveLength(3);
  });

  test('says in one sentence that the port is in use', { timeout: 120_000 }, async () => {
    const holder = createServer().listen(0);
    await once(holder, 'listening');
    const port = String((holder.address() as AddressInfo).port);

    const { code, said } = await refusal({ PORT: port, DATA_DIR: join(folder, 'port') });
    holder.close();

    expect(code).toBe(1);
    expect(said).toBe(`Port ${port} is in use; choose another with PORT.`);
  });

  test('says in one sentence that the address of the database is malformed', async () => {
    const { code, said } = await refusal({
      DATABASE_URL: 'postgres//nowhere',
      DATA_DIR: join(folder, 'malformed'),
    });

    expect(code).toBe(1);
    expect(said).toMatch(/^DATABASE_URL is not an address like [^\n]+\.$/);
  });

  test('says in one sentence that PostgreSQL does not answer', { timeout: 60_000 }, async () => {
    const env = {
      DATABASE_URL: 'postgres://hub@127.0.0.1:1/hub',
      HUB_SECRET: 'a secret that is long and varied enough 0123',
    };

    const { code, said } = await refusal({ ...env, DATA_DIR: join(folder, 'silent') });

    expect(code).toBe(1);
    expect(said.split('\n')).toHaveLength(1);
    expect(said).toContain('does not answer');
  });

  test('says in one sentence that the folder cannot be written to', async () => {
    const { code, said } = await refusal({ DATA_DIR: '/proc/hub' });

    expect(code).toBe(1);
    expect(said.split('\n')).toHaveLength(1);
  });
});
