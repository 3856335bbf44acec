import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/**
 * How the people of a request are called before their names are revealed. A key is the person's id under a cipher of
 * this request and this viewer: nobody can turn it into a person, and two viewers cannot compare what they see.
 */
export interface Aliases {
  keyOf(personId: string): string;
  /** Whom a key stands for; null for what is no key of ours. */
  personOf(key: string): string | null;
}

export function aliasesFor(seed: string, viewerId: string): Aliases {
  const secret = createHash('sha256').update(`${seed} ${viewerId}`).digest().subarray(0, 16);
  return {
    keyOf(personId) {
      const cipher = createCipheriv('aes-128-ecb', secret, null).setAutoPadding(false);
      const id = Buffer.from(personId.replaceAll('-', ''), 'hex');
      return Buffer.concat([cipher.update(id), cipher.final()]).toString('base64url');
    },
    personOf(key) {
      if (!/^[\w-]{22}$/.test(key)) return null;
      const decipher = createDecipheriv('aes-128-ecb', secret, null).setAutoPadding(false);
      const id = Buffer.concat([decipher.update(Buffer.from(key, 'base64url')), decipher.final()]);
      return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    },
  };
}

/** Without I, O and Q, which are read as digits. */
const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';
const SHORTEST = 2;
const LONGEST = 6;

/** "B7" for each key; two that would be called alike take more of their digits, and nobody else's name changes. */
export function namesOf(keys: readonly string[]): (key: string) => string {
  const names = new Map<string, string>();
  let unnamed = [...new Set(keys)];
  for (let length = SHORTEST; length < LONGEST; length++) {
    const alike = Map.groupBy(unnamed, (key) => nameOf(key, length));
    for (const [name, [only, ...others]] of alike) if (only && others.length === 0) names.set(only, name);
    unnamed = unnamed.filter((key) => !names.has(key));
  }
  return (key) => names.get(key) ?? nameOf(key, LONGEST);
}

function nameOf(key: string, length: number): string {
  const [letter = 0, first = 0, ...more] = Buffer.from(key, 'base64url');
  const digits = more.slice(0, length - SHORTEST).map((byte) => byte % 10);
  return `${LETTERS[letter % LETTERS.length]}${(first % 9) + 1}${digits.join('')}`;
}
