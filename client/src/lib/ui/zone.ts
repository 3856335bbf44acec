import { getContext, hasContext, setContext } from 'svelte';

const key = Symbol('the zone in which times are told');

/** Said once by the layout; a function, because the viewer may change their zone. */
export function setZone(zone: () => string): void {
  setContext(key, zone);
}

export function zoneHere(): string {
  return hasContext(key) ? getContext<() => string>(key)() : 'UTC';
}
