import { expect, test } from 'vitest';
import { OwnForm } from './deed.ts';
import { atTheirRows, inOrder, requestIn } from './request-form.ts';

function formOf(said: Record<string, string>): OwnForm {
  const data = new FormData();
  for (const [name, value] of Object.entries(said)) data.append(name, value);
  return new OwnForm(data);
}

test('empty rows are left out, and problems find their way back to the rows that were sent', () => {
  const { input, rows } = requestIn(
    formOf({
      'criteria.1.kind': 'LANGUAGE',
      'criteria.1.value': 'french',
      'criteria.4.kind': 'COUNTRY',
      'criteria.4.value': 'Kenya',
    }),
  );
  expect(input.criteria?.map(({ value }) => value)).toEqual(['fr', 'KE']);
  expect(atTheirRows([{ code: 'NOT_VALID', field: 'criteria.1.value', message: 'No.' }], rows)).toEqual([
    { code: 'NOT_VALID', field: 'criteria.4.value', message: 'No.' },
  ]);
});

test('a criterion with words and no kind is told so at its row', () => {
  const { input, faults } = requestIn(formOf({ 'criteria.2.value': 'Midwifery' }));
  expect(input.criteria).toEqual([]);
  expect(faults).toEqual([expect.objectContaining({ field: 'criteria.2.kind' })]);
});

test('a day that no calendar has is a fault at its field and is not sent', () => {
  const { input, faults } = requestIn(
    formOf({ 'closesOn-day': '31', 'closesOn-month': '2', 'closesOn-year': '2027' }),
  );
  expect(input.closesOn).toBeNull();
  expect(faults).toEqual([expect.objectContaining({ field: 'closesOn', code: 'NOT_VALID' })]);
});

test.each([
  ['', null],
  ['1,5', 1.5],
  ['12', 12],
  ['a few', 0],
])('hours written as "%s" are %s', (effortHours, hours) => {
  expect(requestIn(formOf({ effortHours })).input.effortHours).toBe(hours);
});

test('faults are told in the order of the form', () => {
  const fields = ['closesOn', 'criteria.2.value', 'title', 'criteria.1.kind', null, 'effortHours'];
  const problems = fields.map((field) => ({ code: 'NOT_VALID', field, message: 'No.' }));
  expect(inOrder(problems).map(({ field }) => field)).toEqual([
    null,
    'title',
    'criteria.1.kind',
    'criteria.2.value',
    'effortHours',
    'closesOn',
  ]);
});
