import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { percentile } from '../feed/figures.ts';
import type { Stage } from '../prove-sockets.ts';
import { CHANGE_ROLE, INVITE, JOIN, POST, REMOVE, send, SUSPEND } from './ask.ts';
import { followed, type Cursor } from './line.ts';
import type { Place, Somebody } from './scene.ts';
import { cursorAt } from './snapshot.ts';

const SILENT_WITHIN_MS = 2_000;

type Act = (whom: Somebody) => Promise<unknown>;

interface Kind {
  name: string;
  revoke: Act;
  restore: Act;
}

/** Takes away each kind of right from somebody who listens, again and again, while others go on talking. */
export async function revocations(stage: Stage, times: number): Promise<void> {
  const { hub, scene, verdict } = stage;
  const [admin] = scene.people;
  const place = scene.groups.at(-1);
  if (!admin || !place || times === 0) return;
  // Nobody twice, and nobody again later: whoever was suspended or signed out would have to sign in.
  const people = scene.people.splice(10, 4 * times);
  for (const { name, revoke, restore } of kinds(stage, admin, place)) {
    const delays: number[] = [];
    for (const whom of people.splice(0, times)) {
      const cursor = await cursorAt(hub, whom.cookie, place.discussionId);
      delays.push(
        await silence(
          stage,
          whom,
          cursor,
          () => revoke(whom),
          () => talk(stage, admin, place),
        ),
      );
      await restore(whom);
    }
    verdict.figure(`${name}, times`, delays.length, { least: times });
    verdict.figure(`${name}, heard after the goodbye`, delays.filter((delay) => delay === Infinity).length, {
      most: 0,
    });
    verdict.time(`${name}, silent at the latest after`, Math.max(...delays), SILENT_WITHIN_MS);
    verdict.note(`       half of them after ${percentile(delays, 0.5).toFixed(0)} ms`);
  }
}

function kinds({ hub }: Stage, admin: Somebody, { id: groupId }: Place): Kind[] {
  const by = (person: Somebody, mutation: string, input: object) => async () => {
    const answer = await send(hub, person.cookie, mutation, {
      ...input,
      clientMutationId: crypto.randomUUID(),
    });
    if (answer.problems) throw new Error(JSON.stringify(answer.problems));
  };
  const nothing = async () => {};
  return [
    {
      name: 'removed from a private group',
      revoke: ({ id }) => by(admin, REMOVE, { groupId, personId: id })(),
      restore: async (whom) => {
        await by(admin, INVITE, { groupId, personId: whom.id })();
        await by(whom, JOIN, { groupId })();
      },
    },
    {
      name: 'suspended',
      revoke: ({ id }) => by(admin, SUSPEND, { personId: id, suspended: true })(),
      restore: nothing,
    },
    {
      name: 'role changed',
      revoke: ({ id }) => by(admin, CHANGE_ROLE, { personId: id, role: 'STAFF' })(),
      restore: nothing,
    },
    { name: 'signed out', revoke: ({ cookie }) => signOut(hub.origin, cookie), restore: nothing },
  ];
}

async function signOut(origin: string, cookie: string): Promise<void> {
  const headers = { cookie, origin, 'content-type': 'application/json' };
  const { ok } = await fetch(`${origin}/api/auth/sign-out`, { method: 'POST', headers, body: '{}' });
  if (!ok) throw new Error('Signing out did not work.');
}

async function talk({ hub }: Stage, who: Somebody, { discussionId }: Place): Promise<void> {
  await send(hub, who.cookie, POST, {
    discussionId,
    body: 'Between us.',
    clientMutationId: crypto.randomUUID(),
  });
}

/** How long after the answer the last batch came, or the goodbye. */
async function silence(
  { hub }: Stage,
  whom: Somebody,
  cursor: Cursor,
  revoke: () => Promise<unknown>,
  speak: () => Promise<void>,
): Promise<number> {
  let heardAt = 0;
  let isOver = false;
  const caughtUp = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  const end = () => {
    isOver = true;
    heardAt = performance.now();
    over.resolve();
  };
  const hear = (bytes: Buffer) => {
    const text = bytes.toString();
    if (text.includes('"CaughtUp"')) caughtUp.resolve();
    if (text.includes('"AccessChanged"')) return end();
    // Something after the goodbye can never be forgiven.
    if (text.includes('"Batch"')) heardAt = isOver ? Infinity : performance.now();
  };
  const socket = followed(hub, whom.cookie, [cursor], hear, end);
  await caughtUp.promise;
  await revoke();
  const revokedAt = performance.now();
  await speak();
  await Promise.race([over.promise, wait(SILENT_WITHIN_MS * 10)]);
  if (!isOver) return Infinity;
  await wait(20);
  const delay = Math.max(0, heardAt - revokedAt);
  if (socket.readyState === socket.OPEN) {
    socket.close(1000);
    await once(socket, 'close');
  }
  return delay;
}
