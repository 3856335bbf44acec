import type { Door } from './doors.ts';
import { DISCUSSIONS } from './doors-discussions.ts';
import { ACCOUNT } from './doors-account.ts';
import { ADMIN } from './doors-admin.ts';
import { GROUPS } from './doors-groups.ts';
import { INBOX } from './doors-inbox.ts';
import { INSIGHT } from './doors-insight.ts';
import { MODERATION } from './doors-moderation.ts';
import { PEOPLE } from './doors-people.ts';
import { PLANS } from './doors-plans.ts';
import { READING } from './doors-reading.ts';
import { REQUESTS } from './doors-requests.ts';
import { RESPONSES } from './doors-responses.ts';
import { SEARCH } from './doors-search.ts';

/** Every door of the house. */
export const DOORS: readonly Door[] = [
  ...READING,
  ...PEOPLE,
  ...ACCOUNT,
  ...INBOX,
  ...GROUPS,
  ...DISCUSSIONS,
  ...MODERATION,
  ...REQUESTS,
  ...RESPONSES,
  ...PLANS,
  ...INSIGHT,
  ...ADMIN,
  ...SEARCH,
];
