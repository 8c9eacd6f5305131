import { computeTotals, type Figures } from "@/lib/domain/cell";
import type { Finding } from "@/lib/domain/check/finding";
import { compareOwnReport } from "@/lib/domain/check/own-report";
import type { SourceVersion } from "@/lib/domain/compose-report";
import type { Format } from "@/lib/domain/format";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { nameOrganisation } from "@/lib/domain/subject-of-interchange";

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
  return published.flatMap(({ organisationId, report }) => {
    const own = versions.filter((version) => version.organisationId === organisationId);
    const figures: Figures = Object.fromEntries(own.flatMap((version) => Object.entries(version.content.figures)));
    const subject = {
      format,
      sections: own.map((version) => version.sectionId),
      figures: computeTotals(format, figures),
    };
    const given = new Set(explained.flatMap((one) => (one.organisationId === organisationId ? [one.findingId] : [])));
    const toldToUnit = compareOwnReport(subject, report.figures, null);
    const toldToOffice = compareOwnReport(subject, report.figures, own[0]?.unitName ?? "");
    return toldToOffice.filter((_finding, index) => !given.has(toldToUnit[index]?.id ?? ""));
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

function foldName(name: string): string {
  return name.normalize("NFKC").replace(/[\p{Cf}\s]/gu, "");
}
