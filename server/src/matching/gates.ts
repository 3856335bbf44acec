import { judge } from './criteria.ts';
import type { ExpertFacts, Fallen, GateFailure, GatesResult, RequestFacts } from './shapes.ts';
import { by, type Voice } from './voice.ts';
import { counted, dayName } from './wording.ts';
import { day, ended, isFreeIn, windowOf } from './window.ts';

/** The hard gates, in order. Whoever fails one is not ranked; the counts let an empty list explain itself. */
export function passGates(
  request: RequestFacts,
  experts: readonly ExpertFacts[],
  today: string,
  voice: Voice = 'STAFF',
): GatesResult {
  const gates = gatesOf(request, today, voice);
  const stopped = gates.map(() => ({ here: 0, onlyHere: 0 }));
  const remaining: ExpertFacts[] = [];
  for (const expert of experts) {
    const first = firstStop(gates, expert, 0);
    const tally = stopped[first];
    if (!tally) {
      remaining.push(expert);
      continue;
    }
    tally.here += 1;
    if (firstStop(gates, expert, first + 1) === gates.length) tally.onlyHere += 1;
  }
  const fell = gates.flatMap((gate, at) => fallen(gate, stopped[at], remaining.length));
  const known = (id: string) => experts.find((expert) => expert.id === id);
  return { remaining, fell, whyNot: (id) => failed(gates, known(id)) };
}

/** The first gate from here on that stops them; asked of everybody, so nothing is made for it. */
function firstStop(gates: readonly Gate[], expert: ExpertFacts, from: number): number {
  let at = from;
  while (at < gates.length && !gates[at]?.stops(expert)) at++;
  return at;
}

type Gate = Omit<GateFailure, 'says'> & {
  /** "Paused", said of a number of people. */
  saysOf(people: string): string;
  /** Whether this person fails: asked of everybody. */
  stops(expert: ExpertFacts): boolean;
  /** Why, in a sentence: asked of few. */
  whyNot(expert: ExpertFacts): string;
};

function gatesOf(request: RequestFacts, today: string, voice: Voice): Gate[] {
  return [
    ...personGates(request, today, voice),
    ...criterionGates(request, voice),
    availabilityGate(request, today, voice),
  ];
}

function personGates({ ownerId, excludedIds }: RequestFacts, today: string, voice: Voice): Gate[] {
  const is = by(voice, 'Is', 'You are');
  const excluded = new Map(excludedIds.map(({ id, why }) => [id, why]));
  const now = day(today);
  return [
    {
      gate: 'OPEN_TO_MATCHING',
      criterionId: null,
      saysOf: (people) => `${people} not open to being matched.`,
      stops: ({ openToMatching }) => !openToMatching,
      whyNot: () => `${is} not open to being matched.`,
    },
    {
      gate: 'OWN_REQUEST',
      criterionId: null,
      saysOf: (people) => `${people} the owner of this request.`,
      stops: ({ id }) => id === ownerId,
      whyNot: () => `${by(voice, 'Owns', 'You own')} this request.`,
    },
    {
      gate: 'EXCLUDED',
      criterionId: null,
      saysOf: (people) => `${people} excluded by a declaration.`,
      stops: ({ id }) => excluded.size > 0 && excluded.has(id),
      whyNot: ({ id }) => by(voice, `Is excluded by a declaration: ${excluded.get(id)}`, YOUR_INTEREST),
    },
    {
      gate: 'PAUSED',
      criterionId: null,
      saysOf: (people) => `${people} pausing.`,
      stops: ({ pausedUntil }) => pausedUntil !== null && day(pausedUntil) > now,
      whyNot: ({ pausedUntil }) => `${is} pausing until ${dayName(pausedUntil ?? today)}.`,
    },
    {
      gate: 'LOAD_CAP',
      criterionId: null,
      saysOf: (people) => `${people} at the limit they set for themselves.`,
      stops: ({ load, loadCap }) => loadCap !== null && load >= loadCap,
      whyNot: ({ load, loadCap }) =>
        `${is} at the limit ${by(voice, 'they', 'you')} set: ${load} of ${loadCap} at once.`,
    },
  ];
}

/** Registrations first, then the other essentials as the request lists them. */
function criterionGates({ criteria }: RequestFacts, voice: Voice): Gate[] {
  const essentials = criteria.filter(({ importance }) => importance === 'ESSENTIAL');
  const registrations = essentials.filter(({ kind }) => kind === 'REGISTRATION');
  const others = essentials.filter(({ kind }) => kind !== 'REGISTRATION');
  return [...registrations, ...others].map((criterion) => ({
    gate: criterion.kind === 'REGISTRATION' ? 'REGISTRATION' : 'ESSENTIAL',
    criterionId: criterion.id,
    saysOf: (people) => `${people} without the essential “${bare(criterion.says)}”.`,
    stops: (expert) => judge(criterion, expert, undefined, voice).met !== 'EXACT',
    whyNot(expert) {
      const { why } = judge(criterion, expert, undefined, voice);
      return `${by(voice, 'Does not', 'You do not')} meet the essential “${bare(criterion.says)}”: ${why.join(' ')}`;
    },
  }));
}

function availabilityGate(request: RequestFacts, today: string, voice: Voice): Gate {
  const window = windowOf(request, today);
  const days = ended(window);
  const when =
    window.to === null
      ? `from ${dayName(window.from)}`
      : `between ${dayName(window.from)} and ${dayName(window.to)}`;
  return {
    gate: 'AVAILABILITY',
    criterionId: null,
    saysOf: (people) => `${people} not free ${when}.`,
    stops: (expert) => !isFreeIn(expert, days),
    whyNot: () => `${by(voice, 'Is', 'You are')} not free ${when}.`,
  };
}

/** Who assessed it, and what they noted, is staff's own business. */
const YOUR_INTEREST = 'You declared an interest that stands in the way.';

function failed(gates: readonly Gate[], expert: ExpertFacts | undefined): GateFailure[] {
  if (!expert) return [];
  return gates
    .filter((gate) => gate.stops(expert))
    .map(({ gate, criterionId, whyNot }) => ({ gate, criterionId, says: whyNot(expert) }));
}

type Tally = { here: number; onlyHere: number };

/** Each person counts once, at the first gate they fail. */
function fallen(gate: Gate, tally: Tally | undefined, remaining: number): Fallen[] {
  if (!tally || tally.here === 0) return [];
  const { here: count, onlyHere } = tally;
  const says = gate.saysOf(`${counted(count, 'person', 'people')} ${count === 1 ? 'is' : 'are'}`);
  return [
    { gate: gate.gate, criterionId: gate.criterionId, says, count, remainIfLifted: remaining + onlyHere },
  ];
}

/** A criterion's sentence without its full stop, to stand inside another. */
function bare(says: string): string {
  return says.trim().replace(/[.\s]+$/, '');
}
