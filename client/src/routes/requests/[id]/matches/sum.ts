/** The summands to three places, so that what is shown adds up to the total that is shown. */
export function shownSummands(summands: readonly number[], total: number): string[] {
  const rounded = summands.map((each) => Math.round(each * 1000));
  const missing = Math.round(total * 1000) - rounded.reduce((sum, each) => sum + each, 0);
  // What rounding lost or won goes to the largest, where it shows least.
  const largest = rounded.indexOf(Math.max(...rounded));
  return rounded.map((each, at) => ((at === largest ? each + missing : each) / 1000).toFixed(3));
}
