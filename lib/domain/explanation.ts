import type { Finding } from "@/lib/domain/check/finding";
import type { SectionId } from "@/lib/domain/format";

/** An explanation of a finding, with the finding as it was then. */
export type GivenExplanation = {
  findingId: string;
  body: string;
  /** Null of an explanation that was kept before findings were kept with them. */
  finding: Finding | null;
};

/** Findings by what is still to be done about them. */
export type FindingsByNeed = {
  /** To be put right, or explained where the law allows a difference. */
  errors: Finding[];
  /** Warnings that still want an explanation. */
  warnings: Finding[];
  explained: Finding[];
  infos: Finding[];
};

/**
 * Whether a reason may stand in for a correction. Warnings always; of the errors those alone that hold against the year
 * before, because a department that was merged or a report that was corrected makes a lawful difference to it.
 */
export function isExplainable(finding: Pick<Finding, "severity" | "rule">): boolean {
  return finding.severity === "warning" || finding.rule === "CARRY-YEAR" || finding.rule === "NARR-YEAR";
}

/** Sorts findings by what is still to be done; the one place that decides what blocks a section or report. */
export function sortByNeed(findings: readonly Finding[], explainedIds: ReadonlySet<string>): FindingsByNeed {
  const isExplained = (finding: Finding) => isExplainable(finding) && explainedIds.has(finding.id);
  const open = findings.filter((finding) => !isExplained(finding));
  return {
    errors: open.filter((finding) => finding.severity === "error"),
    warnings: open.filter((finding) => finding.severity === "warning"),
    explained: findings.filter(isExplained),
    infos: open.filter((finding) => finding.severity === "info"),
  };
}

/**
 * The reason that was given for the same place when other values stood there: it speaks of them and no longer counts,
 * but is not lost.
 */
export function staleExplanationOf<Given extends GivenExplanation>(
  finding: Finding,
  explanations: readonly Given[],
): Given | null {
  if (!isExplainable(finding) || explanations.some((explanation) => explanation.findingId === finding.id)) return null;
  return (
    explanations.findLast((explanation) => explanation.finding !== null && isSamePlace(explanation.finding, finding)) ??
    null
  );
}

/** A finding about a whole section has no place in it; there what is expected tells one from another. */
function isSamePlace(before: Finding, now: Finding): boolean {
  const hasPlace = now.cells.length > 0 || now.text !== null;
  return (
    before.rule === now.rule &&
    before.messageKey === now.messageKey &&
    (hasPlace || before.expected === now.expected) &&
    before.cells[0] === now.cells[0] &&
    before.text?.headingKey === now.text?.headingKey &&
    before.sectionId === now.sectionId
  );
}

export type StoredExplanation = {
  submissionId: string;
  findingId: string;
  rule: string;
  finding: Finding | null;
  body: string;
  authorName: string;
  createdAt: Date;
  acceptedByName: string | null;
  acceptedAt: Date | null;
  note: string | null;
};

/** An accepted explanation of a unit whose section is approved, in the version that it was submitted with. */
export type ApprovedExplanation = StoredExplanation & {
  sectionId: SectionId;
  organisationId: string;
  unitName: string;
};

export type StoredReportExplanation = {
  findingId: string;
  finding: Finding;
  body: string;
  authorName: string;
  createdAt: Date;
  note: string | null;
};
