import 'reflect-metadata';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { whyPatientData } from '../patient-data.ts';
import { cleanText } from '../text.ts';
import { speaking } from './locale.ts';

function blank(): string {
  const cleaned = cleanText('', { max: 10, field: 'body', label: 'x' });
  return 'problem' in cleaned ? cleaned.problem.message : '';
}

test('a problem is told in the language of whoever asked, and in English to nobody in particular', () => {
  expect(blank()).toBe('Write x.');
  expect(speaking('fr', blank)).toBe('Écrivez x.');
  expect(speaking('ar', blank)).toContain('اكتب');
});

test('two who ask at once do not hear each other', async () => {
  const slowly = async (): Promise<string> => {
    await setTimeout(5);
    return blank();
  };
  expect(await Promise.all([speaking('fr', slowly), speaking('en', slowly)])).toEqual([
    'Écrivez x.',
    'Write x.',
  ]);
});

test('a list is joined as the language joins it', () => {
  const text = 'NHS number 999 000 0018, date of birth 3/4/1980';
  expect(whyPatientData(text)?.message).toContain('an NHS number and a date of birth');
  expect(speaking('fr', () => whyPatientData(text))?.message).toContain(
    'un numéro NHS et une date de naissance',
  );
});
