import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { scriptName } from './src/lib/islands/script-name.ts';

const NEVER_DRAWN = '\0never-drawn';

// A page loads its own script, one that nearly all share and a few that some do, by what they are about: on a slow line
// each file asks anew, and what only other pages need should not be waited for.
const output = {
  codeSplitting: {
    groups: [
      { name: 'shared', test: /node_modules|\/src\/lib\//, minShareCount: 5 },
      { name: 'outbox', test: /\/src\/lib\/live\/(outbox|hearers)/ },
      { name: 'boxes', test: /\/(PasswordBox|TextField)\.svelte/, minShareCount: 2 },
      { name: 'common', test: /\/src\/lib\/(ui|people|say|islands|groups\/kinds)\b/, minShareCount: 2 },
      { name: 'drafts', test: /\/src\/lib\/drafts\//, minShareCount: 2 },
      { name: 'discussions', test: /\/src\/lib\/groups\//, minShareCount: 2 },
      { name: 'parts', test: /\/src\//, minShareCount: 2 },
    ],
  },
};

/**
 * Builds one script for each page with something live: its `live.ts`. The framework would build one for every page as
 * well, which nobody asks for and which would only make what the scripts share larger: those are built empty.
 */
export function liveScripts(): Plugin {
  const live = globSync('src/routes/**/live.ts', { cwd: import.meta.dirname });
  const input = Object.fromEntries(
    live.map((path) => [
      scriptName(dirname(path).slice('src/routes'.length)),
      join(import.meta.dirname, path),
    ]),
  );
  return {
    name: 'live-scripts',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    config: () => ({ environments: { client: { build: { rolldownOptions: { input, output } } } } }),
    resolveId: (id) => (/\/\+(page|layout|error)\.svelte$/.test(id) ? NEVER_DRAWN : null),
    load: (id) => (id === NEVER_DRAWN ? 'export default () => {};' : null),
  };
}
