import { WebSocket } from 'ws';
import type { Door } from './ask.ts';

/** As the pages ask for it, save that only what a proof looks at is named. */
export const FOLLOW = `subscription FollowFeed($cursors: [CursorInput!]!) { feed(cursors: $cursors) { __typename
  ... on Batch { stream fromSeq toSeq events { seq type subjectId subjectVersion at
    subject { __typename ... on FeedReply { id number html lang postedAt version author { id handle displayName } } } } }
  ... on CaughtUp { at } ... on Reset { stream reason successor } ... on AccessChanged { stream }
  ... on Heads { heads { stream head } at } } }`;

export interface Cursor {
  stream: string;
  epoch: number;
  seq: number;
}

export interface Item {
  __typename: 'Batch' | 'CaughtUp' | 'Reset' | 'AccessChanged' | 'Heads';
  stream: string;
  fromSeq: number;
  toSeq: number;
  events: { seq: number; type: string; subjectId: string; at: string }[];
  reason: string;
  successor: string | null;
  heads: { stream: string; head: number }[];
}

/** A socket at the hub's door, dressed as a page of ours. */
export function knock(door: Door, cookie: string, options: object = {}): WebSocket {
  const url = `${door.origin.replace('http', 'ws').replace('localhost', '127.0.0.1')}/graphql`;
  return new WebSocket(url, 'graphql-transport-ws', {
    perMessageDeflate: false,
    handshakeTimeout: 20_000,
    ...options,
    headers: { cookie, origin: door.origin },
  });
}

export const INIT = '{"type":"connection_init"}';

export function subscribing(id: string, cursors: Cursor[], query = FOLLOW): string {
  return JSON.stringify({ id, type: 'subscribe', payload: { query, variables: { cursors } } });
}

/** Opens a socket, follows, and hands on each message as it came. */
export function followed(
  door: Door,
  cookie: string,
  cursors: Cursor[],
  hear: (text: Buffer) => void,
  closed: (code: number) => void,
): WebSocket {
  const socket = knock(door, cookie);
  socket.on('error', () => {});
  socket.on('open', () => socket.send(INIT));
  socket.once('message', () => {
    socket.send(subscribing('1', cursors));
    socket.on('message', (text: Buffer) => hear(text));
  });
  socket.on('close', closed);
  return socket;
}
