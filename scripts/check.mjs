// `npm run check`: types, lint, format, the contract, the lockfile and the container files, in the order that tells most first.
import { spawnSync } from 'node:child_process';

const checks = [
  ['build', 'node', ['scripts/turbo.mjs', 'run', 'build']],
  ['types of the server', 'node', ['node_modules/@typescript/native/bin/tsc', '-p', 'server/tsconfig.json']],
  ['types of the pages', 'npm', ['run', 'check', '-w', '@hub/client']],
  ['the contract', 'node', ['schema/check.ts']],
  ['lint', 'eslint', ['.', '--max-warnings', '0']],
  ['format', 'prettier', ['--check', '--log-level=warn', '.']],
  ['lockfile', 'node', ['scripts/lockfile-check.mjs']],
  ['container files', 'node', ['docker/check.mjs']],
];

const failed = [];
for (const [name, command, args] of checks) {
  const started = Date.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  console.log(
    `${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  );
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) console.error(`\nNot in order: ${failed.join(', ')}.`);
process.exit(failed.length > 0 ? 1 : 0);
