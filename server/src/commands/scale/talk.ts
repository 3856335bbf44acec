import type { Chance } from './chance.ts';
import type { Row } from './insert.ts';
import type { Place } from './places.ts';
import { TITLES } from './sentences.ts';
import { EXPERTISE } from './words.ts';
import { fill, type Writing } from './writing.ts';

/** A discussion before its words are written: how long it is and when it was. */
export interface Planned {
  id: string;
  place: Place;
  topic: string;
  title: string;
  length: number;
  startedAt: number;
  /** Between one reply and the next, in milliseconds. */
  pace: number;
}

const DAY_MS = 86_400_000;
const PAST_DAYS = 600;
const LONGEST_OTHER = 400;

/** Discussions of very different lengths, as they are; the first may be a long list of its own. */
export function planTalk(
  chance: Chance,
  places: readonly Place[],
  size: { discussions: number; replies: number; long: number },
  now: Date,
): Planned[] {
  const lengths = lengthsOf(chance, size.discussions - (size.long ? 1 : 0), size.replies - size.long);
  if (size.long) lengths.unshift(size.long);
  const [home, ...strands] = places.filter(({ strandId }) => strandId);
  const groups = places.filter(({ strandId }) => !strandId);
  if (!home) throw new Error('There is no group to talk in.');
  return lengths.map((length, at) => {
    // Two in five meet in the first strand, so that one list of discussions is long too.
    const elsewhere = chance.isIn(50) && strands.length > 0 ? strands : groups;
    const place = at === 0 || chance.isIn(40) ? home : chance.pick(elsewhere);
    const topic = chance.pick(EXPERTISE);
    const title =
      at === 0 && size.long
        ? 'Everything newcomers asked, and every answer'
        : fill(chance.pick(TITLES), chance, topic);
    const age = Math.ceil(PAST_DAYS * DAY_MS * chance.next() ** 2);
    const startedAt = now.getTime() - (at === 0 ? PAST_DAYS * DAY_MS : Math.max(age, length * 1_000));
    const pace = Math.max(
      1,
      Math.floor(((now.getTime() - startedAt) * (at === 0 ? 1 : chance.next())) / (length + 1)),
    );
    return { id: chance.idAt(new Date(startedAt)), place, topic, title, length, startedAt, pace };
  });
}

/** Many short ones and a few long ones, with this many replies in all. */
function lengthsOf(chance: Chance, count: number, total: number): number[] {
  const weights = Array.from({ length: count }, () => Math.min((1 - chance.next()) ** -0.8, 40));
  const sum = weights.reduce((one, other) => one + other, 0);
  const lengths = weights.map((weight) =>
    Math.min(1 + Math.floor((weight / sum) * (total - count)), LONGEST_OTHER),
  );
  const missing = total - lengths.reduce((one, other) => one + other, 0);
  return lengths.map((length, at) => length + Math.floor(missing / count) + (at < missing % count ? 1 : 0));
}

/** The rows of the discussions; the opening texts are kept until their replies are written. */
export function* discussionRows(
  plans: readonly Planned[],
  openings: ReadonlyMap<string, Opening>,
): Generator<Row> {
  for (const { id, place, title, length, startedAt, pace } of plans) {
    const opening = openings.get(id);
    yield {
      ...{
        id,
        group_id: place.groupId,
        started_by_id: opening?.authorId,
        title,
        summary: opening?.summary,
        kind: 'DISCUSSION',
      },
      ...{ last_number: length, version: length, started_at: new Date(startedAt) },
      latest_at: new Date(startedAt + (length - 1) * pace),
    };
  }
}

export interface Opening {
  authorId: string;
  body: string;
  html: string;
  summary: string;
}

export function openingsOf(
  chance: Chance,
  writing: Writing,
  plans: readonly Planned[],
): Map<string, Opening> {
  return new Map(
    plans.map(({ id, place, topic }) => [
      id,
      { authorId: chance.pick(place.members).id, ...writing.opening(topic) },
    ]),
  );
}

export function* replyRows(
  chance: Chance,
  writing: Writing,
  plans: readonly Planned[],
  openings: ReadonlyMap<string, Opening>,
): Generator<Row> {
  for (const { id, place, length, startedAt, pace } of plans) {
    for (let number = 1; number <= length; number += 1) {
      const at = new Date(startedAt + (number - 1) * pace);
      const { body, html } = (number === 1 && openings.get(id)) || writing.reply();
      const author_id = (number === 1 && openings.get(id)?.authorId) || chance.pick(place.members).id;
      const in_reply_to = number > 2 && chance.isIn(30) ? Math.max(1, number - chance.between(1, 8)) : null;
      yield {
        id: chance.idAt(at),
        discussion_id: id,
        number,
        author_id,
        body,
        html,
        in_reply_to,
        posted_at: at,
      };
    }
  }
}

const MARKS_EACH = 6;

/** These people have read a few of the discussions, to different depths. */
export function* readMarkRows(
  chance: Chance,
  plans: readonly Planned[],
  personIds: readonly string[],
  now: Date,
): Generator<Row> {
  for (const person_id of personIds) {
    for (const { id, length } of chance.some(plans, MARKS_EACH)) {
      yield { person_id, discussion_id: id, number: chance.between(1, length), at: now };
    }
  }
}
