import { writeFileSync } from 'node:fs';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { hubSchema } from '../server/dist/src/schema.js';

/** The contract as text: sorted, so that a change shows as itself, with every description. */
export async function printed(): Promise<string> {
  return `${printSchema(lexicographicSortSchema(await hubSchema()))}\n`;
}

if (import.meta.main) {
  writeFileSync(new URL('./schema.graphql', import.meta.url), await printed());
  console.log('schema/schema.graphql is written.');
}
