import type { DecimalText } from "@/lib/domain/figure";

const DIGITS: Readonly<Record<string, number>> = Object.fromEntries(
  [..."零一二三四五六七八九"]
    .map((digit, value): [string, number] => [digit, value])
    .concat([
      ["〇", 0],
      ["两", 2],
    ]),
);
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Reads a Chinese numeral below ten thousand (十一, 两百零五, 三千); null when it is not one. */
export function readHanNumber(text: string): DecimalText | null {
  let total = 0;
  let digit: number | null = null;
  let lastPlace = 10_000;
  for (const character of text) {
    const value = DIGITS[character];
    const place = PLACES[character];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (place !== undefined && place < lastPlace) {
      // 十一 begins with its place: the one before it is not written.
      total += (digit ?? (place === 10 && total === 0 ? 1 : 0)) * place;
      if (digit === null && place !== 10) return null;
      digit = null;
      lastPlace = place;
    } else {
      return null;
    }
  }
  return text === "" ? null : String(total + (digit ?? 0));
}
