import { Switchboard } from './switchboard.ts';
import { TabSocket } from './tab-socket.ts';
import { takeTurns } from './turns.ts';

const PROTOCOL = 'graphql-transport-ws';

/**
 * What stands for a socket in this tab: the one that all tabs of this person share, and now and then one of our own. Who
 * signs in here as somebody else shares nothing with the tabs that were left open.
 */
export function sharedSocket(url: string, hello: { person: string }): unknown {
  const own = () => new WebSocket(url, PROTOCOL);
  if (!navigator.locks || typeof BroadcastChannel === 'undefined') return WebSocket;
  const name = `hub-live ${hello.person}`;
  const channel = () => new BroadcastChannel(name);
  let isAlone = false;

  takeTurns(name, () => {
    const switchboard = new Switchboard(channel(), hello, own);
    return () => switchboard.stop();
  });
  function Shared(): WebSocket | TabSocket {
    if (!isAlone) return new TabSocket(channel(), () => (isAlone = true));
    isAlone = false;
    return own();
  }
  const { CONNECTING, OPEN, CLOSING, CLOSED } = WebSocket;
  return Object.assign(Shared, { CONNECTING, OPEN, CLOSING, CLOSED });
}
