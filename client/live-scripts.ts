import { globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { scriptName } from './src/lib/islands/script-name.ts';

const NEVER_DRAWN = '\0never-drawn';

// A page loads its own script and two that others share, instead of one for each set of pages that share something: on a
// slow line each file asks anew.
const output = {
  codeSplitting: {
    groups: [
      { name: 'shared', test: /node_modules|\/src\/lib\//, minShareCount: 5 },
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
