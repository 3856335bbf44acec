/** Porter's stemmer (1980): brings an English word and its endings to one form. Expects lower-case a to z. */
export function stem(word: string): string {
  if (word.length < 3) return word;
  const plain = withoutPastOrPlural(word);
  const turned = plain.endsWith('y') && hasVowel(plain.slice(0, -1)) ? `${plain.slice(0, -1)}i` : plain;
  return tidy(withoutLast(replaced(replaced(turned, DOUBLE), SINGLE)));
}

type Endings = readonly (readonly [ending: string, instead: string])[];

/** Steps 2 and 3: endings made of several, brought down to one. Longer endings stand before those they end with. */
const DOUBLE: Endings = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
];
const SINGLE: Endings = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];

/** Step 4: what may go altogether when enough of the word is left. */
const LAST = [
  'ement',
  'ance',
  'ence',
  'able',
  'ible',
  'ment',
  'ant',
  'ent',
  'ism',
  'ate',
  'iti',
  'ous',
  'ive',
  'ize',
  'ion',
  'al',
  'er',
  'ic',
  'ou',
];

function withoutPastOrPlural(word: string): string {
  const one = withoutPlural(word);
  if (one.endsWith('eed')) return measure(one.slice(0, -3)) > 0 ? one.slice(0, -1) : one;
  const ending = ['ed', 'ing'].find((each) => one.endsWith(each));
  if (!ending) return one;
  const root = one.slice(0, -ending.length);
  return hasVowel(root) ? mended(root) : one;
}

function withoutPlural(word: string): string {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** After *ed* or *ing* has gone: hoping → hope, hopping → hop. */
function mended(root: string): string {
  if (/(?:at|bl|iz)$/.test(root)) return `${root}e`;
  if (endsDoubled(root) && !/[lsz]$/.test(root)) return root.slice(0, -1);
  return measure(root) === 1 && endsShort(root) ? `${root}e` : root;
}

function replaced(word: string, endings: Endings): string {
  const found = endings.find(([ending]) => word.endsWith(ending));
  if (!found) return word;
  const root = word.slice(0, -found[0].length);
  return measure(root) > 0 ? root + found[1] : word;
}

function withoutLast(word: string): string {
  const ending = LAST.find((each) => word.endsWith(each));
  if (!ending) return word;
  const root = word.slice(0, -ending.length);
  if (ending === 'ion' && !/[st]$/.test(root)) return word;
  return measure(root) > 1 ? root : word;
}

function tidy(word: string): string {
  const root = word.slice(0, -1);
  const dropsE = word.endsWith('e') && (measure(root) > 1 || (measure(root) === 1 && !endsShort(root)));
  const bare = dropsE ? root : word;
  return bare.endsWith('ll') && measure(bare) > 1 ? bare.slice(0, -1) : bare;
}

/** Whether the letter at each place sounds as a vowel: *y* does after a consonant. */
function vowels(word: string): boolean[] {
  const sounds: boolean[] = [];
  for (let at = 0; at < word.length; at++) {
    sounds.push('aeiou'.includes(word.charAt(at)) || (word.charAt(at) === 'y' && at > 0 && !sounds[at - 1]));
  }
  return sounds;
}

/** How often a vowel is followed by a consonant: roughly the syllables that are closed. */
function measure(word: string): number {
  return vowels(word).filter((isVowel, at, all) => !isVowel && all[at - 1] === true).length;
}

function hasVowel(word: string): boolean {
  return vowels(word).includes(true);
}

function endsDoubled(word: string): boolean {
  return word.length > 1 && word.at(-1) === word.at(-2) && !vowels(word).at(-1);
}

/** Consonant, vowel, consonant (but w, x or y): such a word wants its silent *e* back. */
function endsShort(word: string): boolean {
  const [first, second, third] = vowels(word).slice(-3);
  return first === false && second === true && third === false && !/[wxy]$/.test(word);
}
