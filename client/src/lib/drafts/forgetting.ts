import { words as say } from '#lib/say/generated/writing.ts';
import type { KeptDraft } from './begun.ts';
import { allKept, forget } from './kept.ts';
import { hubDrafts } from './remote.ts';

const PATIENCE_MS = 3_000;

/**
 * Forgets everything this browser keeps, after the hub has taken what it lacks. False when its owner would rather stay,
 * because something they posted has not been sent.
 */
export async function forgetAll(person: string): Promise<boolean> {
  const waiting = await allKept<{ only?: string }>(`outbox ${person} `);
  if (waiting.some(([, { only }]) => !only) && !confirm(say.unsentWillBeLost())) return false;
  const prefix = `draft ${person} `;
  const ahead = (await allKept<KeptDraft>(prefix)).filter(([, draft]) => draft.isAhead && draft.body.trim());
  const taken = ahead.map(([key, { body, version }]) =>
    hubDrafts.save(key.slice(prefix.length), body, version),
  );
  await Promise.race([Promise.all(taken), new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  await Promise.all((await allKept('')).map(([key]) => forget(key)));
  return true;
}
