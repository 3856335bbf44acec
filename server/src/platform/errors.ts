import { GraphQLError } from 'graphql';

export type DoorCode = 'NOT_FOUND' | 'UNAUTHENTICATED';

/** A closed door: what the viewer may not see answers exactly as what does not exist. */
export function closedDoor(code: DoorCode = 'NOT_FOUND', message = 'There is no such thing.'): never {
  throw new GraphQLError(message, { extensions: { code } });
}

export function notSignedIn(): never {
  return closedDoor('UNAUTHENTICATED', 'Sign in to do this.');
}

/** Input no form can send: wrong ids, forged cursors, pages too long. */
export function badInput(message: string): never {
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
