import type { App } from '../app.ts';
import { fillContributionKinds } from '../people/contribution-kind.ts';
import { actAlone } from '../platform/own-act.ts';
import { firstRow, sql } from '../platform/sql.ts';
import { DemoDays } from './days.ts';
import { seedDiscussions } from './discussions.ts';
import { seedGroups } from './groups.ts';
import { seedInbox } from './inbox.ts';
import { seedInvitations } from './invitations.ts';
import { seedPeople } from './people.ts';
import { seedRequests } from './requests.ts';
import { seedResponses } from './responses.ts';

/** A hub that nobody has used yet begins with the demo community. */
export async function seedDemoOnFirstStart(app: Pick<App, 'orm'>): Promise<void> {
  const anybody = await firstRow(app.orm.em.fork(), sql`select 1 from person limit 1`);
  if (!anybody) await seedDemo(app);
}

/** The demo community, whole or not at all. It has a past but no news: nobody was there to hear it. */
export async function seedDemo({ orm }: Pick<App, 'orm'>, now: Date = new Date()): Promise<void> {
  const days = new DemoDays(now);
  await actAlone({ orm, committed: () => {} }, async (em) => {
    await fillContributionKinds(em);
    const cast = await seedPeople(em, days);
    const groups = seedGroups(em, cast, days);
    const replies = seedDiscussions(em, cast, groups, days);
    const requests = seedRequests(em, cast, groups.strands, days);
    const responses = await seedResponses(em, cast, requests, days);
    const invitations = await seedInvitations(em, cast, requests, days);
    seedInbox(em, { replies, requests, responses, invitations }, days);
  });
}
