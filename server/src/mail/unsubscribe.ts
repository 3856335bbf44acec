import { Rhythm, Topic } from '../notifications/topic.ts';
import { choicesOf, isFixed, type Choice } from '../notifications/choice.rules.ts';
import { chosenBy } from '../notifications/choice.queries.ts';
import type { EntityManager } from '../platform/database.ts';
import { actAlone, type Actor } from '../platform/own-act.ts';
import { firstRow, rows, sql } from '../platform/sql.ts';

/** What one address ends: a topic, or the mail of every morning or week. */
export type Ends = Topic | Rhythm.DAILY | Rhythm.WEEKLY;

/** The address that ends mails of a kind: it works without signing in, and only for this person. */
export function unsubscribeHref(origin: string, token: string, ends: Ends): string {
  return `${origin}/unsubscribe/${token}.${ends.toLowerCase()}`;
}

const ADDRESS = /^([\w-]{32})\.([a-z_]{4,30})$/;

export interface Unsubscribing {
  personId: string;
  ends: Ends;
  isOff: boolean;
}

/** What this part of an address would end, and whether it is ended; null for what we never sent. */
export async function unsubscribing(em: EntityManager, address: string): Promise<Unsubscribing | null> {
  const [, token = '', written = ''] = ADDRESS.exec(address) ?? [];
  const ends = written.toUpperCase();
  if (!isEnds(ends)) return null;
  const row = await firstRow<{ personId: string }>(
    em,
    sql`select person_id as "personId" from mail_settings where token = ${token}`,
  );
  const choices = row && (await chosenBy(em, row.personId));
  if (!row || !choices) return null;
  const left = endedBy(ends, choices.chosen).length > 0;
  return { personId: row.personId, ends, isOff: ends === Topic.INVITATION ? choices.isPaused : !left };
}

/** Ends these mails. Doing it again changes nothing; says false for an address we never sent. */
export function unsubscribe(actor: Actor, address: string): Promise<boolean> {
  return actAlone(actor, async (em) => {
    const asked = await unsubscribing(em, address);
    if (!asked) return false;
    if (asked.ends === Topic.INVITATION) await pause(em, asked.personId);
    else await end(em, asked.personId, asked.ends);
    return true;
  });
}

function isEnds(text: string): text is Ends {
  return text === Rhythm.DAILY || text === Rhythm.WEEKLY || Object.values<string>(Topic).includes(text);
}

/** Which choices it would change. */
function endedBy(ends: Ends, chosen: readonly Choice[]): Choice[] {
  return choicesOf(chosen).filter(
    ({ topic, mail }) =>
      !isFixed(topic) && mail !== Rhythm.NEVER && (ends === topic || (ends as string) === (mail as string)),
  );
}

/** Invitations come unless all mail is paused, so that is what ends them. */
async function pause(em: EntityManager, personId: string): Promise<void> {
  await rows(
    em,
    sql`update mail_settings set is_paused = true, paused_until = null where person_id = ${personId}`,
  );
}

async function end(em: EntityManager, personId: string, ends: Ends): Promise<void> {
  const choices = await chosenBy(em, personId);
  for (const { topic, inHub } of endedBy(ends, choices?.chosen ?? []))
    await rows(
      em,
      sql`insert into topic_choice (person_id, topic, in_hub, mail) values (${personId}, ${topic}, ${inHub}, 'NEVER')
      on conflict (person_id, topic) do update set mail = 'NEVER'`,
    );
}
