/** Whether a text holds ten digits that can be an NHS number, however they are spaced. Expects plain digits. */
export function hasNhsNumber(plain: string): boolean {
  const groups = [...plain.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
    digits,
    index,
    end: index + digits.length,
  }));
  const gaps = groups.map(({ index }, i) => plain.slice(Math.max(groups[i - 1]?.end ?? 0, index - 7), index));
  const gap = (i: number) => gaps[i] ?? '';

  return groups.some((_, first) => {
    const [last, digits] = tenFrom(first);
    if (!checkDigitHolds(digits)) return false;

    const run = groups.slice(first, last + 1);
    const inside = gaps.slice(first + 1, last + 1);
    const beside = [first === 0 ? '' : gap(first), gap(last + 1)];
    if (USUAL_SHAPES.has(run.map((group) => group.digits.length).join(' '))) {
      return inside.every((each) => NEAR.test(each)) && !beside.includes('.');
    }

    // Any other spacing counts only where it cannot be a part of something longer, such as a row of figures.
    const around = plain.slice(Math.max(0, (run[0]?.index ?? 0) - 1), (run.at(-1)?.end ?? 0) + 1);
    return (
      inside.every((each) => LOOSE.test(each)) &&
      !beside.some((each) => LOOSE.test(each) || PART_OF_MORE.test(each)) &&
      !/^\p{L}|\p{L}$/u.test(around)
    );
  });

  /** The place where ten digits are reached, and the digits up to there. */
  function tenFrom(first: number): [number, string] {
    let digits = groups[first]?.digits ?? '';
    let last = first;
    while (digits.length < 10 && last + 1 < groups.length) {
      last += 1;
      digits += groups[last]?.digits ?? '';
    }
    return [last, digits];
  }
}

const USUAL_SHAPES = new Set(['10', '3 3 4', '3 4 3', '4 3 3', '5 5']);
const NEAR = /^[\s.\-*_~`\\]{1,6}$/;
const LOOSE = /^(?:[ \t]{1,6}|[-.*_~`\\]|[ \t]-[ \t]|\*\*|__)$/;
const PART_OF_MORE = /^[:,/]$/;

/** Modulus 11 with weights 10 to 1. Ten zeros hold too, and mean nothing. */
function checkDigitHolds(digits: string): boolean {
  if (digits.length !== 10 || /^0+$/.test(digits)) return false;
  const sum = [...digits].reduce((total, digit, place) => total + Number(digit) * (10 - place), 0);
  return sum % 11 === 0;
}
