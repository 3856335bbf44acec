import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { slices } from '../src/slices.ts';
import { disorder, ORDER, sourceFiles } from './house.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('the house', () => {
  test('is in order', () => {
    const files = sourceFiles(root, [
      'server/src/**/*.ts',
      'server/test/**/*.ts',
      'client/src/**/*.{ts,svelte}',
      'client/journeys/**/*.ts',
      'schema/*.ts',
      'bench/**/*.ts',
    ]);

    expect(files.length).toBeGreaterThan(50);
    expect(disorder(files)).toEqual([]);
  });

  test('has its slices in the order of their imports', () => {
    expect(ORDER.slice(1)).toEqual(slices.map(({ name }) => name));
  });

  test('has a folder for each slice and no others but its entrances', () => {
    const folders = readdirSync(`${root}/server/src`, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);

    expect(folders.sort()).toEqual([...ORDER, 'commands', 'demo', 'entrance'].sort());
  });

  test('notices an import to the right, a long file, a barrel and a name that admits anything', () => {
    const long = Array.from({ length: 201 }, () => '//').join('\n') + '\n';

    expect(
      disorder([
        { path: 'server/src/people/person.ts', text: "import { Reply } from '../discussions/reply.ts';\n" },
      ]),
    ).toHaveLength(1);
    expect(
      disorder([{ path: 'server/src/people/person.ts', text: "import { x } from '../app.ts';\n" }]),
    ).toHaveLength(1);
    expect(disorder([{ path: 'server/src/people/person.ts', text: long }])).toHaveLength(1);
    expect(disorder([{ path: 'server/src/people/person.test.ts', text: long }])).toHaveLength(1);
    expect(disorder([{ path: 'server/src/people/index.ts', text: '' }])).toHaveLength(1);
    expect(disorder([{ path: 'client/src/lib/dateUtils.ts', text: '' }])).toHaveLength(1);
    expect(
      disorder([
        { path: 'server/src/discussions/reply.ts', text: "import { Person } from '../people/person.ts';\n" },
      ]),
    ).toEqual([]);
  });
});
