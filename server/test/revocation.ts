import { randomUUID } from 'node:crypto';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { Person, Role } from '../src/people/person.ts';
import { announce, event } from '../src/platform/announce.ts';
import { actAlone } from '../src/platform/own-act.ts';
import { firstRow, sql } from '../src/platform/sql.ts';
import { ProgrammeStaff } from '../src/requests/programme.ts';
import { Group } from '../src/strands/group.ts';
import { Membership, MembershipRole, MembershipState } from '../src/strands/membership.ts';
import { as, PROBLEMS } from './as.ts';
import { address, ask, FOLLOW, ORIGIN, signUp, type Item } from './caller.ts';
import { cast, type Cast } from './cast.ts';
import { hub } from './hub.ts';
import { openRequestOf } from './requests.ts';
import { sayYes } from './responses.ts';

/** Somebody on a real socket, and what they may still read before their right to it goes. */
export interface Room extends Cast {
  cookie: string;
  reader: Person;
  /** A group that everyone signed in reads, led by Kofi. */
  open: Group;
  requestId: string;
}

export interface Revocation {
  name: string;
  stream: (room: Room) => string;
  revoke: (room: Room) => Promise<unknown>;
  /** How the socket learns of it. */
  ends: 'AccessChanged' | 4401 | 4403;
}

const mutation = (name: string) => {
  const type = name.charAt(0).toUpperCase() + name.slice(1);
  return `mutation ($input: ${type}Input!) { ${name}(input: $input) { __typename ${PROBLEMS} } }`;
};
const send = async (person: Person, name: string, input: Record<string, unknown>) => {
  const answer = await as(person).send(mutation(name), input);
  if (String(answer.__typename) === 'Rejected') throw new Error(JSON.stringify(answer));
};
const staffStream = ({ requestId }: Room) => `request:${requestId}:staff`;

/** Every way in which somebody may lose the right to read a stream. */
export const REVOCATIONS: Revocation[] = [
  {
    name: 'a member is put out of a private group',
    stream: ({ advisers }) => advisers.stream,
    revoke: ({ kofi, advisers, reader }) =>
      send(kofi, 'removeMember', { groupId: advisers.id, personId: reader.id }),
    ends: 'AccessChanged',
  },
  {
    name: 'an open group is made private',
    stream: ({ open }) => open.stream,
    revoke: ({ kofi, open }) =>
      send(kofi, 'changePrivacy', { groupId: open.id, version: 1, privacy: 'PRIVATE' }),
    ends: 'AccessChanged',
  },
  {
    name: 'staff declare a conflict',
    stream: staffStream,
    revoke: ({ reader, requestId }) => send(reader, 'declareConflict', { requestId, conflicted: true }),
    ends: 'AccessChanged',
  },
  {
    name: 'staff are members again',
    stream: staffStream,
    revoke: ({ ada, reader }) => send(ada, 'changeRole', { personId: reader.id, role: 'MEMBER' }),
    ends: 4403,
  },
  {
    name: 'somebody is suspended',
    stream: () => 'hub',
    revoke: ({ ada, reader }) => send(ada, 'suspendPerson', { personId: reader.id, suspended: true }),
    ends: 4401,
  },
  {
    name: 'somebody signs out',
    stream: ({ reader }) => `person:${reader.id}`,
    revoke: ({ cookie }) =>
      fetch(`http://${address}/api/auth/sign-out`, {
        method: 'POST',
        headers: { cookie, origin: ORIGIN, 'content-type': 'application/json' },
        body: '{}',
      }),
    ends: 4401,
  },
];

/** A fresh cast, and Nokuthula: on the staff of the request’s programme, and in the private group. */
export async function room(): Promise<Room> {
  const all = await cast();
  const { request, health } = await openRequestOf(all);
  const cookie = await signUp('Nokuthula Vane');
  const { data } = await ask('{ viewer { id } }', { cookie });
  const { orm, viewers } = await hub();
  const em = orm.em.fork();
  const reader = await em.findOneOrFail(Person, { id: String(data.viewer?.id) });
  reader.role = Role.STAFF;
  const open = new Group('open-talk', 'Open talk', 'For everyone.');
  const kofi = em.getReference(Person, all.kofi.id);
  em.persist([
    new ProgrammeStaff(health, reader),
    new Membership(all.advisers, reader, MembershipState.ACTIVE),
    open,
    new Membership(open, kofi, MembershipState.ACTIVE, MembershipRole.LEAD),
  ]);
  await em.flush();
  viewers.forget();
  await sayYes(all.meera, request.id);
  return { ...all, cookie, reader, open, requestId: request.id };
}

/** Writes so many events to a stream, about something that needs not be there. */
export async function speak(stream: string, times: number): Promise<number> {
  const subjectId = randomUUID();
  await actAlone(await hub(), async (em) => {
    for (let version = 1; version <= times; version++)
      announce(em, { stream, kind: event('reply.edited'), subjectId, subjectVersion: version });
  });
  return headOf(stream);
}

export async function headOf(stream: string): Promise<number> {
  const em = (await hub()).orm.em.fork();
  const row = await firstRow<{ head: number }>(
    em,
    sql`select head_seq as head from stream where id = ${stream}`,
  );
  return row?.head ?? 0;
}

/** A cursor at the head. */
export async function cursorOf(stream: string): Promise<{ stream: string; epoch: number; seq: number }> {
  const em = (await hub()).orm.em.fork();
  const row = await firstRow<{ epoch: number; seq: number }>(
    em,
    sql`
    select coalesce(s.epoch, (select epoch from hub_state), 1) as epoch, coalesce(s.head_seq, 0) as seq
    from (select 1) one left join stream s on s.id = ${stream}`,
  );
  return { stream, epoch: row?.epoch ?? 1, seq: row?.seq ?? 0 };
}

/** Listens on a real socket, and keeps what came and when. */
export function listen(cookie: string, stream: string, seq: number) {
  const heard: { item: Item & { stream?: string }; at: number }[] = [];
  let isClosed: { code: number; at: number } | null = null;
  const client = createClient({
    url: `ws://${address}/graphql`,
    webSocketImpl: class extends WebSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols, { headers: { cookie, origin: ORIGIN } });
      }
    },
    retryAttempts: 0,
    on: { closed: (closing) => (isClosed ??= { code: (closing as { code: number }).code, at: Date.now() }) },
  });
  const hear = ({ data }: { data?: { feed: Item } | null }) =>
    data && heard.push({ item: data.feed, at: Date.now() });
  client.subscribe<{ feed: Item }>(
    { query: FOLLOW, variables: { cursors: [{ stream, epoch: 1, seq }] } },
    { next: hear, error: () => {}, complete: () => {} },
  );
  return { heard, closed: () => isClosed, stop: () => client.dispose() };
}
