import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

export interface SourceFile {
  /** From the repository's top, with forward slashes. */
  path: string;
  text: string;
}

/** The slices from left to right: each imports only from those before it. */
export const ORDER = [
  'platform',
  'people',
  'strands',
  'discussions',
  'moderation',
  'requests',
  'matching',
  'responses',
  'plans',
  'insight',
  'notifications',
  'mail',
  'home',
  'account',
  'admin',
  'search',
];

const REFUSED_NAMES = /(service|manager|helper|utils?|processor|common|misc)s?\.(ts|svelte)$/i;

export function sourceFiles(root: string, patterns: string[]): SourceFile[] {
  return globSync(patterns, {
    cwd: root,
    exclude: (name) => /node_modules|generated|\.svelte-kit|dist|build$/.test(String(name)),
  })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => existsSync(join(root, path)))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Everything in these files that the house does not allow, one sentence each. */
export function disorder(files: SourceFile[]): string[] {
  return files.flatMap((file) => [...wrongImports(file), ...tooLong(file), ...refusedName(file)]);
}

function wrongImports({ path, text }: SourceFile): string[] {
  const own = sliceOf(path);
  if (!own || path.endsWith('.test.ts')) return [];
  const place = ORDER.indexOf(own);
  return [...text.matchAll(/^(?:import|export)\b[^'"]*from '(\.[^']+)'/gm)].flatMap(([, specifier]) => {
    const target = normalize(join(dirname(path), specifier ?? '')).replaceAll('\\', '/');
    const other = sliceOf(target);
    if (!other)
      return target.startsWith('server/src/') ? [`${path} imports ${target}, which is no slice.`] : [];
    return ORDER.indexOf(other) > place ? [`${path} imports ${target}, to its right.`] : [];
  });
}

function sliceOf(path: string): string | null {
  const folder = path.match(/^server\/src\/([a-z]+)\//)?.[1];
  return folder && ORDER.includes(folder) ? folder : null;
}

function tooLong({ path, text }: SourceFile): string[] {
  const limit = path.endsWith('.svelte') ? 150 : 200;
  const lines = text.split('\n').length - 1;
  return lines > limit ? [`${path} has ${lines} lines; ${limit} is the most. Which word is missing?`] : [];
}

function refusedName({ path }: SourceFile): string[] {
  const name = path.split('/').at(-1) ?? '';
  if (name === 'index.ts') return [`${path} is a barrel: import from the file itself.`];
  return REFUSED_NAMES.test(name) ? [`${path} has a name that admits anything.`] : [];
}
