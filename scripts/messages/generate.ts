import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LANGUAGES } from '../../client/src/lib/say/languages.ts';
import { compileArea, typesOf } from './compile.ts';
import { patternsOf, type Pattern } from './patterns.ts';
import { routeWords } from './route-words.ts';

// `node scripts/messages/generate.ts client|server`: writes one file of functions for each area of the message files.
const root = new URL('../../', import.meta.url);
const at = (path: string): string => fileURLToPath(new URL(path, root));
const side = process.argv[2] === 'server' ? 'server' : 'client';
const out = at(side === 'server' ? 'server/src/platform/say/generated/' : 'client/src/lib/say/generated/');
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const faults: string[] = [];
const patterns = Object.fromEntries(LANGUAGES.map((language) => [language, {} as Record<string, Pattern>]));
const files = globSync('*.json', { cwd: at(`${side}/messages/`) });
const areas = [...new Set(files.map((name) => basename(name).split('.')[0] ?? ''))].sort();
for (const area of areas) {
  const catalogue = Object.fromEntries(LANGUAGES.map((language) => [language, messages(area, language)]));
  try {
    const compiled = compileArea(area, LANGUAGES, catalogue, './say.ts');
    writeFileSync(`${out}${area}.ts`, side === 'server' ? compiled : typed(area, catalogue['en'] ?? {}));
    for (const language of LANGUAGES)
      Object.assign(patterns[language] ?? {}, patternsOf(area, catalogue[language] ?? {}));
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
  }
}
if (side === 'server') shareWithServer();
else sendWithPages();
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`${areas.length} areas of the ${side} speak ${LANGUAGES.join(', ')}.`);

/** For the pages an area is only its type: what it says comes with each page, in one language. */
function typed(area: string, texts: Record<string, string>): string {
  return `import { area } from '../words.ts';\n\n${typesOf(texts)}\n\nexport const words = area<Words>('${area}');\n`;
}

function sendWithPages(): void {
  for (const language of LANGUAGES)
    writeFileSync(`${out}patterns.${language}.json`, JSON.stringify(patterns[language]));
  writeFileSync(`${out}routes.json`, JSON.stringify(routeWords(at('client/src'))));
}

function messages(area: string, language: string): Record<string, string> {
  const text = readFileSync(at(`${side}/messages/${area}.${language}.json`), 'utf8');
  return JSON.parse(text) as Record<string, string>;
}

/** Both sides count, choose and fence names in one way: the server's copy is made from the pages' own files. */
function shareWithServer(): void {
  for (const name of ['languages.ts', 'say.ts']) {
    const text = readFileSync(at(`client/src/lib/say/${name}`), 'utf8');
    writeFileSync(`${out}${name}`, text.replaceAll("'./locale.ts'", "'../locale.ts'"));
  }
}
