import type { CheckSubject } from "@/lib/domain/check/finding";
import type { Meaning } from "@/lib/domain/check/narrative/meaning";
import type { Quantity } from "@/lib/domain/check/narrative/quantity";
import { readNarrative } from "@/lib/domain/check/narrative/read-narrative";
import type { ReadNumber } from "@/lib/domain/check/narrative/reading";
import { CHECKS } from "@/lib/domain/check/registry";

const TEXT_CHECKS = CHECKS.filter(({ rule }) => rule.startsWith("NARR-"));

/** What is understood of each number of a text, a line a number. */
export function describeReading(subject: CheckSubject): string[] {
  const { numbers, nothings } = readNarrative(subject);
  return [
    ...numbers.map(describeNumber),
    ...nothings.map(({ meaning, start, end }) => `nothing at ${start}–${end}: ${describeMeaning(meaning)}`),
  ];
}

/** What the rules about text say, a line a finding. */
export function describeFindings(subject: CheckSubject): string[] {
  return TEXT_CHECKS.flatMap(({ check }) => check(subject)).map(
    ({ rule, severity, messageKey, expected, actual, cells, text }) =>
      [
        rule,
        severity,
        messageKey,
        `expected ${expected}`,
        `actual ${actual}`,
        text ? `at ${text.start}` : "",
        shorten(cells),
      ].join(" "),
  );
}

function describeNumber(number: ReadNumber): string {
  const { mention, clause, meaning, comparison, share, likely, isCompared } = number;
  const marks = [
    clause.opensList ? "opens a list" : "",
    clause.isFollowed ? "followed" : "",
    clause.pairedWith ? `paired with ${clause.pairedWith.place} of ${clause.pairedWith.of}` : "",
    isCompared ? "compared" : "",
    mention.exactness === "exact" ? "" : String(mention.exactness),
  ].filter((mark) => mark !== "");
  const parts = [
    meaning ? `= ${describeMeaning(meaning)}` : "",
    comparison
      ? `${comparison.kind} of ${comparison.of.map(describeMeaning).join(" and ")}${comparison.mayBeNow ? " or now" : ""}`
      : "",
    share
      ? `share of ${share.measured === null || share.measured === "unknown" ? share.measured : describeMeaning(share.measured)} in ${
          share.whole ? describeMeaning(share.whole) : null
        }, ${share.together} together${share.rate ? `, ${JSON.stringify(share.rate)}` : ""}`
      : "",
    likely.quantities.length > 0 ? `~ ${describeQuantities(likely.quantities)}${likely.isClose ? " closely" : ""}` : "",
  ].filter((part) => part !== "");
  return `${mention.value}${mention.unit} ${[...parts, ...(marks.length > 0 ? [`(${marks.join(", ")})`] : [])].join(" ")}`.trim();
}

function describeMeaning({ accepted, others, listed, isLoose, isLikely, isClose, isMaybePart }: Meaning): string {
  const marks = Object.entries({ isLoose, isLikely, isClose, isMaybePart }).flatMap(([name, is]) => (is ? [name] : []));
  return [
    describeQuantities(accepted),
    others.length > 0 ? `also ${describeQuantities(others)}` : "",
    listed
      ? `listed ${listed.of} ${listed.named.join("+")} under ${listed.under.map((rows) => rows.join("+")).join("|")}`
      : "",
    ...marks,
  ]
    .filter((part) => part !== "")
    .join("; ");
}

function describeQuantities(quantities: readonly Quantity[]): string {
  return quantities.map(({ cells, isNegated }) => `${isNegated ? "−" : ""}${shorten(cells)}`).join(" | ");
}

/** Long sums by their first and last cell and their number; a cell of table 三 by its row, and its column but 总计. */
function shorten(cells: readonly string[]): string {
  const names = cells.map((cell) => cell.replace(/^requests\.([^.]+)(?:\.total)?/u, "$1"));
  return names.length <= 3 ? names.join("+") : `${names[0]}+…${names.length}…+${names.at(-1)}`;
}
