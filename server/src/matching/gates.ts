import { judge } from './criteria.ts';
import type { ExpertFacts, Fallen, GateFailure, GatesResult, RequestFacts } from './shapes.ts';
import { counted, dayName } from './wording.ts';
import { day, freeDays, windowOf } from './window.ts';

/** The hard gates, in order. Whoever fails one is not ranked; the counts let an empty list explain itself. */
export function passGates(
  request: RequestFacts,
  experts: readonly ExpertFacts[],
  today: string,
): GatesResult {
  const gates = gatesOf(request, today);
  const failures = new Map(experts.map((expert) => [expert.id, failed(gates, expert)]));
  const remaining = experts.filter(({ id }) => failures.get(id)?.length === 0);
  const fell = gates.flatMap((gate) => fallen(gate, [...failures.values()], remaining.length));
  return { remaining, fell, whyNot: (id) => failures.get(id) ?? [] };
}

type Gate = Omit<GateFailure, 'says'> & {
  /** "Paused", said of a number of people. */
  saysOf(people: string): string;
  /** Why this person fails, in a sentence, or null when they pass. */
  whyNot(expert: ExpertFacts): string | null;
};

function gatesOf(request: RequestFacts, today: string): Gate[] {
  return [...personGates(request, today), ...criterionGates(request), availabilityGate(request, today)];
}

function personGates({ ownerId, excludedIds }: RequestFacts, today: string): Gate[] {
  const excluded = new Map(excludedIds.map(({ id, why }) => [id, why]));
  return [
    {
      gate: 'OPEN_TO_MATCHING',
      criterionId: null,
      saysOf: (people) => `${people} not open to being matched.`,
      whyNot: ({ openToMatching }) => (openToMatching ? null : 'Is not open to being matched.'),
    },
    {
      gate: 'OWN_REQUEST',
      criterionId: null,
      saysOf: (people) => `${people} the owner of this request.`,
      whyNot: ({ id }) => (id === ownerId ? 'Owns this request.' : null),
    },
    {
      gate: 'EXCLUDED',
      criterionId: null,
      saysOf: (people) => `${people} excluded by a declaration.`,
      whyNot: ({ id }) => (excluded.has(id) ? `Is excluded by a declaration: ${excluded.get(id)}` : null),
    },
    {
      gate: 'PAUSED',
      criterionId: null,
      saysOf: (people) => `${people} pausing.`,
      whyNot: ({ pausedUntil }) =>
        pausedUntil !== null && day(pausedUntil) > day(today)
          ? `Is pausing until ${dayName(pausedUntil)}.`
          : null,
    },
    {
      gate: 'LOAD_CAP',
      criterionId: null,
      saysOf: (people) => `${people} at the limit they set for themselves.`,
      whyNot: ({ load, loadCap }) =>
        loadCap !== null && load >= loadCap
          ? `Is at the limit they set: ${load} of ${loadCap} at once.`
          : null,
    },
  ];
}

/** Registrations first, then the other essentials as the request lists them. */
function criterionGates({ criteria }: RequestFacts): Gate[] {
  const essentials = criteria.filter(({ importance }) => importance === 'ESSENTIAL');
  const registrations = essentials.filter(({ kind }) => kind === 'REGISTRATION');
  const others = essentials.filter(({ kind }) => kind !== 'REGISTRATION');
  return [...registrations, ...others].map((criterion) => ({
    gate: criterion.kind === 'REGISTRATION' ? 'REGISTRATION' : 'ESSENTIAL',
    criterionId: criterion.id,
    saysOf: (people) => `${people} without the essential “${bare(criterion.says)}”.`,
    whyNot(expert) {
      const { met, why } = judge(criterion, expert);
      return met === 'EXACT'
        ? null
        : `Does not meet the essential “${bare(criterion.says)}”: ${why.join(' ')}`;
    },
  }));
}

function availabilityGate(request: RequestFacts, today: string): Gate {
  const window = windowOf(request, today);
  const when =
    window.to === null
      ? `from ${dayName(window.from)}`
      : `between ${dayName(window.from)} and ${dayName(window.to)}`;
  return {
    gate: 'AVAILABILITY',
    criterionId: null,
    saysOf: (people) => `${people} not free ${when}.`,
    whyNot: (expert) => (freeDays(expert, window) === 0 ? `Is not free ${when}.` : null),
  };
}

type Failure = GateFailure & { by: Gate };

function failed(gates: readonly Gate[], expert: ExpertFacts): Failure[] {
  return gates.flatMap((by) => {
    const says = by.whyNot(expert);
    return says === null ? [] : [{ gate: by.gate, criterionId: by.criterionId, says, by }];
  });
}

/** Each person counts once, at the first gate they fail. */
function fallen(gate: Gate, all: readonly Failure[][], remaining: number): Fallen[] {
  const count = all.filter(([first]) => first?.by === gate).length;
  if (count === 0) return [];
  const onlyThis = all.filter(([first, second]) => first?.by === gate && !second).length;
  const says = gate.saysOf(`${counted(count, 'person', 'people')} ${count === 1 ? 'is' : 'are'}`);
  return [
    { gate: gate.gate, criterionId: gate.criterionId, says, count, remainIfLifted: remaining + onlyThis },
  ];
}

/** A criterion's sentence without its full stop, to stand inside another. */
function bare(says: string): string {
  return says.trim().replace(/[.\s]+$/, '');
}
