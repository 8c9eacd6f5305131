import type { CheckSubject } from "@/lib/domain/check/finding";
import { knownFigures } from "@/lib/domain/check/known-figures";
import { APPLICANTS, LEGAL_PERSONS } from "@/lib/domain/check/narrative/applicant-words";
import {
  cellsQuantity,
  flowQuantity,
  type Quantity,
  quantityValue,
  requestQuantity,
} from "@/lib/domain/check/narrative/quantity";
import { GROUPS_OF_OUTCOMES, OUTCOME_ROWS } from "@/lib/domain/check/narrative/request-words";
import { subtractDecimals } from "@/lib/domain/decimal";
import type { DecimalText } from "@/lib/domain/figure";
import type { Format } from "@/lib/domain/format";

/** What the tables say of a quantity: this year, and the year before where its report is known. */
export type KnownQuantity = { quantity: Quantity; now: DecimalText; before: DecimalText | null };

type KnownQuantities = {
  all: readonly KnownQuantity[];
  /** Those that have this value in this year, in the one before, or as the difference of both. */
  having: (value: DecimalText) => readonly KnownQuantity[];
  of: (quantity: Quantity) => KnownQuantity | null;
};

const known = new WeakMap<CheckSubject, KnownQuantities>();

/** Everything that a report's text is likely to count and its tables know, worked out once. */
export function knownQuantities(subject: CheckSubject): KnownQuantities {
  const before = known.get(subject);
  if (before) return before;
  const byCells = new Map<string, KnownQuantity>();
  const byValue = new Map<DecimalText, KnownQuantity[]>();
  const of = (quantity: Quantity) => byCells.get(quantity.cells.join()) ?? valuesOf(subject, quantity);
  for (const quantity of listQuantities(subject.format)) {
    const one = byCells.has(quantity.cells.join()) ? null : valuesOf(subject, quantity);
    if (!one) continue;
    byCells.set(quantity.cells.join(), one);
    const change = one.before === null ? null : subtractDecimals(one.now, one.before).replace("-", "");
    for (const value of new Set([one.now, one.before, change])) {
      if (value !== null && value !== "0") byValue.set(value, [...(byValue.get(value) ?? []), one]);
    }
  }
  const made = { all: [...byCells.values()], having: (value: DecimalText) => byValue.get(value) ?? [], of };
  known.set(subject, made);
  return made;
}

function valuesOf(subject: CheckSubject, quantity: Quantity): KnownQuantity | null {
  const now = quantityValue(quantity, knownFigures(subject));
  const { previous } = subject;
  const isYearBefore = previous?.year === subject.year - 1;
  const before = isYearBefore ? quantityValue(quantity, previous.figures) : null;
  return now === null ? null : { quantity, now, before };
}

const COLUMNS = [["total"], ...APPLICANTS.map((column) => [column]), LEGAL_PERSONS];
const FLOWS = ["received", "carried_in", "handled", "concluded", "carried_out"] as const;
const ROWS = [...OUTCOME_ROWS.map((row) => [row]), ["granted", "granted_in_part"], ...GROUPS_OF_OUTCOMES];
const SUITS = ["direct_suit", "suit_after_review"];
const CASES = [["review"], ["direct_suit"], ["suit_after_review"], SUITS, ["review", ...SUITS]];
const RESULTS = [["total"], ["upheld"], ["corrected"], ["other"], ["pending"], ["upheld", "corrected", "other"]];
const DECISIONS = ["licensing", "penalties", "coercion"].map((topic) => `active.${topic}.decisions`);
const DOCUMENTS = ["regulations", "normative_documents"].flatMap((topic) =>
  ["made", "repealed", "in_force", "disclosed", "total_public"].map((column) => `active.${topic}.${column}`),
);
const SINGLE = [
  ...DECISIONS,
  ...DOCUMENTS,
  "active.fees.amount",
  "active.procurement.projects",
  "active.procurement.amount",
  "active.other_services.decisions",
];

const listed = new WeakMap<Format, readonly Quantity[]>();

function listQuantities(format: Format): readonly Quantity[] {
  const before = listed.get(format);
  if (before) return before;
  const quantities = [
    ...COLUMNS.flatMap((columns) => [
      ...FLOWS.map((flow) => flowQuantity(format, flow, columns)),
      ...ROWS.map((rows) => requestQuantity(format, rows, columns)),
    ]),
    ...CASES.flatMap((groups) =>
      RESULTS.map((results) =>
        cellsQuantity(
          format,
          groups.flatMap((group) => results.map((result) => `litigation.${group}.${result}`)),
        ),
      ),
    ),
    ...[...SINGLE.map((cell) => [cell]), DECISIONS].map((cells) => cellsQuantity(format, cells)),
  ].filter((quantity) => quantity !== null);
  listed.set(format, quantities);
  return quantities;
}
