/** A page is called by what it is about, then by the hub. */
export function titleOf(title: string, { name }: { name: string }): string {
  return title === name ? name : `${title} – ${name}`;
}
