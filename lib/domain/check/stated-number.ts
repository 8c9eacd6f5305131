import type { CheckedText } from "@/lib/domain/check/finding";
import type { NumberMention } from "@/lib/domain/check/narrative/number-mentions";
import { multiplyDecimals } from "@/lib/domain/decimal";
import type { DecimalText } from "@/lib/domain/figure";

/** The clause with its number, from the first word to the measure word; a quoted sentence is quoted whole. */
export function quoteOf(text: CheckedText, start: number, end: number, mention: NumberMention) {
  if (text.isExcerpt && text.text.length <= 40) return { start: 0, end: text.text.length, quote: text.text };
  const before = text.text.slice(start, mention.start);
  const lead = /^[\s，,；;：:、）)]*(?:[（(](?![^（(]*[）)]))?/u.exec(before)?.[0].length ?? 0;
  const from = Math.max(start + lead, mention.start - 30);
  // A number without words before it is quoted with those after it.
  const to = mention.start - from < 2 ? Math.min(end, mention.end + 20) : mention.end;
  return { start: from, end: to, quote: text.text.slice(from, to).replace(/[、，,\s]+$/u, "") };
}

/** Money words as factors of 万元, the unit of amounts in the tables. */
const TEN_THOUSANDS: Readonly<Record<string, DecimalText>> = {
  元: "0.0001",
  千元: "0.1",
  万元: "1",
  百万元: "100",
  亿元: "10000",
};

/** An amount of money in 万元, as the tables have it; any other number as it is. */
export function inTableUnit(mention: NumberMention): NumberMention {
  const factor = TEN_THOUSANDS[mention.unit];
  if (factor === undefined) return mention;
  return { ...mention, value: multiplyDecimals(mention.value, factor), step: multiplyDecimals(mention.step, factor) };
}
