import type { WebSocket } from 'ws';

/** Clients of the protocol give up for good at most codes; these two let them come back. */
export const RESTARTING = 1012;
export const TRY_AGAIN = 1013;
/** These end them: what they did would be no better the next time. */
export const FLOODED = 1008;
export const SIGNED_OUT = 4401;
/** And this one brings them back with their new rights. */
export const RIGHTS_CHANGED = 4403;

const GOODBYE_MS = 5_000;

/** Closes a socket. Who does not answer the goodbye in time, as one that never reads, is cut off. */
export function letGo(socket: WebSocket, code: number, reason: string): void {
  if (socket.readyState !== socket.OPEN) return;
  socket.close(code, reason);
  setTimeout(() => socket.terminate(), GOODBYE_MS).unref();
}
