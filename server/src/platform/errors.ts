import { GraphQLError } from 'graphql';

export type DoorCode = 'NOT_FOUND' | 'UNAUTHENTICATED' | 'SECOND_STEP_NEEDED';

/**
 * A closed door, with the same words at each: what the viewer may not see answers exactly as what does not
 * exist, and which of the two it is cannot be told from which door was closed.
 */
export function closedDoor(code: DoorCode = 'NOT_FOUND'): never {
  throw new GraphQLError(SAYS[code], { extensions: { code } });
}

const SAYS: Record<DoorCode, string> = {
  NOT_FOUND: 'There is no such thing.',
  UNAUTHENTICATED: 'Sign in to do this.',
  SECOND_STEP_NEEDED: 'Set up the second step of your sign-in first: this hub requires it of staff.',
};

export function notSignedIn(): never {
  return closedDoor('UNAUTHENTICATED');
}

/** Input no form can send: wrong ids, forged cursors, pages too long. */
export function badInput(message: string): never {
  throw new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
