import type { ComponentName, Weights } from './shapes.ts';

/** The weight of each component in whole percents, which add up to 100. */
export type Percents = Record<ComponentName, number>;

/** Topic leads because what people have done tells most; fair load and availability only tip the balance. */
export const DEFAULT_PERCENTS: Percents = {
  TOPIC: 50,
  PREFERRED: 20,
  COUNTRY: 8,
  CONTRIBUTION: 10,
  AVAILABILITY: 6,
  FAIR_LOAD: 6,
};

/** What the score weighs by, and which set it is: 0 is the one the hub came with. */
export interface WeightsInUse {
  weights: Weights;
  weightsVersion: number;
}

/** The components in the order in which a score is made of them. */
export const COMPONENTS = Object.keys(DEFAULT_PERCENTS) as ComponentName[];

/** A component that came after the set was made weighs nothing in it. */
export function weightsOf(percents: Partial<Percents>): Weights {
  return Object.fromEntries(COMPONENTS.map((name) => [name, (percents[name] ?? 0) / 100])) as Weights;
}

export const DEFAULT_WEIGHTS: Weights = weightsOf(DEFAULT_PERCENTS);
