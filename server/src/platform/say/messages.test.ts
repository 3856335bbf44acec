import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from './generated/languages.ts';

const messages = new URL('../../../messages/', import.meta.url);
const source = new URL('../../', import.meta.url);
const areas = globSync('*.en.json', { cwd: messages }).map((name) => basename(name, '.en.json'));
const files = globSync('**/*.ts', { cwd: source })
  .filter((path) => !path.includes('generated') && !path.endsWith('.test.ts'))
  .map((path) => readFileSync(new URL(path, source), 'utf8'));

function keysOf(area: string, language: string): string[] {
  const text = readFileSync(new URL(`${area}.${language}.json`, messages), 'utf8');
  return Object.keys(JSON.parse(text) as object).sort();
}

/** What the hub says of an area anywhere, by the name that each file gives its messages. */
function saidOf(area: string): Set<string> {
  const imported = new RegExp(`import \\* as (\\w+) from '[^']*/generated/${area}\\.ts'`);
  return new Set(
    files.flatMap((text) => {
      const name = imported.exec(text)?.[1];
      return name
        ? [...text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, key = '']) => key)
        : [];
    }),
  );
}

describe.each(areas)('the messages of %s', (area) => {
  test('are there in every language', () => {
    for (const language of LANGUAGES) expect(keysOf(area, language)).toEqual(keysOf(area, 'en'));
  });

  test('are each said somewhere', () => {
    const said = saidOf(area);
    expect(keysOf(area, 'en').filter((key) => !said.has(key))).toEqual([]);
  });
});
