import type { HitKind } from '#lib/api/generated/operations.ts';
import { words as say } from '#lib/say/generated/search.ts';

/** Each kind, as it stands in an address. */
export const KINDS = {
  discussions: 'DISCUSSION',
  requests: 'REQUEST',
  people: 'PERSON',
  groups: 'GROUP',
} as const satisfies Record<string, HitKind>;
export type KindName = keyof typeof KINDS;

export function kindNamed(name: string | null): KindName | null {
  return name && Object.hasOwn(KINDS, name) ? (name as KindName) : null;
}

export function nameOf(kind: HitKind): string {
  if (kind === 'DISCUSSION') return say.discussions();
  if (kind === 'REQUEST') return say.requests();
  return kind === 'PERSON' ? say.people() : say.groups();
}

export interface Sought {
  q: string;
  type: KindName | null;
  strand: string;
  country: string;
}

/** The address of a search: a link to it shows the same. */
export function searchPath(sought: Partial<Sought>, after?: string | null): string {
  const all = Object.entries({ ...sought, after: after ?? '' }).filter(([, value]) => value);
  return `/search${all.length ? `?${new URLSearchParams(all as [string, string][])}` : ''}`;
}
