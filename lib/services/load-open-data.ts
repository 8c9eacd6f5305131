import { type Db, withPublic } from "@/db/connect";
import {
  listNewestPublicReports,
  listPublicReports,
  listPublicReportsAfter,
  listPublishedOfYear,
} from "@/db/queries/public-reports";
import { listOpenFigures, type OpenFigure } from "@/lib/domain/open-data";
import type { ReportEntry } from "@/lib/domain/report";

/** More than every county's reports of ten years. */
const MOST_REPORTS = 40_000;
/** A feed tells what is new; what is older is in the list. */
const FEED_ENTRIES = 100;

/** Every published report and every version that was corrected since, newest year first. */
export async function loadOpenReports(db: Db, _input: Record<string, never>, _now: Date): Promise<ReportEntry[]> {
  return withPublic(db, (tx) => listPublicReports(tx, { limit: MOST_REPORTS }));
}

/** A page of the published reports and versions that match, newest year first, from behind `after` on. */
export async function loadPublicReportPage(
  db: Db,
  input: Parameters<typeof listPublicReportsAfter>[1],
  _now: Date,
): Promise<ReportEntry[]> {
  return withPublic(db, (tx) => listPublicReportsAfter(tx, input));
}

/** What was published last, corrections among it, newest first. */
export async function loadNewestReports(db: Db, _input: Record<string, never>, _now: Date): Promise<ReportEntry[]> {
  return withPublic(db, (tx) => listNewestPublicReports(tx, { limit: FEED_ENTRIES }));
}

/** The figures of one year, of each body the version that counts. */
export type OpenYear = { entry: ReportEntry; formatId: string; figures: OpenFigure[] }[];

/** Every figure of a year's published reports, body by body; a blank cell has the value null. */
export async function loadOpenYear(db: Db, { year }: { year: number }, _now: Date): Promise<OpenYear> {
  const found = await withPublic(db, (tx) => listPublishedOfYear(tx, { year }));
  return found.map(({ format, figures, ...entry }) => ({
    entry,
    formatId: format.id,
    figures: listOpenFigures(format, figures),
  }));
}
