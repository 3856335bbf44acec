import type { ComparedMatchFragment } from '#lib/api/generated/operations.ts';
import { words as say } from '#lib/say/generated/compare.ts';

/** What is weighed beside the criteria, in the words of each; fair load and gaps have rows of their own. */
const SHOWN: Readonly<Record<string, () => string>> = {
  TOPIC: say.partTopic,
  CONTRIBUTION: say.partContribution,
  AVAILABILITY: say.partAvailability,
};

/** A row for each part that is weighed, with a cell for each person in their order. */
export function componentRows(
  compared: readonly Pick<ComparedMatchFragment, 'components'>[],
): { name: string; says: string[] }[] {
  return Object.entries(SHOWN).map(([part, name]) => ({
    name: name(),
    says: compared.map(({ components }) => components.find((each) => each.name === part)?.says ?? ''),
  }));
}
