import type {
  PlannedRequestPartFragment,
  PlanPageQuery,
  PlanSeatPartFragment,
  PlanState,
} from '#lib/api/generated/operations.ts';
import { words as say } from '#lib/say/generated/planning.ts';

type Tone = 'quiet' | 'now' | 'wait' | 'done' | 'stop';

/** How the states of a plan are said, in the language of whoever reads. */
export const PLAN_STATES: Record<PlanState, { readonly text: string; tone: Tone }> = {
  MAKING: worded(say.stateMaking, 'now'),
  PROPOSED: worded(say.stateProposed, 'wait'),
  FAILED: worded(say.stateFailed, 'stop'),
  CANCELLED: worded(say.stateCancelled, 'quiet'),
  DISCARDED: worded(say.stateDiscarded, 'quiet'),
};

function worded(text: () => string, tone: Tone): { readonly text: string; tone: Tone } {
  return {
    get text() {
      return text();
    },
    tone,
  };
}

/** Somebody by name, or by their place in the list where names are hidden. */
export function called({ person, rank }: Pick<PlanSeatPartFragment, 'person' | 'rank'>): string {
  return person?.displayName ?? say.matchNumber({ rank });
}

export interface PlanFigures {
  seats: number;
  filled: number;
  empty: number;
  /** Who stands further down a list than another who is not asked for it. */
  moved: number;
  /** What that costs in scores, over all lists. */
  lost: number;
  /** Of its seats the smallest share is filled; null while every seat is. */
  worst: PlannedRequestPartFragment | null;
}

export function figuresOf(requests: readonly PlannedRequestPartFragment[]): PlanFigures {
  const sum = (of: (one: PlannedRequestPartFragment) => number) =>
    requests.reduce((total, one) => total + of(one), 0);
  const needing = requests.filter(({ needed, empty }) => needed > 0 && empty > 0);
  const [worst = null] = needing.toSorted(
    (one, other) => other.empty / other.needed - one.empty / one.needed || other.empty - one.empty,
  );
  return {
    seats: sum(({ needed }) => needed),
    filled: sum(({ needed, empty }) => needed - empty),
    empty: sum(({ empty }) => empty),
    moved: sum((one) => movedIn(one).length),
    lost: sum(lostBy),
    worst,
  };
}

/** Those of a request who stand below the head of its own list. */
export function movedIn({ seats, needed }: PlannedRequestPartFragment): PlanSeatPartFragment[] {
  return seats.filter(({ rank }) => rank > needed);
}

/** What the filled seats cost against as many of the head of its own list. */
export function lostBy({ seats, passedOver }: PlannedRequestPartFragment): number {
  const scores = [...seats, ...passedOver].map(({ score }) => score).sort((one, other) => other - one);
  const best = scores.slice(0, seats.length).reduce((total, score) => total + score, 0);
  return Math.max(0, best - seats.reduce((total, { score }) => total + score, 0));
}

/** For which other requests of the plan somebody is proposed. Whom we see without a name is not followed. */
export function elsewhere(
  { person }: PlanSeatPartFragment,
  { request }: PlannedRequestPartFragment,
  { requests }: PlanPageQuery['plan'],
): string[] {
  if (!person) return [];
  return requests
    .filter((other) => other.request.id !== request.id)
    .filter(({ seats }) => seats.some((seat) => seat.person?.id === person.id))
    .map((other) => other.request.title);
}
