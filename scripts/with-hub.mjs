// Runs a command against a hub with a demo community of its own: `node scripts/with-hub.mjs node some/script.ts`.
// HUB_URL names one that runs already.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const [command, ...args] = process.argv.slice(2);
const port = process.env.PORT ?? '3199';
const address = process.env.HUB_URL ?? `http://127.0.0.1:${port}`;
const folder = mkdtempSync(join(tmpdir(), 'hub-with-'));
const hub = process.env.HUB_URL
  ? null
  : spawn('node', ['scripts/start.mjs'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, PORT: port, DATA_DIR: join(folder, 'data') },
    });

try {
  await ready();
  const work = spawn(command, args, { stdio: 'inherit', env: { ...process.env, HUB_URL: address } });
  const [code] = await once(work, 'close');
  process.exitCode = code ?? 1;
} finally {
  if (hub && hub.exitCode === null) {
    hub.kill('SIGTERM');
    await once(hub, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
}

async function ready() {
  for (let tries = 0; tries < 360; tries++) {
    if (hub && hub.exitCode !== null) throw new Error('The hub did not start.');
    const answer = await fetch(`${address}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await wait(500);
  }
  throw new Error(`No hub answers at ${address}.`);
}
