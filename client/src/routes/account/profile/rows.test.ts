import { expect, test } from 'vitest';
import { typedRows } from './rows.ts';

function sent(entries: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(entries)) form.set(name, value);
  return form;
}

test('rows left empty and rows to be removed are not sent, and the others keep their order', () => {
  const form = sent({
    'items.0.name': 'Oxygen systems',
    'items.0.years': '12',
    'items.1.name': 'Triage',
    'items.1.years': '',
    'items.1.remove': 'yes',
    'items.2.name': ' ',
    'items.2.years': '',
    'items.10.name': '',
    'items.10.years': '3',
    'items.3.name': 'Simulation',
    'items.3.years': 'ten',
    'others.0.name': 'Not of this list',
  });

  expect(typedRows(form, 'items', ['name', 'years'])).toEqual([
    { name: 'Oxygen systems', years: '12' },
    { name: 'Simulation', years: 'ten' },
    { name: '', years: '3' },
  ]);
});

test('a day in three boxes is one text', () => {
  const form = sent({
    'windows.0.from-day': '3',
    'windows.0.from-month': '2',
    'windows.0.from-year': '2027',
  });

  expect(typedRows(form, 'windows', ['from'])).toEqual([{ from: '2027-02-03' }]);
});
