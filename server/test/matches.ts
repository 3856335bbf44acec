import type { Cast } from './cast.ts';
import { oxygenExperts } from './experts.ts';
import { openRequestOf } from './requests.ts';

export const MATCHES = `matches(first: 50) { considered remaining fell { gate count says } matches { rank score expert { displayName }
  components { contribution } invitation { id invitedBy { displayName } } openInvitations } }`;

export async function posted(all: Cast) {
  await oxygenExperts(all);
  const { request: open } = await openRequestOf(all);
  return open.id;
}
