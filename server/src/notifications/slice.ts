import { InboxItem } from '../platform/inbox.ts';
import { OutgoingMail } from '../platform/outbox.ts';
import type { Slice } from '../platform/slice.ts';
import { ChoiceMutations } from './choice.mutations.ts';
import { ChoiceQueries } from './choice.queries.ts';
import { MailSettings, TopicChoice } from './choices.ts';
import { Mute } from './mute.ts';
import { choicesSubject, notificationSubject } from './notification.live.ts';
import { NotificationMutations } from './notification.mutations.ts';
import { NotificationQueries } from './notification.queries.ts';
import { ThingQueries } from './thing.queries.ts';
import { TriageMutations } from './triage.mutations.ts';

export const notifications: Slice = {
  name: 'notifications',
  entities: [InboxItem, Mute, TopicChoice, MailSettings, OutgoingMail],
  resolvers: [
    NotificationQueries,
    NotificationMutations,
    ThingQueries,
    TriageMutations,
    ChoiceQueries,
    ChoiceMutations,
  ],
  subjects: [notificationSubject, choicesSubject],
  audiences: [],
};
