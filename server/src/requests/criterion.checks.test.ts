import 'reflect-metadata';
import { describe, expect, test } from 'vitest';
import { checkCriteria } from './criterion.checks.ts';
import type { CriterionInput } from './request.input.ts';

const KINDS = new Set(['ADVISE', 'SCAN_EVIDENCE']);
const essential = (kind: string, value: string, level?: string) =>
  ({ importance: 'ESSENTIAL', kind, value, level }) as CriterionInput;
const desirable = (kind: string, value: string, level?: string) =>
  ({ importance: 'DESIRABLE', kind, value, level }) as CriterionInput;
const refused = (...given: CriterionInput[]) =>
  checkCriteria(given, KINDS).problems.map(({ code, field }) => `${field} ${code}`);
const said = (given: CriterionInput) => checkCriteria([given], KINDS).criteria[0]?.says;

describe('criteria', () => {
  test('are kept in their usual spelling, with a sentence where none was written', () => {
    const { criteria } = checkCriteria(
      [essential('LANGUAGE', 'pt-br:reading', 'C1'), desirable('COUNTRY', 'mw')],
      KINDS,
    );

    expect(criteria).toMatchObject([
      { value: 'pt-BR:reading', level: 'C1', says: 'Reads Brazilian Portuguese at C1 or above.' },
      { value: 'MW', level: null, says: 'Has worked in Malawi.' },
    ]);
    expect(said(essential('EXPERTISE', 'Oxygen systems', 'LEADING'))).toContain('at leading level');
    expect(said(essential('CONTRIBUTION', 'scan_evidence'))).toBe('Offers to scan evidence.');
    expect(said(essential('REGISTRATION', ''))).toBe('Has a verified professional registration.');
    expect(said({ ...essential('PROFESSION', 'Nurse'), says: 'Is a nurse.' })).toBe('Is a nurse.');
  });

  test('are at most six', () => {
    const six = ['SL', 'MW', 'GB', 'FR', 'KE', 'UG'].map((code) => desirable('COUNTRY', code));
    expect(refused(...six)).toEqual([]);
    expect(refused(...six, desirable('COUNTRY', 'NP'))).toEqual(['criteria TOO_MANY']);
  });

  test.each([
    ['LANGUAGE', 'qq'],
    ['LANGUAGE', 'fr:singing'],
    ['COUNTRY', 'UK'],
    ['CONTRIBUTION', 'COOK'],
  ])('of the kind %s know no %s', (kind, value) => {
    expect(refused(essential(kind, value))).toEqual(['criteria.0.value NOT_VALID']);
  });

  test('need words, levels that exist, and no patient', () => {
    expect(refused(essential('EXPERTISE', ' '))).toEqual(['criteria.0.value BLANK']);
    expect(refused(essential('EXPERTISE', 'Oxygen', 'B2'))).toEqual(['criteria.0.level NOT_VALID']);
    expect(refused(essential('COUNTRY', 'SL', 'B2'))).toEqual(['criteria.0.level NOT_VALID']);
    expect(refused({ ...essential('EXPERTISE', 'Oxygen'), says: 'Knew 999 000 0018' })).toEqual([
      'criteria.0.says PATIENT_DATA',
    ]);
  });

  test('that repeat or contradict each other are refused', () => {
    const second = ['criteria.1.value NOT_VALID'];
    expect(refused(essential('LANGUAGE', 'fr', 'B2'), essential('LANGUAGE', 'FR', 'C1'))).toEqual(second);
    expect(refused(essential('EXPERTISE', 'Oxygen'), desirable('EXPERTISE', 'oxygen'))).toEqual(second);
    expect(refused(essential('PROFESSION', 'Nurse'), essential('PROFESSION', 'Engineer'))).toEqual(second);
    expect(refused(essential('REGISTRATION', 'GMC'), essential('REGISTRATION', 'NMC'))).toEqual(second);
  });

  test('may ask for more as desirable, and for two things at once', () => {
    expect(refused(essential('LANGUAGE', 'fr', 'B2'), desirable('LANGUAGE', 'fr', 'C1'))).toEqual([]);
    expect(refused(essential('LANGUAGE', 'fr', 'B2'), essential('LANGUAGE', 'en', 'C1'))).toEqual([]);
    expect(refused(desirable('PROFESSION', 'Nurse'), desirable('PROFESSION', 'Engineer'))).toEqual([]);
    expect(refused(essential('EXPERTISE', 'Oxygen'), essential('EXPERTISE', 'Ward audit'))).toEqual([]);
  });
});
