import { dateIn } from '#lib/ui/date-parts.ts';

/** One item of a list in a form, as it was typed. */
export type TypedRow<Column extends string = string> = Record<Column, string>;

/**
 * The items of a list whose boxes are named `list.0.column`. Those marked for removal and those left empty are gone,
 * so that a place in this list is the place the hub counts by.
 */
export function typedRows<Column extends string>(
  form: FormData,
  list: string,
  columns: readonly Column[],
): TypedRow<Column>[] {
  return placesIn(form, list)
    .filter((place) => !form.has(`${list}.${place}.remove`))
    .map((place) => {
      const typed = columns.map((column) => [column, typedIn(form, `${list}.${place}.${column}`)] as const);
      return Object.fromEntries(typed) as TypedRow<Column>;
    })
    .filter((row) => Object.values<string>(row).some((text) => text.trim() !== ''));
}

function placesIn(form: FormData, list: string): number[] {
  const places = [...form.keys()].map((key) => {
    const [name, place = '', column] = key.split('.');
    return name === list && column && /^\d{1,3}$/.test(place) ? Number(place) : null;
  });
  return [...new Set(places)].filter((place) => place !== null).sort((a, b) => a - b);
}

function typedIn(form: FormData, name: string): string {
  return form.has(`${name}-year`) ? dateIn(form, name) : String(form.get(name) ?? '');
}

/** How many empty items a form has, and how many when more were asked for. */
export const EMPTY = 2;
export const MORE = 5;
