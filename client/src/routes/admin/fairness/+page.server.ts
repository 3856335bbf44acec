import { api } from '#lib/api/api.ts';
import { FairnessPage } from '#lib/api/generated/operations.ts';
import { staffOnly } from '#lib/people/doors.ts';
import type { PageServerLoad } from './$types';
import { partsOf } from './parts.ts';

/** Drawn on the server, and nothing here changes by itself. */
export const csr = false;

export const load: PageServerLoad = async (event) => {
  staffOnly(event);
  const { insight } = await api(event)(FairnessPage, {});
  return { parts: partsOf(insight.fairness), at: insight.at };
};
