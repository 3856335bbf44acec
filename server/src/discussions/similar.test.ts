import { expect, test } from 'vitest';
import { tokensIn } from './similar.ts';

test.each([
  ['How do you assess supervisors remotely?', ['supervis:*', 'remot:*', 'asses:*']],
  ['What would you do with this?', []],
  ['', []],
  ["'; drop table discussion; --", ['discuss:*', 'table:*', 'drop:*']],
  ['كيف نقيّم المشرفين عن بُعد', ['المشرفين:*', 'نقيّم:*', 'كيف:*', 'بُعد:*', 'عن:*']],
  ['Évaluer sans être présent', ['évalu:*', 'prése:*']],
])('%j is about %j', (title, tokens) => {
  expect(tokensIn(title).toSorted()).toEqual(tokens.toSorted());
});

test('a word said twice counts once, and a long title is cut to its longest words', () => {
  expect(tokensIn('Oxygen, oxygen, OXYGEN')).toEqual(['oxyge:*']);
  expect(
    tokensIn('abcd '.repeat(3) + 'alpha bravo charlie delta echo foxtrot hotel india juliet'),
  ).toHaveLength(8);
});
