import type { Placed } from './match.rows.ts';

/** Of so many shown, one place is kept for a newcomer. */
const TEN = 10;

/** A ranked person as the list shows them: a newcomer may stand ahead of their place. */
export type Listed<Person extends Placed = Placed> = Person & { isNewcomer: boolean };

/**
 * The first so many of a ranking, as they are shown: where nobody among ten is a newcomer, the last of the ten places goes
 * to the best newcomer below. Who is moved down for them opens the next ten. A longer list begins with the shorter one.
 */
export function listed<Person extends Placed>(found: readonly Person[], size: number): Listed<Person>[] {
  const shown: Listed<Person>[] = [];
  let waiting: readonly Person[] = found;
  while (shown.length < size && waiting.length > 0) {
    const ten = waiting.slice(0, TEN);
    const rest = waiting.slice(TEN);
    const newcomer = ten.some(isNewcomer) ? undefined : rest.find(isNewcomer);
    const kept = newcomer ? ten.slice(0, -1) : ten;
    shown.push(...kept.map((person) => ({ ...person, isNewcomer: false })));
    if (newcomer) shown.push({ ...newcomer, isNewcomer: true });
    waiting = newcomer ? [...ten.slice(-1), ...rest.filter((person) => person !== newcomer)] : rest;
  }
  return shown.slice(0, size);
}

/** Not once asked in the past year. */
function isNewcomer({ expert }: Placed): boolean {
  return expert.asksLastYear === 0;
}
