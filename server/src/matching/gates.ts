import { judge } from './criteria.ts';
import type { Remark } from './remark.ts';
import type { Sieve } from './rows-stopped.ts';
import { sift } from './sift.ts';
import type { ExpertFacts, Fallen, GateFailure, GatesResult, RequestFacts } from './shapes.ts';
import { day, ended, isFreeIn, windowOf, type Span } from './window.ts';

/** The hard gates, in order. Whoever fails one is not ranked; the counts let an empty list explain itself. */
export function passGates(
  request: RequestFacts,
  experts: readonly ExpertFacts[],
  today: string,
): GatesResult {
  const gates = gatesOf(request, today);
  const { places, stopped } = sift(gates, experts, { request, today });
  const fell = gates.flatMap((gate, at) => fallen(gate, stopped[at], places.length));
  const known = (id: string) => experts.find((expert) => expert.id === id);
  return {
    places,
    get remaining() {
      return Array.from(places, (at) => experts[at]).filter((expert) => expert !== undefined);
    },
    fell,
    whyNot: (id) => failed(gates, known(id)),
  };
}

type Gate = Sieve &
  Omit<GateFailure, 'remark'> & {
    /** That so many fell here. */
    fell(people: number): Remark;
    /** Why: asked of few. */
    whyNot(expert: ExpertFacts): Remark;
  };

function gatesOf(request: RequestFacts, today: string): Gate[] {
  return [
    ...personGates(request, today),
    ...criterionGates(request),
    availabilityGate(windowOf(request, today)),
  ];
}

function personGates({ ownerId, excludedIds }: RequestFacts, today: string): Gate[] {
  const excluded = new Map(excludedIds.map(({ id, why }) => [id, why]));
  const now = day(today);
  const gates: (Pick<Gate, 'stops' | 'whyNot'> & { gate: PersonGate })[] = [
    {
      gate: 'OPEN_TO_MATCHING',
      stops: ({ openToMatching }) => !openToMatching,
      whyNot: () => ({ kind: 'NOT_OPEN' }),
    },
    {
      gate: 'OWN_REQUEST',
      stops: ({ id }) => id === ownerId,
      whyNot: () => ({ kind: 'OWNS' }),
    },
    {
      gate: 'EXCLUDED',
      stops: ({ id }) => excluded.size > 0 && excluded.has(id),
      whyNot: ({ id }) => ({ kind: 'EXCLUDED', why: excluded.get(id) ?? '' }),
    },
    {
      gate: 'PAUSED',
      stops: ({ pausedUntil }) => pausedUntil !== null && day(pausedUntil) > now,
      whyNot: ({ pausedUntil }) => ({ kind: 'PAUSED', until: day(pausedUntil ?? today) }),
    },
    {
      gate: 'LOAD_CAP',
      stops: ({ load, loadCap }) => loadCap !== null && load >= loadCap,
      whyNot: ({ load, loadCap }) => ({ kind: 'AT_LIMIT', load, loadCap: loadCap ?? load }),
    },
  ];
  return gates.map((each) => ({
    ...each,
    criterionId: null,
    fell: (people) => ({ kind: 'FELL', at: each.gate, people }),
  }));
}

type PersonGate = Extract<Remark, { kind: 'FELL' }>['at'];

/** Registrations first, then the other essentials as the request lists them. */
function criterionGates({ criteria }: RequestFacts): Gate[] {
  const essentials = criteria.filter(({ importance }) => importance === 'ESSENTIAL');
  const registrations = essentials.filter(({ kind }) => kind === 'REGISTRATION');
  const others = essentials.filter(({ kind }) => kind !== 'REGISTRATION');
  return [...registrations, ...others].map((criterion) => {
    const essential = bare(criterion.says);
    return {
      gate: criterion.kind === 'REGISTRATION' ? 'REGISTRATION' : 'ESSENTIAL',
      criterionId: criterion.id,
      criterion,
      fell: (people) => ({ kind: 'FELL_WITHOUT', essential, people }),
      stops: (expert) => judge(criterion, expert).met !== 'EXACT',
      whyNot: (expert) => ({ kind: 'MISSES', essential, why: judge(criterion, expert).why }),
    };
  });
}

function availabilityGate(when: Span): Gate {
  const days = ended(when);
  return {
    gate: 'AVAILABILITY',
    criterionId: null,
    fell: (people) => ({ kind: 'FELL_NOT_FREE', when, people }),
    stops: (expert) => !isFreeIn(expert, days),
    whyNot: () => ({ kind: 'NOT_FREE', when }),
  };
}

function failed(gates: readonly Gate[], expert: ExpertFacts | undefined): GateFailure[] {
  if (!expert) return [];
  return gates
    .filter((gate) => gate.stops(expert))
    .map(({ gate, criterionId, whyNot }) => ({ gate, criterionId, remark: whyNot(expert) }));
}

type Tally = { here: number; onlyHere: number };

/** Each person counts once, at the first gate they fail. */
function fallen(gate: Gate, tally: Tally | undefined, remaining: number): Fallen[] {
  if (!tally || tally.here === 0) return [];
  const { here: count, onlyHere } = tally;
  const remark = gate.fell(count);
  return [
    { gate: gate.gate, criterionId: gate.criterionId, remark, count, remainIfLifted: remaining + onlyHere },
  ];
}

/** A criterion's sentence without its full stop, to stand inside another. */
function bare(says: string): string {
  return says.trim().replace(/[.\s]+$/, '');
}
