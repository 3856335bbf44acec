import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { whyNotContract } from './contract.ts';
import { printed } from './print.ts';

const committed = readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8');
const reasons = await whyNotContract(committed, await printed(), released());
for (const reason of reasons) console.error(reason);
if (reasons.length === 0) console.log('The contract is the printed one and breaks nothing.');
process.exit(reasons.length > 0 ? 1 : 0);

/** The contract of the last release, or null before the first. */
function released(): string | null {
  try {
    const tag = execFileSync('git', ['describe', '--tags', '--abbrev=0'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    return execFileSync('git', ['show', `${tag}:schema/schema.graphql`], {
      encoding: 'utf8',
      maxBuffer: 1e8,
    });
  } catch {
    return null;
  }
}
