// `npm run prove:sockets`: what many idle, silent, greedy or shut-out sockets cost everybody else.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Chance } from './proof/chance.ts';
import { HubProcess } from './proof/hub-process.ts';
import { OwnPostgres } from './proof/postgres.ts';
import { fill, type Scene } from './proof/scene.ts';
import { floods } from './proof/floods.ts';
import { idle } from './proof/idle.ts';
import { revocations } from './proof/revocations.ts';
import { silent } from './proof/silent.ts';
import { Verdict } from './proof/verdict.ts';

const { values: asked } = parseArgs({
  options: {
    database: { type: 'string', default: 'postgres' },
    idle: { type: 'string', default: '10000' },
    silent: { type: 'string', default: '50' },
    events: { type: 'string', default: '10000' },
    revocations: { type: 'string', default: '100' },
    untimed: { type: 'boolean', default: false },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const many = Number(asked.idle);
const folder = mkdtempSync(join(tmpdir(), 'hub-sockets-'));
const verdict = new Verdict(!asked.untimed);
verdict.note(
  `Sockets on ${asked.database === 'embedded' ? 'the embedded database' : 'PostgreSQL'}, seed ${asked.seed}.`,
);

export interface Stage {
  hub: HubProcess;
  scene: Scene;
  chance: Chance;
  verdict: Verdict;
}

const postgres = asked.database === 'embedded' ? null : await OwnPostgres.start();
let hub: HubProcess | undefined;
try {
  const where = postgres ? { databaseUrl: postgres.url } : { dataDir: folder };
  const people = 20 + 4 * Number(asked.revocations) + Math.ceil(many / 9) + Number(asked.silent);
  const scene = await fill(where, { people, groups: 4, isPrivate: (n) => n === 3 });
  hub = await HubProcess.start({ DATA_DIR: folder, ...(postgres && { DATABASE_URL: postgres.url }) });
  const stage: Stage = { hub, scene, chance: new Chance(Number(asked.seed)), verdict };
  await floods(stage);
  await revocations(stage, Number(asked.revocations));
  await silent(stage, Number(asked.silent), Number(asked.events));
  await idle(stage, many);
  process.exitCode = verdict.exitCode;
} finally {
  await hub?.kill();
  await postgres?.remove();
  rmSync(folder, { recursive: true, force: true });
}
