import type { Db } from "@/db/connect";
import { listApprovedContents } from "@/db/queries/approved-versions";
import { listTakenOver } from "@/db/queries/cycle-units";
import { getCycleByYear } from "@/db/queries/cycles";
import { listUnitReports } from "@/db/queries/unit-reports";
import type { Actor } from "@/lib/domain/access";
import { computeTotals } from "@/lib/domain/cell";
import type { Cycle } from "@/lib/domain/cycle";
import type { SectionId } from "@/lib/domain/format";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { subjectOfInterchange } from "@/lib/domain/subject-of-interchange";
import { type PreviousOfUnit, withTakenOver } from "@/lib/domain/taken-over";
import type { VersionContent } from "@/lib/domain/version";
import { getFormat } from "@/lib/formats";

type ApprovedContent = { sectionId: SectionId; content: VersionContent };

/**
 * What each unit reported in the year before `year`, as approved; where it did not report here, what it published
 * itself. What a unit took over of units that have gone is in its figures. Units of which nothing is known are left out.
 */
export async function listPreviousOfUnits(
  tx: Db,
  actor: Actor,
  params: { year: number; organisationIds: readonly string[] },
): Promise<Map<string, PreviousOfUnit>> {
  const { organisationIds } = params;
  const { districtId, scope } = actor;
  const year = params.year - 1;
  const [cycle, approved, published, taken] = await Promise.all([
    getCycleByYear(tx, { districtId, year }),
    listApprovedContents(tx, { scope, organisationIds, year }),
    listUnitReports(tx, { scope, organisationIds, year }),
    listTakenOver(tx, { scope, organisationIds, year: params.year }),
  ]);
  const contentsOf = Map.groupBy(approved, (content) => content.organisationId);
  const publishedOf = new Map(published.map((report) => [report.organisationId, report.report]));
  return new Map(
    organisationIds.flatMap((organisationId) => {
      const contents = contentsOf.get(organisationId);
      const publishedReport = publishedOf.get(organisationId);
      const own =
        cycle && contents
          ? previousOfContents(cycle, contents)
          : publishedReport
            ? previousOfInterchange(publishedReport)
            : null;
      const previous = withTakenOver(own, taken.get(organisationId) ?? []);
      return previous ? [[organisationId, previous] as const] : [];
    }),
  );
}

/** As `listPreviousOfUnits`, of one unit; null where nothing is known. */
export async function getPreviousOfUnit(
  tx: Db,
  actor: Actor,
  params: { year: number; organisationId: string },
): Promise<PreviousOfUnit | null> {
  const { year, organisationId } = params;
  const previous = await listPreviousOfUnits(tx, actor, { year, organisationIds: [organisationId] });
  return previous.get(organisationId) ?? null;
}

function previousOfContents({ year, format }: Cycle, contents: readonly ApprovedContent[]): PreviousOfUnit {
  return {
    year,
    formatId: format.id,
    figures: computeTotals(
      format,
      Object.fromEntries(contents.flatMap(({ content }) => Object.entries(content.figures))),
    ),
    texts: Object.fromEntries(
      contents.map(({ sectionId, content }) => [sectionId, Object.values(content.paragraphs).join("\n")]),
    ),
    paragraphs: Object.fromEntries(contents.flatMap(({ content }) => Object.entries(content.paragraphs))),
  };
}

/** A published report is read as the year before of a report that has nothing in it yet. */
function previousOfInterchange(report: InterchangeReport): PreviousOfUnit | null {
  const format = getFormat(report.format);
  const previous = format && subjectOfInterchange({ ...report, year: report.year + 1 }, format, report).previous;
  return previous ? { ...previous, paragraphs: {} } : null;
}
