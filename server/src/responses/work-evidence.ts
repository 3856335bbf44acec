import { EvidenceKind, EvidenceSource } from '../people/evidence.ts';
import { writeEvidence, type EvidenceLine } from '../people/evidence.writing.ts';
import type { EntityManager } from '../platform/database.ts';
import { newId } from '../platform/ids.ts';
import { rows, sql } from '../platform/sql.ts';
import type { Request } from '../requests/request.ts';
import { Sensitivity } from '../requests/request.kinds.ts';
import type { Outcome } from './outcome.ts';
import type { Response } from './response.ts';

/**
 * Notes on the expert's profile that they did this work. What the request says to members alone is not told there: of such
 * a request only the title, which every member may read, and never to visitors.
 */
export async function noteWork(
  em: EntityManager,
  request: Request,
  response: Response,
  day: string,
): Promise<void> {
  await writeEvidence(em, [
    {
      personId: response.person.id,
      put: [
        {
          ...{ id: newId(), kind: EvidenceKind.CONTRIBUTION, title: request.title, day },
          body: isPublic(request) ? request.summary : '',
          ...{ source: EvidenceSource.HUB, originId: response.id, membersOnly: !isPublic(request) },
        },
      ],
    },
  ]);
}

/** Puts what came of a public request in place of what was asked, on the profile of each who did the work and kept the note. */
export async function noteOutcome(em: EntityManager, request: Request, outcome: Outcome): Promise<void> {
  if (!isPublic(request)) return;
  const noted = await rows<EvidenceLine & { personId: string }>(
    em,
    sql`
    select e.id, e.person_id as "personId", e.day::text as day, e.title from evidence e join response s on s.id = e.origin_id
    where s.request_id = ${request.id} order by e.person_id`,
  );
  const body = [outcome.result, outcome.usedHow, outcome.changedWhat].filter(Boolean).join('\n\n');
  await writeEvidence(
    em,
    noted.map(({ personId, ...note }) => ({
      personId,
      put: [{ ...note, kind: EvidenceKind.OUTCOME, body, source: EvidenceSource.HUB }],
    })),
  );
}

function isPublic({ sensitivity }: Request): boolean {
  return sensitivity === Sensitivity.PUBLIC;
}
