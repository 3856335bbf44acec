import { localeTag } from '#lib/say/locale.ts';

/** A share of 1 as people read it. */
export function share(value: number): string {
  return new Intl.NumberFormat(localeTag(), { style: 'percent', maximumFractionDigits: 0 }).format(value);
}
