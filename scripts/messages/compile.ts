import { parse, type Token } from '@messageformat/parser';

/** One area's messages in each language: key → ICU MessageFormat text. */
export type Catalogue = Record<string, Record<string, string>>;

/** What an argument is given as: a plural or a number is counted, a choice is a word, the rest is put in. */
type Argument = 'count' | 'word' | 'any';

const TYPES: Record<Argument, string> = { count: 'number', word: 'string', any: 'string | number' };

/**
 * TypeScript with one function a message, which holds its text in every language: what a page does not say is
 * left out of its scripts. Throws with every fault of the area at once: a missing translation, an argument that
 * one language has and another lacks, a plural form that its language does not know.
 */
export function compileArea(
  area: string,
  languages: readonly string[],
  catalogue: Catalogue,
  runtime = '../say.ts',
): string {
  const keys = [...new Set(languages.flatMap((language) => Object.keys(catalogue[language] ?? {})))].sort();
  const faults: string[] = [];
  const functions = keys.map((key) => {
    const texts = languages.map((language) => {
      const text = catalogue[language]?.[key];
      if (text === undefined) faults.push(`${area}.${language}: ${key} is missing`);
      return read(text ?? '', language, (fault) => faults.push(`${area}.${language}: ${key}: ${fault}`));
    });
    if (!/^[a-z][A-Za-z0-9]*$/.test(key)) faults.push(`${area}: ${key} is not a name`);
    const [first = [], ...others] = texts;
    const asked = argumentsOf(first);
    for (const name of asked.keys())
      if (!/^[a-z][A-Za-z0-9]*$/.test(name)) faults.push(`${area}: ${key}: {${name}} is not a name`);
    for (const [index, other] of others.entries())
      if (signature(argumentsOf(other)) !== signature(asked))
        faults.push(`${area}.${languages[index + 1]}: ${key} takes other values than ${languages[0]}`);
    return written(key, asked, texts);
  });
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const used = ['choose', 'isolated', 'one', 'plural', 'written'].filter((name) =>
    functions.some((text) => new RegExp(`\\b${name}\\(`).test(text)),
  );
  return `import { ${used.join(', ')} } from '${runtime}';\n\n${functions.join('\n')}\n`;
}

function read(text: string, language: string, fault: (what: string) => void): Token[] {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  try {
    return parse(text, { cardinal: [...pluralCategories] as never, strictPluralKeys: true });
  } catch (error) {
    fault(error instanceof Error ? error.message : String(error));
    return [];
  }
}

/** The type of an area's messages: one method a message. The texts themselves reach the browser with the page. */
export function typesOf(messages: Catalogue[string]): string {
  const methods = Object.entries(messages).map(([key, text]) => {
    const asked = argumentsOf(parse(text));
    const type = [...asked].map(([name, argument]) => `${name}: ${TYPES[argument]}`).join('; ');
    return `  ${key}(${asked.size > 0 ? `a: { ${type} }` : ''}): string;`;
  });
  return `export interface Words {\n${methods.join('\n')}\n}`;
}

function written(key: string, asked: Map<string, Argument>, texts: Token[][]): string {
  if (asked.size === 0)
    return `export const ${key} = (): string => one(${texts.map((tokens) => JSON.stringify(plainText(tokens))).join(', ')});`;
  const type = [...asked].map(([name, argument]) => `${name}: ${TYPES[argument]}`).join('; ');
  const each = texts.map((tokens) => `() => ${expression(tokens)}`).join(', ');
  return `export const ${key} = (a: { ${type} }): string => one(${each})();`;
}

function plainText(tokens: Token[]): string {
  return tokens.map((token) => (token.type === 'content' ? token.value : '')).join('');
}

function expression(tokens: Token[], counted = ''): string {
  const parts = tokens.map((token) => {
    switch (token.type) {
      case 'content':
        return token.value.replace(/[`\\]|\$\{/g, '\\$&');
      case 'argument':
        return `\${isolated(a.${token.arg})}`;
      case 'octothorpe':
        return `\${written(${counted})}`;
      case 'function':
        return `\${written(a.${token.arg})}`;
      default: {
        const cases = token.cases.map(
          ({ key, tokens: inner }) => `${JSON.stringify(key)}: ${expression(inner, `a.${token.arg}`)}`,
        );
        const pick = token.type === 'plural' ? 'plural' : 'choose';
        return `\${${pick}(a.${token.arg}, { ${cases.join(', ')} })}`;
      }
    }
  });
  return `\`${parts.join('')}\``;
}

function argumentsOf(tokens: Token[], found = new Map<string, Argument>()): Map<string, Argument> {
  for (const token of tokens) {
    if (token.type === 'argument' && !found.has(token.arg)) found.set(token.arg, 'any');
    if (token.type === 'function') found.set(token.arg, 'count');
    if (!('cases' in token)) continue;
    found.set(token.arg, token.type === 'plural' ? 'count' : 'word');
    for (const { tokens: inner } of token.cases) argumentsOf(inner, found);
  }
  return found;
}

// A language may leave a count out of its "one" or "two"; whether a name is there at all must agree.
function signature(found: Map<string, Argument>): string {
  return [...found.keys()].sort().join(' ');
}
