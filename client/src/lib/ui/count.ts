const counts = new Intl.NumberFormat('en-GB');

/** A number as it is read: 20,001. `toLocaleString` would make a formatter for each. */
export function countText(count: number): string {
  return counts.format(count);
}
