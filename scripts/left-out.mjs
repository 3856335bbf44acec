import { relative } from 'node:path';

/**
 * What no part has run, from the reports of all parts: a line for each file with tests that were skipped everywhere. A
 * test that one part skips and another runs, as on PostgreSQL, is not left out.
 */
export function leftOutOf(reports, root) {
  const ran = new Set();
  const skipped = new Map();
  for (const { testResults } of reports)
    for (const { name, assertionResults } of testResults)
      for (const { fullName, status } of assertionResults) {
        const file = relative(root, name);
        if (status === 'passed' || status === 'failed') ran.add(`${file} ${fullName}`);
        else skipped.set(`${file} ${fullName}`, { file, fullName });
      }
  const missed = [...skipped].filter(([key]) => !ran.has(key)).map(([, test]) => test);
  return [...Map.groupBy(missed, ({ file }) => file)].map(
    ([file, tests]) => `${file}: ${tests.map(({ fullName }) => fullName).join('; ')}`,
  );
}
