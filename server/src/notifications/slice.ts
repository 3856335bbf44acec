import { InboxItem } from '../platform/inbox.ts';
import type { Slice } from '../platform/slice.ts';
import { notificationSubject } from './notification.live.ts';
import { NotificationMutations } from './notification.mutations.ts';
import { NotificationQueries } from './notification.queries.ts';

export const notifications: Slice = {
  name: 'notifications',
  entities: [InboxItem],
  resolvers: [NotificationQueries, NotificationMutations],
  subjects: [notificationSubject],
  audiences: [],
};
