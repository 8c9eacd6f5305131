import { type Actor, may, unitsFilledBy } from "@/lib/domain/access";
import { computeTotals, type Figures } from "@/lib/domain/cell";
import type { Finding } from "@/lib/domain/check/finding";
import { compareOwnReport } from "@/lib/domain/check/own-report";
import { foldName } from "@/lib/domain/fold-name";
import type { Format } from "@/lib/domain/format";
import type { InterchangeReport } from "@/lib/domain/interchange";
import type { RefusalCode } from "@/lib/domain/refusal";
import { nameOrganisation } from "@/lib/domain/subject-of-interchange";
import type { SourceVersion } from "@/lib/domain/version";

/**
 * Where units' own published reports differ from what is approved of them here. What a unit has explained and its
 * reviewer accepted is settled; a report that was taken in later is told to the office.
 */
export function compareOwnReports(
  format: Format,
  versions: readonly SourceVersion[],
  published: readonly { organisationId: string; report: { figures: Figures } }[],
  explained: readonly { organisationId: string; findingId: string }[],
): Finding[] {
  if (published.length === 0) return [];
  const versionsOf = Map.groupBy(versions, (version) => version.organisationId);
  const explainedOf = Map.groupBy(explained, (explanation) => explanation.organisationId);
  return published.flatMap(({ organisationId, report }) => {
    const unitVersions = versionsOf.get(organisationId) ?? [];
    const figures: Figures = Object.fromEntries(
      unitVersions.flatMap((version) => Object.entries(version.content.figures)),
    );
    const subject = {
      format,
      sections: unitVersions.map((version) => version.sectionId),
      figures: computeTotals(format, figures),
    };
    const explainedIds = new Set((explainedOf.get(organisationId) ?? []).map(({ findingId }) => findingId));
    const toldToUnit = compareOwnReport(subject, report.figures, null);
    const toldToOffice = compareOwnReport(subject, report.figures, unitVersions[0]?.unitName ?? "");
    return toldToOffice.filter((_finding, index) => !explainedIds.has(toldToUnit[index]?.id ?? ""));
  });
}

/**
 * Whether a published report is this unit's own: the body that it names is the unit, alone or behind its district's
 * name. A report that names nobody is nobody's.
 */
export function isReportOf(
  report: Pick<InterchangeReport, "title" | "organisation">,
  unit: { name: string; districtName: string },
): boolean {
  const body = foldName(nameOrganisation(report));
  const name = foldName(unit.name);
  if (name === "" || !body.endsWith(name)) return false;
  const before = body.slice(0, body.length - name.length);
  const district = foldName(unit.districtName);
  return district.includes(before) || before.endsWith(district);
}

/** Who may take in what a unit published: its own people who fill in, and the administrator. */
export function mayTakeUnitReport(actor: Pick<Actor, "permissions" | "memberships">, organisationId: string): boolean {
  return may(actor, "cycle:manage") || unitsFilledBy(actor).includes(organisationId);
}

/** Who decides on other bodies' reports, and so looks for those that wait. */
export function maySettleUnitReports(actor: Pick<Actor, "permissions">): boolean {
  return may(actor, "cycle:manage") || may(actor, "submission:review");
}

export type OtherBodyMove = "confirm" | "decline" | "withdraw";

/**
 * Decides on a report that names another body than the unit. Whoever proposed it may take it back; to let it in or turn it
 * away is a second person's, of the office and not of the unit.
 */
export function decideOtherBody(
  proposal: { organisationId: string; proposedBy: string },
  move: OtherBodyMove,
  actor: Pick<Actor, "userId" | "permissions" | "memberships">,
): { ok: true } | { ok: false; refusal: RefusalCode } {
  const isOwn = proposal.proposedBy === actor.userId;
  if (move === "withdraw") {
    if (!mayTakeUnitReport(actor, proposal.organisationId)) return { ok: false, refusal: "not_permitted" };
    return isOwn ? { ok: true } : { ok: false, refusal: "not_own_proposal" };
  }
  if (!maySettleUnitReports(actor)) return { ok: false, refusal: "not_permitted" };
  const isOfUnit = unitsFilledBy(actor).includes(proposal.organisationId);
  return isOwn || isOfUnit ? { ok: false, refusal: "own_other_body" } : { ok: true };
}

/** A report that names another body than its unit, and waits for a second person. */
export type ProposedUnitReport = {
  id: string;
  organisationId: string;
  year: number;
  title: string;
  body: string;
  reason: string;
  report: InterchangeReport;
  hash: string;
  proposedBy: string;
  proposedByName: string;
  proposedAt: Date;
};
