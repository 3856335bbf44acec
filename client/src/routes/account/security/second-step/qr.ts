import { encode } from 'uqr';

/** A QR code as one path of squares, so that it needs no picture and no script: its side in squares, and the path. */
export function qrPath(text: string): { side: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { side: size, path };
}
