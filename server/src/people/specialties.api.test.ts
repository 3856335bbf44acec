import { describe, expect, test } from 'vitest';
import { as, PROBLEMS } from '../../test/as.ts';
import { cast } from '../../test/cast.ts';

const EDIT = `mutation ($input: EditExpertiseInput!) { editExpertise(input: $input) {
  ... on EditExpertisePayload { profile { specialties } } ${PROBLEMS} } }`;

describe('specialties', () => {
  test('are kept as written, whatever the database would make of the words', async () => {
    const { meera } = await cast();
    const specialties = ['NULL', '{}', '{"a","b"}', 'a,b', 'back\\slash', '"quoted"', "it's"];

    const { profile } = await as(meera).send(EDIT, { version: 0, items: [], specialties });

    expect(profile?.specialties).toEqual(specialties);
  });
});
