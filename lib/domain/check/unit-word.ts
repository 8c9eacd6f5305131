import { multiplyDecimals } from "@/lib/domain/decimal";
import { type DecimalText, readFigure } from "@/lib/domain/figure";

/** Powers of ten by which 万元 is more than each money word. */
const MONEY: Readonly<Record<string, DecimalText>> = {
  元: "0.0001",
  人民币元: "0.0001",
  千元: "0.1",
  万: "1",
  万元: "1",
  万元人民币: "1",
  百万元: "100",
  千万元: "1000",
  亿元: "10000",
};
const MULTIPLES: Readonly<Record<string, DecimalText>> = {
  "": "1",
  百: "100",
  千: "1000",
  万: "10000",
  亿: "100000000",
};
const WITH_WORD = /^([+-]?\d[\d,]*(?:\.\d+)?)\s*(百|千|万|亿)?([\p{Script=Han}]{0,5})$/u;
const MEASURE_WORDS = new Set([..."件条份宗起项篇次个例部册户家笔", "人次", "余件", "多件"]);

/**
 * Takes a unit off what stands in a cell: "240万元" in a cell of 万元 is 240, "75394432.52元" is 7539.443252, "7件" is 7.
 * `value` is null when the unit is not one that the cell's own unit can be worked out from.
 */
export function readWithUnit(found: string, unit: string): { word: string; value: DecimalText | null } | null {
  const match = WITH_WORD.exec(found.trim());
  if (!match) return null;
  const [, digits = "", multiple = "", rest = ""] = match;
  const word = `${multiple}${rest}`;
  if (word === "") return null;
  const number = readFigure(digits.replaceAll(",", "").replace(/^\+/, ""));
  if (number.kind !== "number") return { word, value: null };
  if (unit === "万元") {
    const factor = MONEY[word];
    return { word, value: factor === undefined ? null : multiplyDecimals(number.value, factor) };
  }
  if (rest !== "" && !MEASURE_WORDS.has(rest)) return { word, value: null };
  return { word, value: multiplyDecimals(number.value, MULTIPLES[multiple] ?? "1") };
}
