import { expect, test } from 'vitest';
import { OwnForm } from './deed.ts';
import { partOf } from './parts.ts';
import { atTheirRows, partIn } from './request-form.ts';

function formOf(said: Record<string, string>): OwnForm {
  const data = new FormData();
  for (const [name, value] of Object.entries(said)) data.append(name, value);
  return new OwnForm(data);
}

test('empty rows are left out, and problems find their way back to the rows that were sent', () => {
  const { input, rows } = partIn(
    formOf({
      'criteria.1.kind': 'LANGUAGE',
      'criteria.1.value': 'french',
      'criteria.4.kind': 'COUNTRY',
      'criteria.4.value': 'Kenya',
    }),
    'criteria',
  );
  expect(input.criteria?.map(({ value }) => value)).toEqual(['fr', 'KE']);
  expect(atTheirRows([{ code: 'NOT_VALID', field: 'criteria.1.value', message: 'No.' }], rows)).toEqual([
    { code: 'NOT_VALID', field: 'criteria.4.value', message: 'No.' },
  ]);
});

test('a criterion with words and no kind is told so at its row', () => {
  const { input, faults } = partIn(formOf({ 'criteria.2.value': 'Midwifery' }), 'criteria');
  expect(input.criteria).toEqual([]);
  expect(faults).toEqual([expect.objectContaining({ field: 'criteria.2.kind' })]);
});

test('a day that no calendar has is a fault at its field and is not sent', () => {
  const { input, faults } = partIn(
    formOf({ 'closesOn-day': '31', 'closesOn-month': '2', 'closesOn-year': '2027' }),
    'dates',
  );
  expect(input.dates?.closesOn).toBeNull();
  expect(faults).toEqual([expect.objectContaining({ field: 'closesOn', code: 'NOT_VALID' })]);
});

test.each([
  ['', null],
  ['1,5', 1.5],
  ['12', 12],
  ['a few', 0],
])('hours written as "%s" are %s', (effortHours, hours) => {
  expect(partIn(formOf({ effortHours }), 'practicalities').input.practicalities?.effortHours).toBe(hours);
});

test('each part says itself and nothing of the others', () => {
  const form = formOf({ title: 'Oxygen', programmeId: 'p', mode: 'HYBRID' });
  expect(Object.keys(partIn(form, 'ask').input)).toEqual(['ask']);
  expect(partIn(form, 'decision').input).toEqual({ decision: { programmeId: 'p', sensitivity: 'PUBLIC' } });
});

test.each([
  ['criteria', 'criteria'],
  ['criteria.2.value', 'criteria'],
  ['closesOn', 'dates'],
  ['effortHours', 'practicalities'],
  [null, 'ask'],
])('what is wrong with %s is put right on %s', (field, part) => {
  expect(partOf(field)).toBe(part);
});
