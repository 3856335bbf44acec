// `npm run dev`: compiles and restarts the server on change, reloads the pages on change, one address for both.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

const port = process.env['PORT'] ?? '3000';
const api = process.env['API_PORT'] ?? '4000';
const children = [];

function run(command, args, env = {}) {
  const child = spawn(command, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  });
  children.push(child);
  child.once('exit', stopAll);
  return child;
}

function stopAll() {
  for (const child of children) child.kill('SIGTERM');
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stopAll);

if (spawnSync('npm', ['run', 'generate'], { stdio: 'inherit', shell: process.platform === 'win32' }).status)
  process.exit(1);
const compiler = ['node_modules/@typescript/native/bin/tsc', '-p', 'server/tsconfig.build.json'];
if (spawnSync('node', compiler, { stdio: 'inherit' }).status !== 0) process.exit(1);
run('node', [...compiler, '--watch', '--preserveWatchOutput']);
run('node', ['--watch-path=server/dist/src', '--watch-preserve-output', 'server/dist/src/main.js'], {
  PORT: api,
  API_ONLY: '1',
  HUB_ORIGIN: `http://localhost:${port}`,
});
const again = (folder, ...script) =>
  run('node', [`--watch-path=${folder}`, '--watch-preserve-output', ...script]);
again('client/src/theme', 'client/sheets.ts');
again('client/messages', 'scripts/messages/generate.ts', 'client');
again('server/messages', 'scripts/messages/generate.ts', 'server');
const pages = run('npm', ['run', 'dev', '-w', '@hub/client', '--', '--port', port, '--strictPort'], {
  API_PORT: api,
  HUB_ORIGIN: `http://localhost:${port}`,
});
await once(pages, 'exit');
