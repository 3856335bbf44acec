// `npm run prove:feed`: nothing missing, nothing twice, nothing out of order, nothing after a right was taken away,
// over a seeded schedule of everything that goes wrong, with two server processes and three ways to tell each other.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { OwnPostgres } from './proof/postgres.ts';
import { badDay } from './proof/run-feed.ts';
import { Verdict } from './proof/verdict.ts';
import { freePort } from './processes.ts';

const { values: asked } = parseArgs({
  options: {
    hints: { type: 'string', default: 'redis,notify,dead' },
    listeners: { type: 'string', default: '20' },
    groups: { type: 'string', default: '8' },
    writers: { type: 'string', default: '4' },
    faults: { type: 'string', default: '60' },
    deliveries: { type: 'string', default: '50000' },
    untimed: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const verdict = new Verdict(!asked.untimed);
const size = {
  listeners: Number(asked.listeners),
  groups: Number(asked.groups),
  writers: Number(asked.writers),
  faults: Number(asked.faults),
  deliveries: Number(asked.deliveries),
  seed: Number(asked.seed),
};

for (const hints of asked.hints.split(',')) {
  const folder = mkdtempSync(join(tmpdir(), 'hub-feed-'));
  const redis = hints === 'redis' ? await ownRedis() : null;
  if (hints === 'redis' && !redis) {
    console.log('LEFT OUT: hints over Redis, because redis-server is not installed here.');
    continue;
  }
  const postgres = await OwnPostgres.start();
  // A port that nobody answers at: every hint is lost, and only looking at the heads is left.
  const nowhere = hints === 'dead' ? `redis://127.0.0.1:${await freePort()}` : null;
  const url = redis?.url ?? nowhere;
  verdict.note(`\nTwo processes, hints ${hints}, seed ${size.seed}`);
  try {
    const env = { DATABASE_URL: postgres.url, ...(url && { REDIS_URL: url }) };
    await badDay({ postgres, folder, env }, size, verdict);
  } finally {
    redis?.stop();
    await postgres.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}
process.exit(verdict.exitCode);

async function ownRedis(): Promise<{ url: string; stop: () => void } | null> {
  if (spawnSync('redis-server', ['--version']).error) return null;
  const port = await freePort();
  const child = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', ''], {
    stdio: 'ignore',
  });
  return { url: `redis://127.0.0.1:${port}`, stop: () => child.kill('SIGKILL') };
}
