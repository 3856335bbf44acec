import type { EntityManager } from './database.ts';

/** What every resolver gets, as far as the platform knows: slices add the viewer. */
export interface Work {
  em: EntityManager;
  /** Who acts, or null for a visitor. */
  actorId: string | null;
  requestId: string;
  /** Batches asked for within one operation, made on first use and gone with it. */
  batches: Map<object, unknown>;
}
