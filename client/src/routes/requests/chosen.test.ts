import { describe, expect, test } from 'vitest';
import { addressOf, chosenIn, sortIn } from './chosen.ts';

const read = (query: string) => chosenIn(new URLSearchParams(query));

describe('what an address asks of the list', () => {
  test('is taken over where it is understood, and dropped where it is not', () => {
    expect(read('place=REMOTE&hours=8&language=fr&country=SL&expertise=%20midwifery%20')).toMatchObject({
      place: 'REMOTE',
      hours: 8,
      language: 'fr',
      country: 'SL',
      expertise: 'midwifery',
      strand: null,
    });
    expect(
      Object.values(read('place=MARS&hours=7&language=français&country=%00&strand=1&expertise=')),
    ).toEqual(Array.from({ length: 7 }, () => null));
  });

  test('comes back as the same address', () => {
    const address = addressOf('open', read('place=REMOTE&hours=8'), 'NEWEST', 'abc');

    expect(address).toBe('/requests?view=open&place=REMOTE&hours=8&sort=newest&after=abc');
    expect(sortIn(new URLSearchParams(address.split('?')[1]))).toBe('NEWEST');
    expect(addressOf('me', read(''))).toBe('/requests?view=me');
  });
});
