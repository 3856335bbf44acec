import { getContext, hasContext, setContext } from 'svelte';

const key = Symbol('the zone in which times are told');

/** Said once by the layout; a function, because the viewer may change their zone. */
export function setZone(zone: () => string): void {
  setContext(key, zone);
}

/** The same for a part of a page that is drawn by itself. */
export function zoneContext(zone: string): Map<unknown, unknown> {
  return new Map<unknown, unknown>([[key, () => zone]]);
}

export function zoneHere(): string {
  return hasContext(key) ? getContext<() => string>(key)() : 'UTC';
}
