import { expect, test } from 'vitest';
import { blocksOf } from './prose.ts';

test('a text becomes headings, paragraphs, lists, steps and facts', () => {
  expect(
    blocksOf('One.\n## why: Why?\n- a\n- b\n1. first\n2. second\n| Name | You\n| Mail | Staff\nEnd.'),
  ).toEqual([
    { kind: 'paragraph', text: 'One.' },
    { kind: 'heading', id: 'why', text: 'Why?' },
    { kind: 'list', items: ['a', 'b'] },
    { kind: 'steps', items: ['first', 'second'] },
    {
      kind: 'facts',
      rows: [
        { key: 'Name', text: 'You' },
        { key: 'Mail', text: 'Staff' },
      ],
    },
    { kind: 'paragraph', text: 'End.' },
  ]);
  expect(blocksOf('')).toEqual([]);
});
