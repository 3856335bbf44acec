import { account } from './account/slice.ts';
import { admin } from './admin/slice.ts';
import { discussions } from './discussions/slice.ts';
import { home } from './home/slice.ts';
import { insight } from './insight/slice.ts';
import { mail } from './mail/slice.ts';
import { matching } from './matching/slice.ts';
import { moderation } from './moderation/slice.ts';
import { notifications } from './notifications/slice.ts';
import { people } from './people/slice.ts';
import { plans } from './plans/slice.ts';
import type { Slice } from './platform/slice.ts';
import { requests } from './requests/slice.ts';
import { responses } from './responses/slice.ts';
import { search } from './search/slice.ts';
import { strands } from './strands/slice.ts';

/** The slices, each importing only from those before it and from the platform. */
export const slices: Slice[] = [
  people,
  strands,
  discussions,
  moderation,
  requests,
  matching,
  responses,
  plans,
  insight,
  notifications,
  mail,
  home,
  account,
  admin,
  search,
];
