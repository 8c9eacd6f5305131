import type { Adjustment } from "@/lib/domain/adjustment";
import type { Finding } from "@/lib/domain/check/finding";
import { saysTheSame } from "@/lib/domain/erratum";
import { sortByNeed } from "@/lib/domain/explanation";
import type { DocumentWithoutSources } from "@/lib/domain/report-document";
import type { RollUp } from "@/lib/domain/roll-up";

/** One thing that keeps the report from being finalised. */
export type Blocker =
  | { kind: "missing_units"; units: string[] }
  | { kind: "open_adjustments"; count: number }
  | { kind: "nothing_corrected" }
  | { kind: "errors"; count: number }
  | { kind: "unexplained"; count: number };

/**
 * What must be settled before the district's report is fixed: nothing missing, nothing unsigned, nothing contradictory,
 * a reason for every warning that stands, and in a correction something that is corrected.
 */
export function listBlockers(params: {
  rollUp: Pick<RollUp, "units">;
  adjustments: readonly Pick<Adjustment, "state">[];
  findings: readonly Finding[];
  explanations: readonly { findingId: string }[];
  /** The published version that a correction takes the place of, and what it would say. */
  superseded: DocumentWithoutSources | null;
  document: DocumentWithoutSources;
}): Blocker[] {
  const missing = params.rollUp.units.filter((unit) => unit.status === "missing").map((unit) => unit.name);
  const open = params.adjustments.filter((adjustment) => adjustment.state === "proposed").length;
  const explainedIds = new Set(params.explanations.map((explanation) => explanation.findingId));
  const { errors, warnings } = sortByNeed(params.findings, explainedIds);
  return [
    ...(missing.length > 0 ? [{ kind: "missing_units" as const, units: missing }] : []),
    ...(open > 0 ? [{ kind: "open_adjustments" as const, count: open }] : []),
    ...(params.superseded && saysTheSame(params.superseded, params.document)
      ? [{ kind: "nothing_corrected" as const }]
      : []),
    ...(errors.length > 0 ? [{ kind: "errors" as const, count: errors.length }] : []),
    ...(warnings.length > 0 ? [{ kind: "unexplained" as const, count: warnings.length }] : []),
  ];
}
