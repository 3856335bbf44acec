import { setTimeout as wait } from 'node:timers/promises';
import { vi, expect } from 'vitest';
import { headOf, listen, room, speak, type Revocation } from './revocation.ts';

const PATIENCE_MS = 10_000;

/**
 * Takes the right away from somebody who is at the head, or with a backlog is catching up or only about to; then speaks
 * on, and answers with how long it took until the socket knew, and with what it was told that it should not have been.
 */
export async function revoked({ stream, revoke, ends }: Revocation, backlog: number) {
  const here = await room();
  const name = stream(here);
  const start = await speak(name, 1);
  if (backlog > 0) await speak(name, backlog);
  const { heard, closed, stop } = listen(here.cookie, name, start);
  const isCaughtUp = () => expect(heard.some(({ item }) => item.__typename === 'CaughtUp')).toBe(true);
  if (backlog > 0) await wait(Math.random() * 100);
  else await vi.waitFor(isCaughtUp, PATIENCE_MS);

  const before = await headOf(name);
  await revoke(here);
  const since = Date.now();
  const isTold = () => heard.find(({ item }) => item.__typename === 'AccessChanged')?.at;
  // Whoever came only after it is not sent off, but told no word of the stream.
  const isOver = () =>
    ends === 'AccessChanged' ? isTold() : (closed()?.at ?? (backlog > 0 ? isTold() : undefined));
  await vi.waitFor(() => expect(isOver()).toBeDefined(), PATIENCE_MS);
  await speak(name, 3);
  await wait(150);
  stop();

  const told = heard
    .flatMap(({ item }) => item.events ?? [])
    .map((event) => Number((event as { seq?: number }).seq));
  return {
    took: Number(isOver()) - since,
    tooMuch: told.filter((seq) => seq > before),
    code: closed()?.code,
  };
}
