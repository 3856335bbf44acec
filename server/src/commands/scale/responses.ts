import type { Chance } from './chance.ts';
import type { Row } from './insert.ts';
import type { BulkPerson } from './people.ts';
import type { BulkRequest } from './requests.ts';
import { OFFERS } from './sentences.ts';

const DAY_MS = 86_400_000;

/** What was answered and what came of it, by table. */
export interface BulkAnswers {
  response: Row[];
  declaration: Row[];
  engagement: Row[];
  outcome: Row[];
  workload: Row[];
}

/** How each response of a request stands, by the request's state. */
const STANDING: Record<BulkRequest['state'], string[]> = {
  OPEN: ['SUBMITTED', 'SUBMITTED', 'DECLINED'],
  IN_PROGRESS: ['ENGAGED', 'NOT_SELECTED'],
  CLOSED: ['COMPLETED', 'COMPLETED', 'NOT_SELECTED'],
  SUBMITTED: [],
};

export function bulkAnswers(
  chance: Chance,
  requests: readonly BulkRequest[],
  people: readonly BulkPerson[],
): BulkAnswers {
  const answers: BulkAnswers = { response: [], declaration: [], engagement: [], outcome: [], workload: [] };
  const experts = people.filter(({ isVerified, isStaff }) => isVerified && !isStaff);
  for (const request of requests) {
    const states = STANDING[request.state];
    for (const [at, person] of chance.some(experts, states.length).entries()) {
      keepAnswer(chance, answers, request, person, states[at] ?? 'SUBMITTED');
    }
    if (request.state === 'CLOSED') answers.outcome.push(outcomeOf(chance, request));
  }
  return answers;
}

function keepAnswer(
  chance: Chance,
  answers: BulkAnswers,
  request: BulkRequest,
  person: BulkPerson,
  state: string,
): void {
  const later = (days: number) => new Date(request.openedAt.getTime() + days * DAY_MS);
  const at = later(1);
  const id = chance.idAt(at);
  const isNo = state === 'DECLINED';
  const isAtWork = state === 'ENGAGED' || state === 'COMPLETED';
  answers.response.push({
    ...{
      id,
      request_id: request.id,
      person_id: person.id,
      state,
      criteria: [],
      version: 2,
      latest_at: isAtWork ? later(21) : at,
    },
    ...{ answer: isNo ? 'NO' : 'YES', text: isNo ? '' : chance.pick(OFFERS), submitted_at: isNo ? null : at },
    ...{
      decline_reason: isNo ? 'TIME' : null,
      feedback: state === 'NOT_SELECTED' ? 'Others were nearer to the question.' : null,
    },
  });
  if (isNo) return;
  const isAssessed = state !== 'SUBMITTED';
  answers.declaration.push({
    ...{
      id: chance.idAt(at),
      response_id: id,
      has_interests: false,
      confidentiality: true,
      employer_consent: true,
    },
    ...{ assessment: isAssessed ? 'NONE' : null, assessed_by_id: isAssessed ? request.staff.id : null },
    assessed_at: isAssessed ? later(16) : null,
  });
  if (!isAtWork) return;
  const done = state === 'COMPLETED' ? later(44) : null;
  answers.engagement.push({
    ...{
      id: chance.idAt(at),
      response_id: id,
      hours: chance.between(2, 24),
      deliverables: 'As the request says.',
    },
    ...{ agreed_at: later(20), completed_at: done },
  });
  answers.workload.push({
    ...{
      person_id: person.id,
      request_id: request.id,
      state: 'ENGAGED',
      since: later(21),
      engaged_at: later(21),
      ended_at: done,
    },
  });
}

function outcomeOf(chance: Chance, request: BulkRequest): Row {
  const at = new Date(request.openedAt.getTime() + 46 * DAY_MS);
  return {
    ...{
      id: chance.idAt(at),
      request_id: request.id,
      result: 'A short guide, reviewed by two experts and tried by the partner.',
    },
    ...{
      used_how: 'It is read at induction.',
      changed_what: 'Questions that took a week are answered on the day.',
    },
    ...{ lesson: 'Ask earlier.', recorded_at: at, recorded_by_id: request.staff.id },
  };
}
