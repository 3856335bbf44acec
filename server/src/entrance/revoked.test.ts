import { describe, expect, test } from 'vitest';
import { revoked } from '../../test/revoked.ts';
import { REVOCATIONS } from '../../test/revocation.ts';

describe.each([
  ['at the head', 0],
  ['while catching up', 900],
])('%s, nothing more is heard', (_, backlog) => {
  test.each(REVOCATIONS.map((each) => [each.name, each] as const))('when %s', async (__, revocation) => {
    const { tooMuch, code } = await revoked(revocation, backlog);

    expect(tooMuch).toEqual([]);
    if (typeof revocation.ends === 'number' && backlog === 0) expect(code).toBe(revocation.ends);
  });
});
