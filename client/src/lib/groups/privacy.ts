import type { GroupHeadFragment } from '#lib/api/generated/operations.ts';

type Group = Pick<GroupHeadFragment, 'privacy' | 'membershipState'>;

/** Who may read and join, in a sentence. */
export const privacySaid: Record<Group['privacy'], string> = {
  OPEN: 'Everyone who is signed in can read this group, and anyone may join. Visitors see titles and first words.',
  RESTRICTED: 'Everyone who is signed in can read this group. To post, ask to join: a lead lets people in.',
  PRIVATE: 'Only members can read what is said here. Ask to join: a lead lets people in.',
  CONFIDENTIAL: 'Only members know that this group exists. Do not mention it elsewhere.',
};

export const privacyName: Record<Group['privacy'], string> = {
  OPEN: 'Open',
  RESTRICTED: 'Ask to post',
  PRIVATE: 'Private',
  CONFIDENTIAL: 'Confidential',
};

/** Whether somebody signed in may read the discussions. */
export function isReadable({ privacy, membershipState }: Group): boolean {
  return privacy === 'OPEN' || privacy === 'RESTRICTED' || membershipState === 'ACTIVE';
}
