/** The same ids with one of them moved a place up or down; what cannot move stays. */
export function moved(ids: readonly string[], up: string, down: string): string[] {
  const from = ids.indexOf(up || down);
  const to = up ? from - 1 : from + 1;
  const order = [...ids];
  if (from < 0 || to < 0 || to >= order.length) return order;
  const [taken = ''] = order.splice(from, 1);
  order.splice(to, 0, taken);
  return order;
}
