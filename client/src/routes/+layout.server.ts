import { hubOf } from '#lib/api/hub.ts';
import { wordsOf } from '#lib/say/everything.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, platform, route }) => ({
  viewer: locals.viewer,
  hub: hubOf(platform).settings,
  script: locals.script,
  // What the scripts of this route may say; whoever gets no scripts needs none of it.
  words: locals.script ? wordsOf(route.id) : {},
});
