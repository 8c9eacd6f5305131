import { computeTotals, type Figures } from "@/lib/domain/cell";
import type { Finding } from "@/lib/domain/check/finding";
import { compareOwnReport } from "@/lib/domain/check/own-report";
import type { SourceVersion } from "@/lib/domain/compose-report";
import type { Format } from "@/lib/domain/format";

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
