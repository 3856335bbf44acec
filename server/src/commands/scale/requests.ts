import type { Chance } from './chance.ts';
import type { Row } from './insert.ts';
import type { BulkPerson } from './people.ts';
import { OUTCOMES_WANTED, PROBLEMS, REQUEST_TITLES, TRIED } from './sentences.ts';
import { CONTRIBUTIONS, COUNTRIES, EXPERTISE, LANGUAGES } from './words.ts';
import { fill } from './writing.ts';

export type BulkState = 'OPEN' | 'IN_PROGRESS' | 'CLOSED' | 'SUBMITTED';

export interface BulkRequest {
  id: string;
  state: BulkState;
  staff: BulkPerson;
  openedAt: Date;
  row: Row;
  criteria: Row[];
  moves: Row[];
}

const DAY_MS = 86_400_000;
/** Six of ten are open, as in a hub that is used. */
const STATES: BulkState[] = [
  'OPEN',
  'OPEN',
  'IN_PROGRESS',
  'OPEN',
  'CLOSED',
  'OPEN',
  'OPEN',
  'CLOSED',
  'OPEN',
  'SUBMITTED',
];
const WAY = [
  'DRAFT',
  'SUBMITTED',
  'OPEN',
  'CLOSED_TO_RESPONSES',
  'ASSESSING',
  'MATCHED',
  'IN_PROGRESS',
  'DELIVERED',
  'CLOSED',
];
const STEP_DAYS = [0, 0, 1, 15, 16, 20, 21, 45, 48];

export interface BulkProgramme {
  id: string;
  staff: BulkPerson[];
}

export function bulkRequests(
  chance: Chance,
  programmes: readonly BulkProgramme[],
  count: number,
  now: Date,
): BulkRequest[] {
  return Array.from({ length: count }, (_, at) => {
    const state = STATES[at % STATES.length] ?? 'OPEN';
    const programme = chance.pick(programmes);
    const staff = chance.pick(programme.staff);
    const age = state === 'OPEN' || state === 'SUBMITTED' ? chance.between(2, 12) : chance.between(60, 400);
    const madeAt = new Date(now.getTime() - age * DAY_MS);
    const id = chance.idAt(madeAt);
    const moves = movesOf(chance, { id, state, byId: staff.id, madeAt });
    const topic = chance.pick(EXPERTISE);
    const openedAt = new Date(madeAt.getTime() + DAY_MS);
    const row = {
      ...{
        id,
        programme_id: programme.id,
        owner_id: staff.id,
        state,
        version: moves.length + 1,
        created_at: madeAt,
      },
      ...wordsOf(chance, topic),
      ...{ mode: chance.pick(['REMOTE', 'REMOTE', 'HYBRID', 'IN_PERSON']), country: chance.pick(COUNTRIES) },
      ...{
        contribution_types: chance.some(CONTRIBUTIONS, 2),
        effort_hours: chance.between(2, 24),
        people_needed: chance.between(1, 4),
      },
      ...{ sensitivity: chance.isIn(15) ? 'VERIFIED' : 'PUBLIC', time_zone: 'Europe/London' },
      ...{ opened_at: state === 'SUBMITTED' ? null : openedAt, ...datesOf(chance, madeAt) },
    };
    return { id, state, staff, openedAt, row, criteria: criteriaOf(chance, id, topic, madeAt), moves };
  });
}

function wordsOf(chance: Chance, topic: string): Row {
  const problem = fill(chance.pick(PROBLEMS), chance, topic);
  return {
    ...{ title: fill(chance.pick(REQUEST_TITLES), chance, topic), summary: problem, problem },
    ...{
      desired_outcome: chance.pick(OUTCOMES_WANTED),
      already_tried: chance.pick(TRIED),
      expenses: 'Travel is paid.',
    },
  };
}

function datesOf(chance: Chance, madeAt: Date): Row {
  const later = (days: number) => new Date(madeAt.getTime() + days * DAY_MS);
  const closes = chance.between(14, 40);
  return {
    closes_at: later(closes),
    questions_close_at: later(closes - 3),
    needed_by: later(closes + 14)
      .toISOString()
      .slice(0, 10),
  };
}

function movesOf(
  chance: Chance,
  { id, state, byId, madeAt }: { id: string; state: BulkState; byId: string; madeAt: Date },
): Row[] {
  return WAY.slice(1, WAY.indexOf(state) + 1).map((to, step) => {
    const at = new Date(madeAt.getTime() + (STEP_DAYS[step + 1] ?? 0) * DAY_MS);
    return { id: chance.idAt(at), request_id: id, from_state: WAY[step], to_state: to, by_id: byId, at };
  });
}

function criteriaOf(chance: Chance, requestId: string, topic: string, at: Date): Row[] {
  const code = chance.pick(CONTRIBUTIONS);
  const tag = chance.pick(LANGUAGES);
  const country = chance.pick(COUNTRIES);
  const all: [importance: string, kind: string, value: string, level: string | null, says: string][] = [
    ['ESSENTIAL', 'EXPERTISE', topic, 'WORKING', `Works on ${topic.toLowerCase()}.`],
    ['ESSENTIAL', 'CONTRIBUTION', code, null, 'Offers what is asked for.'],
    ['DESIRABLE', 'COUNTRY', country, null, 'Has worked in the country.'],
    ['DESIRABLE', 'LANGUAGE', tag, 'B1', 'Gets by in the language.'],
  ];
  return all.map(([importance, kind, value, level, says], position) => ({
    ...{
      id: chance.idAt(at),
      request_id: requestId,
      position: position + 1,
      importance,
      kind,
      value,
      level,
      says,
    },
  }));
}
