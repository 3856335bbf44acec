import { words as say } from '#lib/say/generated/weights.ts';

/** The components of the score in their order: their box in the form, what they are called, and what they mean. */
export const COMPONENTS = [
  { name: 'TOPIC', field: 'topic', called: say.topic, means: say.topicMeans },
  { name: 'PREFERRED', field: 'preferred', called: say.preferred, means: say.preferredMeans },
  { name: 'COUNTRY', field: 'country', called: say.country, means: say.countryMeans },
  { name: 'CONTRIBUTION', field: 'contribution', called: say.contribution, means: say.contributionMeans },
  { name: 'AVAILABILITY', field: 'availability', called: say.availability, means: say.availabilityMeans },
  { name: 'FAIR_LOAD', field: 'fairLoad', called: say.fairLoad, means: say.fairLoadMeans },
] as const;

type Share = { name: string; percent: number };

export function percentIn(shares: readonly Share[], name: string): number {
  return shares.find((share) => share.name === name)?.percent ?? 0;
}

/** One set in a line; a component that is newer than these words is named as the hub calls it. */
export function sharesSaid(shares: readonly Share[]): string[] {
  return shares.map(({ name, percent }) => {
    const part = COMPONENTS.find((one) => one.name === name);
    return say.share({ part: part?.called() ?? name, percent });
  });
}
