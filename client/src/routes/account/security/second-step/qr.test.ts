import { expect, test } from 'vitest';
import { qrPath } from './qr.ts';

test('a code is drawn as squares inside its quiet border', () => {
  const { side, path } = qrPath('otpauth://totp/Hub:tendo@example.org?secret=ABCDEFGH&issuer=Hub');
  const squares = [...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(
    ([, x, y]) => [Number(x), Number(y)] as const,
  );

  expect(squares.length).toBeGreaterThan(200);
  for (const [x, y] of squares) {
    expect(Math.min(x, y)).toBeGreaterThanOrEqual(4);
    expect(Math.max(x, y)).toBeLessThan(side - 4);
  }
  // The top row of the first finder pattern: seven dark squares and then a light one.
  expect(squares.filter(([x, y]) => y === 4 && x < 12).map(([x]) => x)).toEqual([4, 5, 6, 7, 8, 9, 10]);
});
