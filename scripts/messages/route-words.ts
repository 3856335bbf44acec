import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Which messages the script of each route may say, by route id: found by following the imports of its `live.ts`. */
export function routeWords(source: string): Record<string, string[]> {
  const read = reader(source);
  const scripts = globSync('routes/**/live.ts', { cwd: source });
  return Object.fromEntries(
    scripts.map((path) => [`/${relative('routes', dirname(path))}`, saidBy([path], read)]),
  );
}

interface Read {
  imports: string[];
  says: string[];
}

function saidBy(entries: readonly string[], read: (path: string) => Read): string[] {
  const seen = new Set<string>();
  const said = new Set<string>();
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const { imports, says } = read(path);
    for (const key of says) said.add(key);
    waiting.push(...imports);
  }
  return [...said].sort();
}

const IMPORT = /(?:from|import)\s*\(?\s*'((?:#lib\/|\.)[^']+\.(?:svelte|ts))'/g;
const WORDS = /import \{ words(?: as (\w+))? \} from '#lib\/say\/generated\/(\w+)\.ts'/g;

function reader(source: string): (path: string) => Read {
  const known = new Map<string, Read>();
  return (path) => {
    const before = known.get(path);
    if (before) return before;
    const text = existsSync(join(source, path)) ? readFileSync(join(source, path), 'utf8') : '';
    const imports = [...text.matchAll(IMPORT)]
      .map(([, to = '']) => (to.startsWith('#lib/') ? `lib/${to.slice(5)}` : join(dirname(path), to)))
      .filter((to) => !to.includes('/generated/') && !to.includes('.server.'));
    const says = [...text.matchAll(WORDS)].flatMap(([, name = 'words', area = '']) =>
      [...text.matchAll(new RegExp(`\\b${name}\\.(\\w+)\\b(?!')`, 'g'))].map(
        ([, key = '']) => `${area}.${key}`,
      ),
    );
    const found = { imports, says };
    known.set(path, found);
    return found;
  };
}
