import { chosenBy } from '../notifications/choice.queries.ts';
import type { Choice, Pauses } from '../notifications/choice.rules.ts';
import { withSettings } from '../notifications/choice.mutations.ts';
import type { Context } from '../people/viewer.ts';
import type { EntityManager } from '../platform/database.ts';
import { firstRow, sql } from '../platform/sql.ts';
import { isoInstant } from '../platform/instant.ts';
import type { Language } from '../platform/say/generated/languages.ts';

/** Who a mail goes to, with all that decides whether and how it goes. */
export interface Addressee {
  id: string;
  email: string;
  language: Language;
  /** Ends their mails without signing in. */
  token: string;
  chosen: Choice[];
  pauses: Pauses;
  viewer: NonNullable<Context['viewer']>;
}

/** The person as they are today, or null for whoever is suspended, has left or waits: these hear only that they were refused. */
export async function addresseeOf(
  em: EntityManager,
  personId: string,
  notificationId: string | null = null,
): Promise<Addressee | null> {
  await withSettings(em, personId);
  const row = await firstRow<Omit<Addressee, 'chosen' | 'pauses'>>(
    em,
    sql`
    select p.id, p.email, coalesce(w.language, 'en') as language, m.token,
      json_build_object('id', p.id, 'handle', p.handle, 'displayName', p.display_name, 'role', p.role,
        'isVerified', p.verified_at is not null, 'timeZone', p.time_zone, 'sessionId', 'mail',
        'language', w.language, 'scheme', 'system') as viewer
    from person p join mail_settings m on m.person_id = p.id left join preferences w on w.person_id = p.id
    where p.id = ${personId} and p.suspended_at is null and p.left_at is null 
      and (p.waiting_since is null or exists (
        select 1 from notification n where n.id = ${notificationId}::uuid and n.person_id = p.id and n.kind = 'ACCOUNT_REFUSED'))`,
  );
  const choices = row && (await chosenBy(em, personId));
  if (!row || !choices) return null;
  const { chosen, ...pauses } = choices;
  return { ...row, chosen, pauses: { ...pauses, pausedUntil: dateOf(pauses.pausedUntil) } };
}

function dateOf(at: Date | string | null): Date | null {
  return at === null ? null : new Date(isoInstant(at));
}

/** What they may see, asked as they would ask it. */
export function contextOf(em: EntityManager, { viewer }: Addressee): Context {
  return { em, viewer, actorId: viewer.id, requestId: 'mail', batches: new Map() };
}
