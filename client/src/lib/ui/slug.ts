/** The words of a title as they stand in an address; a dash when it has none that can. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  // Cut between characters, never through one.
  return [...words].slice(0, 60).join('').replace(/-+$/, '') || '-';
}
