/** The first page, the last, and those beside the one that is open; null where some are left out. */
export function pagesShown(page: number, pages: number): (number | null)[] {
  const shown = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  return [...new Set(shown)].flatMap((one, place, all) => {
    const gap = one - (all[place - 1] ?? 0);
    if (gap === 2) return [one - 1, one];
    return gap > 2 ? [null, one] : [one];
  });
}
