/** The same abilities are one and the same object: the page's data then names them once. */
export function sharing<Item extends { viewerCan: object }>(items: Item[]): Item[] {
  const known = new Map<string, Item['viewerCan']>();
  return items.map((item) => {
    const key = JSON.stringify(item.viewerCan);
    const viewerCan = known.get(key) ?? item.viewerCan;
    known.set(key, viewerCan);
    return { ...item, viewerCan };
  });
}
