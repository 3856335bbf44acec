import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { routeWords } from '../../../../scripts/messages/route-words.ts';
import { hearLanguageFrom } from './locale.ts';
import { told, type Patterns } from './told.ts';

const source = fileURLToPath(new URL('../../', import.meta.url));
const english = JSON.parse(
  readFileSync(new URL('./generated/patterns.en.json', import.meta.url), 'utf8'),
) as Patterns;
const said = routeWords(source);

test('every page with a script brings the words of the script and of what it imports', () => {
  expect(Object.keys(said).length).toBeGreaterThan(15);
  expect(said['/strands']).toContain('common.inbox');
  expect(said['/']).toContain('keys.paletteTitle');
  expect(said['/discussions/[id]/[[slug]]']).toContain('writing.sending');
  expect(said['/strands']).not.toContain('writing.sending');
});

test('what never changes inside an island does not bring its words', () => {
  const asked = said['/requests/[id]'];
  expect(asked).toContain('request.noQuestions');
  expect(asked).not.toContain('moves.doPublish');
  expect(asked).not.toContain('request.conflictDo');
});

test('nothing is asked for that is in no message file', () => {
  const unknown = Object.values(said)
    .flat()
    .filter((key) => !(key in english));
  expect([...new Set(unknown)]).toEqual([]);
});

test('a message is told from its parts: what is put in, counted and chosen', () => {
  hearLanguageFrom(() => 'en');
  const pattern = [
    [0, 'name'],
    ': ',
    [2, 'count', { one: [[1, 'count'], ' reply'], other: [[1, 'count'], ' replies'] }],
  ];
  expect(told(pattern as never, { name: 'Hana', count: 1 })).toBe('Hana: 1 reply');
  expect(told(pattern as never, { name: 'Hana', count: 1200 })).toBe('Hana: 1,200 replies');
  expect(told([[3, 'kind', { a: 'first', other: 'rest' }]], { kind: 'b' })).toBe('rest');
});
