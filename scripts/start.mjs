// `npm start`: builds what is missing or stale, then becomes the hub. One process, so that signals reach it.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(process.execPath, ['scripts/turbo.mjs', 'run', 'build'], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
if (status !== 0) {
  console.error('The hub could not be built.');
  process.exit(1);
}
// npm stops its shell, not us: without the shell we stop as if we had been told to.
const shell = process.ppid;
setInterval(() => process.ppid === shell || process.kill(process.pid, 'SIGTERM'), 500).unref();
await import('../server/dist/src/main.js');
