import { CHANGE_ROLE, INVITE, JOIN, LEAVE, MERGE, REMOVE, sendUntilAnswered, type Door } from './ask.ts';
import type { Chance } from './chance.ts';
import type { Listener } from './listener.ts';
import type { Place, Somebody } from './scene.ts';

/** One time during which somebody could not read a place, by the acts that began and ended it. */
export interface Absence {
  personId: string;
  stream: string;
  /** Which change of this membership, counted from 1, took the right and which gave it back. */
  from: number;
  to: number | null;
}

/** People leave, are put out and come back; their roles change; places end in others. */
export class Members {
  readonly absences: Absence[] = [];
  readonly #doors: readonly Door[];
  readonly #admin: Somebody;
  readonly #listeners: readonly Listener[];
  readonly #privatePlaces: Place[];
  readonly #chance: Chance;
  /** How often each membership has changed, so that its changes can be found in the log. */
  readonly #changes = new Map<string, number>();
  readonly #busy = new Set<Listener>();

  constructor(
    doors: readonly Door[],
    admin: Somebody,
    listeners: readonly Listener[],
    privatePlaces: readonly Place[],
    chance: Chance,
  ) {
    this.#doors = doors;
    this.#admin = admin;
    this.#listeners = listeners;
    this.#privatePlaces = [...privatePlaces];
    this.#chance = chance;
  }

  async leaveAndReturn(): Promise<void> {
    const listener = this.#chance.one(this.#listeners);
    const place = this.#chance.one(this.#privatePlaces);
    if (this.#busy.has(listener)) return;
    this.#busy.add(listener);
    const { person } = listener;
    const about = { groupId: place.id, personId: person.id };
    const isPutOut = this.#chance.next() < 0.5;
    if (isPutOut) await this.#done(this.#admin, REMOVE, about);
    else await this.#done(person, LEAVE, { groupId: place.id });
    const absence: Absence = {
      personId: person.id,
      stream: place.stream,
      from: this.#count(person, place),
      to: null,
    };
    this.absences.push(absence);
    // An invitation is not told in the stream of the group: nothing to count.
    await this.#done(this.#admin, INVITE, about);
    await this.#done(person, JOIN, { groupId: place.id });
    absence.to = this.#count(person, place);
    await listener.begin(place.stream);
    listener.connect();
    this.#busy.delete(listener);
  }

  async changeRole(): Promise<void> {
    const { person } = this.#chance.one(this.#listeners);
    for (const role of ['STAFF', 'MEMBER'])
      await this.#done(this.#admin, CHANGE_ROLE, { personId: person.id, role });
  }

  /** The last open place goes on in the first one. */
  async merge(places: Place[]): Promise<void> {
    const open = places.filter((place) => !this.#privatePlaces.includes(place));
    const [target, source] = [open[0], open.at(-1)];
    if (!target || !source || target === source) return;
    places.splice(places.indexOf(source), 1);
    await this.#done(this.#admin, MERGE, { sourceId: source.id, targetId: target.id });
  }

  #count(person: Somebody, place: Place): number {
    const key = `${person.id} ${place.stream}`;
    const changes = (this.#changes.get(key) ?? 0) + 1;
    this.#changes.set(key, changes);
    return changes;
  }

  async #done(who: Somebody, mutation: string, input: object): Promise<void> {
    const { problems } = await sendUntilAnswered(this.#doors, who.cookie, mutation, input);
    if (problems) throw new Error(`${mutation.slice(40, 80)} was refused: ${JSON.stringify(problems)}`);
  }
}
