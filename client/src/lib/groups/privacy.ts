import type { GroupHeadFragment } from '#lib/api/generated/operations.ts';
import { words as say } from '#lib/say/generated/strands.ts';

type Group = Pick<GroupHeadFragment, 'privacy' | 'membershipState'>;
export type Privacy = Group['privacy'];

/** From the most open to the most private. */
export const PRIVACIES: readonly Privacy[] = ['OPEN', 'RESTRICTED', 'PRIVATE', 'CONFIDENTIAL'];

/** Who may read and join, in a sentence. */
export function privacySaid(privacy: Privacy): string {
  const said = {
    OPEN: say.openSaid,
    RESTRICTED: say.restrictedSaid,
    PRIVATE: say.privateSaid,
    CONFIDENTIAL: say.confidentialSaid,
  };
  return said[privacy]();
}

export function privacyName(privacy: Privacy): string {
  const names = {
    OPEN: say.openName,
    RESTRICTED: say.restrictedName,
    PRIVATE: say.privateName,
    CONFIDENTIAL: say.confidentialName,
  };
  return names[privacy]();
}

/** These levels to choose from, each with what it means. */
export function privacyOptions(levels: readonly Privacy[] = PRIVACIES) {
  return levels.map((value) => ({ value, text: privacyName(value), hint: privacySaid(value) }));
}

/** The levels that let in no more people than this one does. */
export function atLeastAsPrivate(privacy: Privacy): readonly Privacy[] {
  return PRIVACIES.slice(PRIVACIES.indexOf(privacy));
}

/** Whether somebody signed in may read the discussions. */
export function isReadable({ privacy, membershipState }: Group): boolean {
  return privacy === 'OPEN' || privacy === 'RESTRICTED' || membershipState === 'ACTIVE';
}
