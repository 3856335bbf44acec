import type { DraftRemote, HubDraft } from './remote.ts';

/** For tests: a hub that holds one draft, and can be out of reach. */
export class OneDraftHub implements DraftRemote {
  draft: HubDraft | null = null;
  isReachable = true;

  put(body: string): void {
    const version = (this.draft?.version ?? 0) + 1;
    this.draft = { body, version, updatedAt: '2026-11-24T14:02:00Z' };
  }
  async ask() {
    return this.isReachable ? this.draft : undefined;
  }
  async save(_: string, body: string, version: number) {
    if (!this.isReachable) return { kind: 'kept here only' } as const;
    if (version !== (this.draft?.version ?? 0)) return { kind: 'stale' } as const;
    this.put(body);
    return { kind: 'taken', version: version + 1 } as const;
  }
  async discard() {
    if (this.draft?.body) this.put('');
  }
}
