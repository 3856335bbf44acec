/**
 * What a text is searched by: its words without case, accents, vowel signs and the Arabic article. The database does
 * the same in `search_text`, for the indexes; a test holds the two together. Here each word also knows where it stood,
 * so that it can be marked.
 */
export interface Word {
  text: string;
  /** Where it stands in the text as written. */
  from: number;
  to: number;
}

const MARKS =
  '\\u00AD\\u0300-\\u036F\\u0483-\\u0487\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4\\u05C5\\u05C7\\u0610-\\u061A\\u0640\\u064B-\\u065F\\u0670\\u06D6-\\u06DC\\u06DF-\\u06E8\\u06EA-\\u06ED\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFE00-\\uFE0F\\uFEFF';
const SEPARATORS =
  '\\u0001-\\u002F\\u003A-\\u0040\\u005B-\\u0060\\u007B-\\u00A9\\u00AB-\\u00B4\\u00B6-\\u00B9\\u00BB\\u00BF\\u00D7\\u00F7\\u02C2-\\u02DF\\u037E\\u0387\\u055A-\\u055F\\u0589\\u058A\\u05BE\\u05C0\\u05C3\\u05C6\\u05F3\\u05F4\\u0600-\\u060F\\u061B-\\u061F\\u066A-\\u066D\\u06D4\\u06DD\\u06DE\\u06E9\\u06FD\\u06FE\\u0964\\u0965\\u2000-\\u206F\\u20A0-\\u20CF\\u2190-\\u2BFF\\u2E00-\\u2E7F\\u3000-\\u3004\\u3008-\\u3020\\u3030\\u303D-\\u303F\\uE000-\\uF8FF\\uFD3E\\uFD3F\\uFFF0-\\uFFFF';
/** Written without blanks, so that each sign is a word and words are phrases. */
const UNSPACED = '\\u0E00-\\u0E7F\\u0E80-\\u0EFF\\u3040-\\u30FF\\u3400-\\u9FFF';
const SAME: Record<string, string> = Object.fromEntries(
  [...'øłđðħıŋςىیکةھہە٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹'].map((letter, at) => [
    letter,
    [...'olddhinσييكهههه01234567890123456789'][at] ?? '',
  ]),
);
Object.assign(SAME, { ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th' });

const MARK = oneOf(MARKS, 'gu');
const SEPARATOR = oneOf(`${SEPARATORS}\\u{1F000}-\\u{1FAFF}\\0\\p{Cs}`);
const ALONE = oneOf(UNSPACED);
const ARTICLE = /^(?:[وفبك]?ال|لل)(?=.{3})/u;
const LONGEST = 60;

function oneOf(signs: string, flags = 'u'): RegExp {
  return new RegExp(`[${signs}]`, flags);
}

/** The words of a text, in order. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let isOpen = false;
  let at = 0;
  for (const sign of text) {
    const to = at + sign.length;
    for (const letter of folded(sign)) {
      const stands = SEPARATOR.test(letter) ? 'between' : ALONE.test(letter) ? 'alone' : 'together';
      const last = words.at(-1);
      if (stands === 'together' && isOpen && last) Object.assign(last, { text: last.text + letter, to });
      else if (stands !== 'between') words.push({ text: letter, from: at, to });
      isOpen = stands === 'together';
    }
    at = to;
  }
  return words.map((word) => ({ ...word, text: shortened(word.text.replace(ARTICLE, '')) }));
}

/** One sign as the letters it is compared by; none for a mark. */
function folded(sign: string): string {
  const bare = sign.normalize('NFKD').replace(MARK, '');
  return [...bare].map((letter) => SAME[letter.toLowerCase()] ?? letter.toLowerCase()).join('');
}

function shortened(word: string): string {
  return word.length <= LONGEST ? word : [...word].slice(0, LONGEST).join('');
}
