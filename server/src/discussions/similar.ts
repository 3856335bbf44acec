/**
 * The words of a title that say what it is about, as PostgreSQL looks for them: without their endings, so that
 * “supervisors” finds “supervision”, in whatever language.
 */
export function tokensIn(title: string, most = MOST): string[] {
  const words =
    title
      .slice(0, 300)
      .toLowerCase()
      .normalize('NFC')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const telling = [...new Set(words)].filter((word) => isTelling(word));
  return telling
    .toSorted((one, other) => other.length - one.length)
    .slice(0, most)
    .map((word) => `${stem(word)}:*`);
}

const MOST = 8;
const PLAIN = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}]+$/u;
const COMMON = new Set(
  `about after also been before being could does doing done from give have into just know like made make many more most
  much need only other over same should some such than that their them then there these they thing this those what when
  where which while whom will with without would your yours avec cette comment dans elle etre être leur mais nous pour
  quand quel quelle quoi sans sont votre vous`.split(/\s+/),
);

/** Other scripts say more in fewer letters. */
function isTelling(word: string): boolean {
  return PLAIN.test(word) ? word.length > 3 && !COMMON.has(word) : [...word].length > 1;
}

function stem(word: string): string {
  const letters = [...word];
  if (!PLAIN.test(word) || letters.length < 6) return word;
  return letters.slice(0, Math.max(5, letters.length - 3)).join('');
}
