import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as operations from '@graphql-codegen/typescript-operations';
import {
  buildSchema,
  parse,
  print,
  validate,
  Kind,
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
} from 'graphql';

// Checks every .graphql file of the pages against the contract, and writes their types and texts.
const here = new URL('./', import.meta.url);
const schemaText = readFileSync(new URL('../schema/schema.graphql', here), 'utf8');
const schema = buildSchema(schemaText);
const files = globSync('src/**/*.graphql', { cwd: here }).sort();
const documents = files.map((location) => ({
  location,
  document: parse(readFileSync(new URL(location, here), 'utf8')),
}));
const definitions = documents.flatMap(({ document }) => document.definitions);
const fragments = new Map(definitions.filter(isFragment).map((fragment) => [fragment.name.value, fragment]));

const problems = validate(schema, { kind: Kind.DOCUMENT, definitions });
if (problems.length > 0) {
  for (const { message, locations } of problems)
    console.error(`${message} ${JSON.stringify(locations ?? [])}`);
  process.exit(1);
}

const types = await codegen({
  filename: 'operations.ts',
  schema: parse(schemaText),
  documents,
  config: {
    scalars: { DateTime: 'string', Day: 'string', UUID: 'string', ID: 'string', JSON: 'unknown' },
    enumsAsTypes: true,
    useTypeImports: true,
    onlyOperationTypes: true,
    skipTypename: false,
    dedupeFragments: true,
  },
  plugins: [{ operations: {} }],
  pluginMap: { typescript, operations },
});

const texts = definitions
  .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  .map((operation) => {
    const name = operation.name?.value ?? '';
    const kind = `${operation.operation.charAt(0).toUpperCase()}${operation.operation.slice(1)}`;
    const used = [...neededBy(operation)]
      .map((fragment) => fragments.get(fragment))
      .filter((f) => f !== undefined);
    const text = print({ kind: Kind.DOCUMENT, definitions: [operation, ...used] } as DocumentNode).replace(
      /\s+/g,
      ' ',
    );
    return `export const ${name}: Operation<${name}${kind}, ${name}${kind}Variables> = { text: ${JSON.stringify(text)} };`;
  });

const head = `/** A typed operation: its text, and what it answers. */
export interface Operation<Answer, Variables> { text: string; answer?: Answer; variables?: Variables }
`;
const folder = new URL('src/lib/api/generated/', here);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('operations.ts', folder), `${head}\n${types}\n${texts.join('\n')}\n`);
console.log(`${texts.length} operations of ${files.length} files fit the contract.`);

function isFragment(definition: DefinitionNode): definition is FragmentDefinitionNode {
  return definition.kind === Kind.FRAGMENT_DEFINITION;
}

function neededBy(definition: DefinitionNode, found = new Set<string>()): Set<string> {
  for (const [, name] of print(definition).matchAll(/\.\.\.\s*([A-Za-z_]\w*)/g)) {
    const fragment = name === 'on' || !name ? undefined : fragments.get(name);
    if (!fragment || found.has(fragment.name.value)) continue;
    found.add(fragment.name.value);
    neededBy(fragment, found);
  }
  return found;
}
