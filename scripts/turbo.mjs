// Runs turbo as every machine does: without telemetry or looking for updates. `node scripts/turbo.mjs run build`
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
  'turbo',
  [...process.argv.slice(2), '--output-logs=errors-only', '--log-prefix=none'],
  {
    stdio: ['inherit', 2, 2],
    shell: process.platform === 'win32',
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', FORCE_COLOR: '0' },
  },
);
process.exit(status ?? 1);
