import { announce, event, type EventKind } from '../platform/announce.ts';
import type { EntityManager } from '../platform/database.ts';
import { requestStaffStream } from '../requests/request.ts';
import type { Response } from './response.ts';

export const responseMoved = event('response.moved');
export const responseEdited = event('response.edited');

/** Tells the person's own pages and the request's staff: nobody else ever hears of a response. */
export function tellOfResponse(em: EntityManager, response: Response, kind: EventKind): void {
  const about = { kind, subjectId: response.id, subjectVersion: response.version };
  announce(em, { stream: requestStaffStream(response.request.id), ...about });
  announce(em, { stream: `person:${response.person.id}`, ...about });
}
