// `npm test`: everything that can be proved here. Each part prints its own totals; the last line adds them up.
// With TEST_DATABASE_URL (and TEST_REDIS_URL) the server's suite runs again on the real services.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leftOutOf } from './left-out.mjs';

const folder = mkdtempSync(join(tmpdir(), 'hub-totals-'));
const only = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const { TEST_DATABASE_URL: postgres, TEST_REDIS_URL: redis, ...plain } = process.env;
const leftOut = [];
const reports = [];

const FEW = ['--faults', '8', '--deliveries', '1000', '--untimed'];
const short = (name, ...sizes) => ['node', [`bench/prove-${name}.ts`, ...sizes], plain, 'proof'];
const parts = [
  ['build', 'node', ['scripts/turbo.mjs', 'run', 'build'], plain],
  ['scripts', 'node', ['--test', 'docker/*.test.mjs', 'scripts/*.test.mjs'], plain, 'node'],
  ['server on the embedded database', 'vitest', ['run', '--root', 'server'], plain, 'vitest'],
  ...(postgres
    ? [['server on PostgreSQL', 'vitest', ['run', '--root', 'server'], process.env, 'vitest']]
    : []),
  ['client', 'vitest', ['run', '--root', 'client'], plain, 'vitest'],
  [
    'proof of crashes, in short',
    ...short(
      'crash',
      '--server-kills',
      '2',
      '--database-kills',
      '2',
      '--acknowledgements',
      '200',
      '--writers',
      '4',
    ),
  ],
  [
    'proof of the feed, in short',
    ...short('feed', '--hints', 'notify', '--listeners', '6', '--groups', '6', '--writers', '2', ...FEW),
  ],
  [
    'proof of sockets, in short',
    ...short(
      'sockets',
      '--idle',
      '300',
      '--silent',
      '6',
      '--events',
      '200',
      '--revocations',
      '3',
      '--untimed',
    ),
  ],
  [
    'journeys in a browser',
    'playwright',
    ['test', '--config', 'client/playwright.config.ts'],
    plain,
    'playwright',
  ],
].filter(([name]) => only.length === 0 || name === 'build' || only.some((word) => name.includes(word)));
if (!postgres) leftOut.push('the server suite on PostgreSQL (set TEST_DATABASE_URL)');
if (!redis) leftOut.push('hints over Redis (set TEST_REDIS_URL)');

const totals = { passed: 0, failed: 0, skipped: 0 };
for (const [name, command, args, env, kind] of parts) {
  console.log(`\n== ${name}`);
  const report = join(folder, `${parts.findIndex(([other]) => other === name)}.json`);
  const { code, output } = await run(command, [...args, ...reporter(kind, report)], {
    ...env,
    HUB_REPORT: report,
  });
  const found = counted(kind, report, output);
  for (const key of Object.keys(totals)) totals[key] += found[key];
  // A part that fails without a failing test, such as one that does not start, is a failure too.
  if (code !== 0 && found.failed === 0) totals.failed += 1;
  if (kind === 'playwright' && found.passed + found.failed === 0)
    leftOut.push('the browser journeys: no browser could be started');
  if (name === 'build' && code !== 0) break;
}
rmSync(folder, { recursive: true, force: true });

for (const what of [...leftOut, ...leftOutOf(reports, process.cwd())]) console.log(`\nLEFT OUT: ${what}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);

function reporter(kind, report) {
  if (kind === 'vitest') return ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return kind === 'node' ? ['--test-reporter=spec'] : [];
}

function run(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env: { ...env, FORCE_COLOR: '0', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.once('error', (error) => resolve({ code: 1, output: String(error) }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

function counted(kind, report, output) {
  if (kind === 'vitest' && existsSync(report)) {
    const found = JSON.parse(readFileSync(report, 'utf8'));
    reports.push(found);
    const { numPassedTests, numFailedTests, numPendingTests } = found;
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
  }
  const last = (pattern) => Number([...output.matchAll(pattern)].at(-1)?.[1] ?? 0);
  if (kind === 'node')
    return {
      passed: last(/ℹ pass (\d+)/g),
      failed: last(/ℹ fail (\d+)/g),
      skipped: last(/ℹ skipped (\d+)/g),
    };
  // A figure within its bar passes; a proof that cannot run here says so in its last line.
  if (kind === 'proof') {
    for (const [, why] of output.matchAll(/^LEFT OUT: (.+)$/gm)) leftOut.push(why);
    return {
      passed: (output.match(/^ok {4} /gm) ?? []).length,
      failed: (output.match(/^MISSED /gm) ?? []).length,
      skipped: 0,
    };
  }
  if (kind === 'playwright')
    return {
      passed: last(/^\s*(\d+) passed/gm),
      failed: last(/^\s*(\d+) failed/gm),
      skipped: last(/^\s*(\d+) skipped/gm),
    };
  return { passed: 0, failed: 0, skipped: 0 };
}
