import { announce, event, type EventKind } from '../platform/announce.ts';
import type { EntityManager } from '../platform/database.ts';
import { rightsChanged } from '../people/person.events.ts';
import type { Question } from './question.ts';
import { Sensitivity } from './request.kinds.ts';
import { requestStaffStream, requestStream, type Request } from './request.ts';

export const requestDrafted = event('request.drafted');
export const requestEdited = event('request.edited');
export const requestMoved = event('request.moved');
export const questionAsked = event('question.asked');
export const questionAnswered = event('question.answered');

/**
 * Tells everyone whom a change of the request concerns: its staff and its owner always, those who read it in
 * full once it was published, and the whole hub if it is public. Tell after the entity has changed.
 */
export function tellOfRequest(em: EntityManager, request: Request, kind: EventKind, wasPublic = false): void {
  const about = { kind, subjectId: request.id, subjectVersion: request.version };
  announce(em, { stream: requestStaffStream(request.id), ...about });
  announce(em, { stream: `person:${request.owner.id}`, ...about });
  if (!request.isPublished) return;
  announce(em, { stream: requestStream(request.id), ...about });
  if (wasPublic || request.sensitivity === Sensitivity.PUBLIC) announce(em, { stream: 'hub', ...about });
}

/** Who may read the request has changed: followers are authorised anew before anything later reaches them. */
export function tellOfRequestRights(em: EntityManager, request: Request): void {
  announce(em, {
    stream: 'access',
    kind: rightsChanged,
    subjectId: request.id,
    subjectVersion: request.version,
    payload: { stream: requestStream(request.id) },
  });
}

export function tellOfQuestion(
  em: EntityManager,
  request: Request,
  kind: typeof questionAsked,
  question: Question,
): void {
  announce(em, {
    stream: requestStream(request.id),
    kind,
    subjectId: question.id,
    subjectVersion: question.version,
  });
}
