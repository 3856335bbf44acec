interface Covered {
  criterion: { id: string; says: string; importance: string };
  people: number;
}

const ENOUGH = 3;

/** How many essentials three people or more meet, and those that fewer do, the rarest first. */
export function rareOf(coverage: readonly Covered[]): { enough: number; rare: Covered[] } {
  const essentials = coverage.filter(({ criterion }) => criterion.importance === 'ESSENTIAL');
  const rare = essentials
    .filter(({ people }) => people < ENOUGH)
    .sort((one, other) => one.people - other.people);
  return { enough: essentials.length - rare.length, rare };
}
