/**
 * Digits of every script.
 * @module
 */
const anyDigit = /\p{Nd}/u;

/** Digits of every script as 0…9; each stays as many UTF-16 units long as it was, so that places stay right. */
export function asciiDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit)).padStart(digit.length, '\u0000'));
}

/** `digits` in the script of `like`, where that is a digit. */
export function digitLike(digit: string, like: string): string {
  const point = like.codePointAt(0) ?? 0;
  return like >= '0' && like <= '9' ? digit : String.fromCodePoint(point - digitValue(like) + Number(digit));
}

function digitValue(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  // Every script has its ten digits in one row.
  while (point - zero < 9 && anyDigit.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return point - zero;
}
