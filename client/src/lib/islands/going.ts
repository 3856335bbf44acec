/** Leads to an address of the hub; where it is another place on this very page, the page is still loaded anew. */
export function leadTo(path: string): void {
  const to = new URL(path, location.href);
  const isHere = to.pathname === location.pathname && to.search === location.search;
  location.assign(to);
  if (isHere) location.reload();
}
