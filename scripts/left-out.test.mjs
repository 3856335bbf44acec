import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leftOutOf } from './left-out.mjs';

const report = (name, tests) => ({
  testResults: [
    {
      name,
      assertionResults: Object.entries(tests).map(([fullName, status]) => ({ fullName, status })),
    },
  ],
});
const hints = '/hub/server/src/hints.test.ts';

test('what is skipped is named, file by file', () => {
  const reports = [
    report(hints, { 'over Redis': 'skipped', 'over PostgreSQL': 'pending', 'on the wire': 'passed' }),
    report('/hub/client/src/one.test.ts', { later: 'todo' }),
  ];
  assert.deepEqual(leftOutOf(reports, '/hub'), [
    'server/src/hints.test.ts: over Redis; over PostgreSQL',
    'client/src/one.test.ts: later',
  ]);
});

test('what another part runs is not left out, even where it fails', () => {
  const here = report(hints, { 'over Redis': 'skipped', 'over PostgreSQL': 'skipped', both: 'skipped' });
  const there = report(hints, { 'over Redis': 'passed', 'over PostgreSQL': 'failed', both: 'skipped' });
  assert.deepEqual(leftOutOf([here, there], '/hub'), ['server/src/hints.test.ts: both']);
  assert.deepEqual(leftOutOf([], '/hub'), []);
});
