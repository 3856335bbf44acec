import { DiscardDraft, Drafts, SaveDraft } from '#lib/api/generated/operations.ts';
import { send } from '#lib/live/send.ts';

/** A draft as the hub holds it; an empty one was posted or discarded. */
export interface HubDraft {
  body: string;
  version: number;
  updatedAt: string;
}

/** Whether the hub took it: refused means another page wrote something newer, kept here only that it may not be kept. */
export type Taken = { kind: 'taken'; version: number } | { kind: 'stale' } | { kind: 'kept here only' };

/** The hub's side of drafts. */
export interface DraftRemote {
  /** Null where the hub has none; undefined where it cannot be asked. */
  ask(place: string): Promise<HubDraft | null | undefined>;
  save(place: string, body: string, version: number): Promise<Taken>;
  discard(place: string): Promise<void>;
}

export const hubDrafts: DraftRemote = {
  async ask(place) {
    const answer = await send(Drafts, { places: [place] });
    return answer.kind === 'data' ? (answer.data.drafts[0] ?? null) : undefined;
  },

  async save(place, body, version) {
    const clientMutationId = crypto.randomUUID();
    const answer = await send(
      SaveDraft,
      { input: { clientMutationId, place, body, version } },
      { keepalive: body.length < 10_000 },
    );
    if (answer.kind !== 'data') return { kind: 'kept here only' };
    const { saveDraft } = answer.data;
    if (saveDraft.__typename === 'SaveDraftPayload')
      return { kind: 'taken', version: saveDraft.draft?.version ?? version + 1 };
    return saveDraft.problems.some(({ code }) => code === 'STALE')
      ? { kind: 'stale' }
      : { kind: 'kept here only' };
  },

  async discard(place) {
    await send(DiscardDraft, { input: { clientMutationId: crypto.randomUUID(), place } });
  },
};
