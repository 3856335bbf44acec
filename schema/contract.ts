import { readFileSync } from 'node:fs';
import { CriticalityLevel, diff, DiffRule } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';

/** What stands against this contract: it is not the printed one, or it breaks what clients rely on. */
export async function whyNotContract(
  committed: string,
  fromCode: string,
  before: string | null,
): Promise<string[]> {
  const reasons: string[] = [];
  if (committed !== fromCode)
    reasons.push('schema/schema.graphql is not what the code says: run npm run schema.');
  if (before === null) return reasons;
  const changes = await diff(buildSchema(before), buildSchema(fromCode), [
    DiffRule.suppressRemovalOfDeprecatedField,
  ]);
  const declared = declaredBreaks();
  for (const { criticality, message } of changes) {
    if (criticality.level === CriticalityLevel.Breaking && !declared.has(message))
      reasons.push(`Breaking: ${message}`);
  }
  return reasons;
}

/** Breaking changes we meant, each on a line of its own in schema/breaking.txt, until the next release. */
function declaredBreaks(): Set<string> {
  try {
    return new Set(
      readFileSync(new URL('./breaking.txt', import.meta.url), 'utf8')
        .split('\n')
        .map((line) => line.trim()),
    );
  } catch {
    return new Set();
  }
}
