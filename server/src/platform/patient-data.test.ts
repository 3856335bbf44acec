import 'reflect-metadata';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { whyPatientData } from './patient-data.ts';

/** What the message says was seen, or nothing. */
const seen = (text: string) => /contains (.*?)\. Nothing/.exec(whyPatientData(text)?.message ?? '')?.[1];

/** Nine digits from the ranges that are issued or kept for tests, with their check digit. */
const nhsNumber = fc
  .tuple(
    fc.constantFrom('32', '39', '40', '48', '60', '70', '79', '99', '01', '31'),
    fc.integer({ min: 0, max: 9_999_999 }),
  )
  .map(([start, rest]) => start + String(rest).padStart(7, '0'))
  .map((nine) => nine + String((11 - (weighed(nine) % 11)) % 11))
  .filter((digits) => digits.length === 10);

function weighed(nine: string): number {
  return [...nine].reduce((sum, digit, place) => sum + Number(digit) * (10 - place), 0);
}

const spacing = fc.constantFrom(
  '',
  ' ',
  '  ',
  '   ',
  '-',
  '.',
  ' - ',
  '\u00A0',
  '\u2009',
  '\u2011',
  '\u2013',
  '\t',
);
const zero = fc.constantFrom(0x30, 0xff10, 0x0660, 0x06f0, 0x0966, 0x1d7ce);

describe('NHS numbers', () => {
  test('are caught in any spacing and any digits, wherever they stand', () => {
    const around = fc.constantFrom(
      ['', ''],
      ['Patient ', ' was seen'],
      ['(', ')'],
      ['1. ', '\n'],
      ['am 3. Mai: ', '.'],
    );
    fc.assert(
      fc.property(
        nhsNumber,
        fc.array(spacing, { minLength: 9, maxLength: 9 }),
        zero,
        around,
        (ten, gaps, from, [before, after]) => {
          const written = [...ten]
            .map((digit, i) => String.fromCodePoint(from + Number(digit)) + (gaps[i] ?? ''))
            .join('');
          expect(seen(`${before}${written}${after}`)).toContain('an NHS number');
        },
      ),
      { numRuns: 5_000, seed: 21 },
    );
  });

  test('are caught in the usual groups even beside other numbers', () => {
    const groups = fc.constantFrom([3, 6, 10], [10], [5, 10], [3, 7, 10], [4, 7, 10]);
    const gap = fc.constantFrom(' ', '-', '.', '  ', '\n', ' - ', '**', '_');
    const beside = fc.constantFrom(
      ['bed 12 ', ' 3 days'],
      ['12/03/1961 ', ' 14:30'],
      ['2024-11-22, ', ', 7'],
      ['5\t', '\t88'],
    );
    fc.assert(
      fc.property(nhsNumber, groups, gap, beside, (ten, ends, between, [before, after]) => {
        const parts = ends.map((end, i) => ten.slice(ends[i - 1] ?? 0, end));
        expect(seen(`${before}${parts.join(between)}${after}`)).toContain('an NHS number');
      }),
      { numRuns: 2_000, seed: 21 },
    );
  });

  test.each([
    '943 476 5919',
    '9434765919',
    '999-123-4578',
    'NHS9434765919',
    'x,9434765919,y',
    '9️⃣4️⃣3️⃣4️⃣7️⃣6️⃣5️⃣9️⃣1️⃣9️⃣',
    '943 476 59\u200B19',
  ])('%s', (text) => {
    expect(seen(text)).toContain('an NHS number');
  });

  test('a labelled one is caught with a wrong check digit too: it is a slip of the pen', () => {
    expect(seen('NHS number: 943 476 5918')).toBe('an NHS number');
    expect(seen('nhs no. 9434765918')).toBe('an NHS number');
    expect(seen('the total was 943 476 5918')).toBeUndefined();
  });
});

describe('other things that identify a patient', () => {
  test.each([
    ['DOB 12/03/1961', 'a date of birth'],
    ['d.o.b.: 12-3-61', 'a date of birth'],
    ['Date of birth is 1961-03-12', 'a date of birth'],
    ['Date of Birth: 12th March 1961', 'a date of birth'],
    ['a woman born on the 3rd of March 1961 in Leeds', 'a date of birth'],
    ['born March 3, 1961', 'a date of birth'],
    ['née le 12 mars 1961', 'a date of birth'],
    ['nacida el 12 de marzo de 1961', 'a date of birth'],
    ['DOB ١٢/٠٣/١٩٦١', 'a date of birth'],
    ['Hospital number: A123456', 'a hospital or patient record number'],
    ['hospital no. 1234567', 'a hospital or patient record number'],
    ['MRN 00123456', 'a hospital or patient record number'],
    ['medical record number is RX 884-2213', 'a hospital or patient record number'],
    ['Patient ID: 4471223', 'a hospital or patient record number'],
    ['passport no: 533401234', 'a passport number'],
    ['Passport AB1234567', 'a passport number'],
    ['ring 07700 900123', 'a phone number'],
    ['(020) 7946 0958', 'a phone number'],
    ['0161 496 0000 ask for Ceri', 'a phone number'],
    ['+44 (0)20 7946 0958', 'a phone number'],
    ['+254 712 345678', 'a phone number'],
    ['00254 712 345678', 'a phone number'],
    ['tel: 98765 43211', 'a phone number'],
    ['WhatsApp me on 0803 123 4567', 'a phone number'],
  ])('%s', (text, kind) => {
    expect(seen(text)).toBe(kind);
    expect(seen(`Dear all,\n\n${text}\n\nThanks, Amara`)).toBe(kind);
  });

  test('all kinds are named at once, none is repeated, and the field is told', () => {
    expect(whyPatientData('Jo, DOB 12/03/1961, NHS 943 476 5919, tel 07700 900123', 'body')).toEqual({
      code: 'PATIENT_DATA',
      field: 'body',
      message:
        'This looks as if it contains an NHS number, a date of birth and a phone number. ' +
        'Nothing that could identify a patient may be posted here. Take it out, then send again.',
    });
  });
});

describe('ordinary prose passes', () => {
  test.each([
    'We meet on 12/03/2025, 14:30 to 16:00, and again on 2025-04-22 14:30.',
    'Open from 22.11.2024 10:30, 22.11.2024 10.30 and 2024-11-22T10:30:00Z, or 22 11 2024 10:30.',
    'Between 2019-2020 and 2021–22 it rose; see 2019-2020, 2020 - 2021.',
    'Lancet 2020;396:1204–1222, doi:10.1016/S0140-6736(20)30925-9, https://doi.org/10.1371/journal.pone.9434765919',
    'S0140-6736(20)30183-5 and PMID 31978945, NCT04280705, ISRCTN50189673, EudraCT 2020-001113-21',
    'ISBN 978-0-306-40615-7, 9780306406157, 978 0 306 40615 7, ISBN 0-306-40615-2',
    'ORCID 0000-0002-1825-0097 and 0009-0001-2345-6789, https://orcid.org/0000-0002-1694-233X',
    'See reply 12, reply #345 and replies 1 to 20 of discussion 1234567.',
    'https://example.org/news/9434765919?id=9434765919#07700900123',
    '1,000 to 2,000 nurses; £4,000,000,000; 10 000 beds; 3.14159265 and 0.123456789',
    'The NHS was born on 5 July 1948. Our programme was born on 1 April 2023.',
    'Patients born in 1961, born at 28 weeks, or born on or after 1 September 2024.',
    'Give your date of birth (DD/MM/YYYY) only to the host, never here.',
    'Patient numbers 2019-2020 rose; patient number 3 of 12; hospital numbers fell by 10 000.',
    'A passport valid for 6 months; 2 passport photos; passport fees of 2024.',
    'Call NHS 111 or 999; Samaritans 116 123; NHS England 0300 311 22 33 or +44 300 311 2233; 0800 123 4567.',
    '1. First\n2. Second\n3. Third\n10. Tenth, 1 2 3 4 5 6 7 8 9 10',
    'Row: 12 14 15 18 20 22 25 31 47 58 and 101 204 399 1200 4500 12000',
    'Buffer 00 00 00 00 00 and ref 0000000000',
    'Commit 3f786850e387550fdab836ed7e6dc881de23001b, 550e8400-e29b-41d4-a716-446655440000, v1.22.333.4444',
    'E11.9, B20, ICD-10, 37.5 °C, 120/80, HbA1c 48, SpO2 98%, 01/02 shifts, 24/7, Band 5-7, 07:00-19:30',
  ])('%s', (text) => {
    expect(whyPatientData(text)).toBeNull();
  });
});

test.each([
  ['digits', '1'],
  ['spaced digits', '1 '],
  ['digit pairs', '12 '],
  ['labels', 'NHS number '],
  ['births', 'born on the '],
  ['births of the year', 'born 12 '],
  ['records', 'patient record number - '],
  ['phones', '+1 ('],
  ['zeros', '07 '],
  ['addresses', 'https://10.1000/'],
  ['years', '2019-'],
  ['Arabic digits', '٣ '],
])('a hundred thousand characters of %s take little time', (_, unit) => {
  const text = unit.repeat(100_000 / unit.length);
  whyPatientData(text);
  const started = process.threadCpuUsage();
  whyPatientData(text);
  expect(process.threadCpuUsage(started).user / 1_000).toBeLessThan(1_000);
});
