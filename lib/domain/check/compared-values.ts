import { agrees } from "@/lib/domain/check/compare-stated";
import type { RoleNumber } from "@/lib/domain/check/compared-numbers";
import type { CheckSubject } from "@/lib/domain/check/finding";
import { type KnownQuantity, knownQuantities } from "@/lib/domain/check/known-quantities";
import { isShare } from "@/lib/domain/check/narrative/number-words";
import { flowQuantity, type Quantity, requestQuantity } from "@/lib/domain/check/narrative/quantity";
import type { ReadNumber } from "@/lib/domain/check/narrative/reading";
import { GROUPS_OF_OUTCOMES } from "@/lib/domain/check/narrative/request-words";
import { inTableUnit } from "@/lib/domain/check/stated-number";
import { divideDecimals, multiplyDecimals, subtractDecimals } from "@/lib/domain/decimal";
import type { DecimalText } from "@/lib/domain/figure";

/** What the number would have to be; several for a share, whose whole is not told. Empty where the tables do not know. */
export function expectedOf(
  subject: CheckSubject,
  { number, role }: RoleNumber,
  { quantity, now, before }: KnownQuantity,
): DecimalText[] {
  const decimals = decimalsOf(number);
  const shares = (year: "now" | "then") =>
    wholesOf(subject, quantity).map((whole) => {
      const [part, all] = year === "now" ? [now, whole.now] : [before, whole.before];
      return part === null || all === null || all === "0" ? null : percentOf(part, all, decimals);
    });
  switch (role) {
    case "now":
      return [now];
    case "then":
      return before === null ? [] : [before];
    case "change":
      return before === null ? [] : [subtractDecimals(now, before).replace("-", "")];
    case "growth":
      return before === null || before === "0"
        ? []
        : [percentOf(subtractDecimals(now, before), before, decimals)?.replace("-", "") ?? ""];
    case "share":
      return shares("now").flatMap((share) => share ?? []);
    case "share_then":
      return shares("then").flatMap((share) => share ?? []);
    case "points": {
      const last = shares("then");
      return shares("now").flatMap((share, index) => {
        const other = last[index];
        return share && other ? [subtractDecimals(share, other).replace("-", "")] : [];
      });
    }
  }
}

function percentOf(part: DecimalText, whole: DecimalText, decimals: number): DecimalText | null {
  return divideDecimals(multiplyDecimals(part, "100"), whole, decimals);
}

/** How many decimals the number shows. */
export function decimalsOf({ mention }: ReadNumber): number {
  return mention.step.includes(".") ? mention.step.length - 2 : 0;
}

const WHOLES = ["concluded", "received", "handled"] as const;
const DECIDED = ["upheld", "corrected", "other"];

/** What a share of the quantity may be of: all requests, its group of outcomes, all cases of its kind or those decided. */
function wholesOf(subject: CheckSubject, { cells }: Quantity): KnownQuantity[] {
  const { of } = knownQuantities(subject);
  const known = (quantity: Quantity | null) => (quantity && of(quantity)) ?? [];
  const [first = ""] = cells;
  if (first.startsWith("requests.")) {
    const rows = cells.map((cell) => cell.split(".")[1] ?? "");
    const group = GROUPS_OF_OUTCOMES.find((one) => one.length > rows.length && rows.every((row) => one.includes(row)));
    return [
      ...WHOLES.flatMap((flow) => known(flowQuantity(subject.format, flow, ["total"]))),
      ...(group ? [known(requestQuantity(subject.format, group, ["total"]))].flat() : []),
    ];
  }
  if (!first.startsWith("litigation.")) return [];
  const ofResults = (results: readonly string[]) => ({
    name: "",
    cells: [...new Set(cells.flatMap((cell) => results.map((result) => cell.replace(/[^.]*$/u, result))))],
  });
  return [ofResults(["total"]), ofResults(DECIDED)].flatMap(known);
}

/** Whether the number is what it would have to be, as far as it shows. */
export function isRightFor({ number, role }: RoleNumber, expected: DecimalText): boolean {
  const stated = inTableUnit(number.mention);
  if (!isShare(number.mention)) return agrees(stated, expected);
  if (stated.value === canonical(expected)) return true;
  // 13.4% and 12.1% may differ by 1.2 points or by 1.3, as they are rounded before or after.
  return role === "points" && subtractDecimals(stated.value, expected).replace("-", "") === stated.step;
}

function canonical(value: DecimalText): DecimalText {
  return value.includes(".") ? value.replace(/\.?0+$/u, "") : value;
}
