import { immutable } from '$app/manifest';
import { scriptName } from './script-name.ts';

// A page with something live has a `live.ts` beside it; the others are sent no script.
const sources = Object.keys(import.meta.glob('/src/routes/**/live.ts'));
const routes = sources.map((path) => path.slice('/src/routes'.length, -'/live.ts'.length) || '/');

const addresses = new Map(
  routes.map((routeId) => {
    if (import.meta.env.DEV) return [routeId, `/src/routes${routeId.replace(/^\/$/, '')}/live.ts`];
    const start = `_app/immutable/${scriptName(routeId)}.`;
    return [routeId, `/${immutable.find(({ path }) => path.startsWith(start))?.path}`];
  }),
);

/** Where the browser finds the script of a route. */
export function scriptAt(routeId: string | null): string | null {
  return addresses.get(routeId ?? '') ?? null;
}
