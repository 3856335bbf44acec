import { describe, expect, test } from 'vitest';
import { whyNotContract } from './contract.ts';

const BEFORE = 'type Query { strand(slug: String!): String }\n';

describe('the contract', () => {
  test('stands when it is the printed one and breaks nothing', async () => {
    const wider = 'type Query { strand(slug: String!): String group: String }\n';

    expect(await whyNotContract(wider, wider, BEFORE)).toEqual([]);
  });

  test('falls when it is not the printed one', async () => {
    expect(await whyNotContract(BEFORE, 'type Query { strands: String }\n', null)).toEqual([
      'schema/schema.graphql is not what the code says: run npm run schema.',
    ]);
  });

  test('falls on a breaking change nobody declared', async () => {
    const broken = 'type Query { strands: String }\n';

    expect(await whyNotContract(broken, broken, BEFORE)).toEqual([
      "Breaking: Field 'strand' was removed from object type 'Query'",
    ]);
  });

  test('lets a field go that was deprecated first', async () => {
    const deprecated =
      'type Query { strands: String strand(slug: String!): String @deprecated(reason: "Ask strands.") }\n';
    const gone = 'type Query { strands: String }\n';

    expect(await whyNotContract(gone, gone, deprecated)).toEqual([]);
  });
});
