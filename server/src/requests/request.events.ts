import { announce, event, type EventKind } from '../platform/announce.ts';
import type { EntityManager } from '../platform/database.ts';
import { rightsChanged } from '../people/person.events.ts';
import type { Question } from './question.ts';
import { requestStaffStream, requestStream, type Request } from './request.ts';

export const requestDrafted = event('request.drafted');
export const requestEdited = event('request.edited');
export const requestMoved = event('request.moved');
export const questionAsked = event('question.asked');
export const questionAnswered = event('question.answered');

export const requestDecidersChanged = event('request.deciders-changed');

/**
 * Tells everyone whom a change of the request concerns: its staff and its owner always, and once it was published
 * those who read it in full and the hub, where everyone signed in knows of it. Tell after the entity has changed.
 */
export function tellOfRequest(em: EntityManager, request: Request, kind: EventKind): void {
  const about = { kind, subjectId: request.id, subjectVersion: request.version };
  announce(em, { stream: requestStaffStream(request.id), ...about });
  announce(em, { stream: `person:${request.owner.id}`, ...about });
  if (!request.isPublished) return;
  announce(em, { stream: requestStream(request.id), ...about });
  announce(em, { stream: 'hub', ...about });
}

export const requestRevealed = event('request.revealed');

/** Tells the other pages of whoever asked who the matches are. Nobody else sees more than before. */
export function tellOfReveal(em: EntityManager, personId: string, request: Request): void {
  const about = { subjectId: request.id, subjectVersion: request.version };
  announce(em, { stream: `person:${personId}`, kind: requestRevealed, ...about });
}

/** Tells its staff that somebody else may decide on it, or no longer does. */
export function tellOfDeciders(em: EntityManager, request: Request): void {
  const about = { subjectId: request.id, subjectVersion: request.version };
  announce(em, { stream: requestStaffStream(request.id), kind: requestDecidersChanged, ...about });
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
