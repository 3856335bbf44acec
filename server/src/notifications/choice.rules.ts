/// <reference lib="esnext.temporal" />
import { Rhythm, Topic } from './topic.ts';

/** What a person chose for one topic. */
export interface Choice {
  topic: Topic;
  inHub: boolean;
  mail: Rhythm;
}

/** When a person may be mailed at all. */
export interface Pauses {
  timeZone: string;
  quietFrom: string | null;
  quietTo: string | null;
  isPaused: boolean;
  pausedUntil: Date | null;
}

/** What holds until a person chooses: asked at once, told of talk in the morning, and of the rest once a week. */
const USUAL: Record<Topic, Rhythm> = {
  INVITATION: Rhythm.NOW,
  MY_REQUESTS: Rhythm.NOW,
  MATCHED_REQUEST: Rhythm.DAILY,
  REPLY_TO_ME: Rhythm.NOW,
  FOLLOWED_DISCUSSION: Rhythm.DAILY,
  STRAND_DIGEST: Rhythm.WEEKLY,
  EVENT: Rhythm.WEEKLY,
};

/** Who is asked for work hears of it: only pausing all mail ends these. */
const FIXED = new Set([Topic.INVITATION]);

/** A mail of its own makes sense only for what is addressed to one person. */
const MAILED_AT_ONCE = new Set([
  Topic.INVITATION,
  Topic.MY_REQUESTS,
  Topic.REPLY_TO_ME,
  Topic.FOLLOWED_DISCUSSION,
]);

export function isFixed(topic: Topic): boolean {
  return FIXED.has(topic);
}

export function rhythmsOf(topic: Topic): Rhythm[] {
  if (isFixed(topic)) return [Rhythm.NOW];
  const digests = [Rhythm.DAILY, Rhythm.WEEKLY, Rhythm.NEVER];
  return MAILED_AT_ONCE.has(topic) ? [Rhythm.NOW, ...digests] : digests;
}

/** Every topic with what holds for it. */
export function choicesOf(chosen: readonly Choice[]): Choice[] {
  return Object.values(Topic).map((topic) => {
    const own = isFixed(topic) ? undefined : chosen.find((choice) => choice.topic === topic);
    return { topic, inHub: own?.inHub ?? true, mail: own?.mail ?? USUAL[topic] };
  });
}

export function rhythmOf(topic: Topic, chosen: readonly Choice[]): Rhythm {
  return choicesOf(chosen).find((choice) => choice.topic === topic)?.mail ?? USUAL[topic];
}

/** When a mail that is due now may go: now, later, or `never` while all mail is paused without an end. */
export function mayGoAt(pauses: Pauses, now: Date): Date | 'never' {
  const { isPaused, pausedUntil } = pauses;
  if (isPaused && pausedUntil === null) return 'never';
  if (isPaused && pausedUntil && pausedUntil > now) return afterQuiet(pauses, pausedUntil);
  return afterQuiet(pauses, now);
}

/** The end of the quiet hours that a moment falls into, or that moment. */
function afterQuiet({ timeZone, quietFrom, quietTo }: Pauses, at: Date): Date {
  if (!quietFrom || !quietTo || quietFrom === quietTo) return at;
  const there = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  const clock = there.toPlainTime().toString({ smallestUnit: 'minute' });
  const overnight = quietFrom > quietTo;
  const isQuiet = overnight ? clock >= quietFrom || clock < quietTo : clock >= quietFrom && clock < quietTo;
  if (!isQuiet) return at;
  const day = there.toPlainDate().add({ days: overnight && clock >= quietFrom ? 1 : 0 });
  const end = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(quietTo) });
  return new Date(end.epochMilliseconds);
}

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** A time of the day as hours and minutes; null when it is none. */
export function clockTime(text: string): string | null {
  const written = text.trim();
  return CLOCK.test(written) ? written : null;
}
