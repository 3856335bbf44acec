import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { dataScript } from './page-facts.ts';
import { scriptName } from './script-name.ts';

test('what somebody wrote cannot end the element that carries it', () => {
  const written = { body: 'before </script><script>alert(1)</script><!-- after' };
  const element = dataScript(written, 'hub-page');
  expect(element.match(/<\/?script|<!--/g)).toEqual(['<script', '</script']);
  expect(JSON.parse(element.replace(/^<[^>]+>|<\/script>$/g, ''))).toEqual(written);
});

test('no two pages have a script of the same name', () => {
  const source = fileURLToPath(new URL('../../', import.meta.url));
  const routes = globSync('routes/**/live.ts', { cwd: source }).map((path) =>
    dirname(path).slice('routes'.length),
  );
  expect(routes.length).toBeGreaterThan(15);
  expect(new Set(routes.map(scriptName)).size).toBe(routes.length);
  expect(scriptName('')).toBe('live/home');
});
