import { type Db, withPublic } from "@/db/connect";
import {
  countPublishedReports,
  findPublicReportByCode,
  getPublicReport,
  listOtherPublicReports,
  listPublicReports,
} from "@/db/queries/public-reports";
import { listPublishedFigures } from "@/db/queries/published-figures";
import { type Figures, indexCells } from "@/lib/domain/cell";
import type { ReportEntry } from "@/lib/domain/report";
import type { ReportDocument } from "@/lib/domain/report-document";
import type { VerificationMark } from "@/lib/domain/verification-code";
import { getPublishedFiles, type PublishedFiles } from "@/lib/services/measure-downloads";
import { verificationCodeOf } from "@/lib/services/release-report";

/** More reports than this are found by searching, not by scrolling. */
export const PUBLIC_LIST_LIMIT = 300;

const LISTED_CELLS = ["requests.received.total", "requests.outcome_total.total"] as const;

/** One district's published reports with the figures that the list compares over the years. */
export type PublicDistrict = {
  districtId: string;
  name: string;
  /** Newest first; of each year the version that counts. */
  reports: (ReportEntry & { received: string | null; concluded: string | null })[];
};

export type PublicList = {
  districts: PublicDistrict[];
  /** Of everything that is published, whatever was searched for. */
  total: { reports: number; districts: number; years: number[] };
  isCut: boolean;
};

/** Loads every published report by district, or those that match. */
export async function loadPublicReports(
  db: Db,
  wanted: { districtName?: string | undefined; year?: number | undefined },
  _now: Date,
): Promise<PublicList> {
  return withPublic(db, async (tx) => {
    const [entries, total] = await Promise.all([
      listPublicReports(tx, { ...wanted, state: "published", limit: PUBLIC_LIST_LIMIT + 1 }),
      countPublishedReports(tx),
    ]);
    const shown = entries.slice(0, PUBLIC_LIST_LIMIT);
    const figures = await listPublishedFigures(tx, {
      districtIds: [...new Set(shown.map((entry) => entry.districtId))],
      cellKeys: LISTED_CELLS,
    });
    return { districts: groupByDistrict(shown, figures), total, isCut: entries.length > PUBLIC_LIST_LIMIT };
  });
}

function groupByDistrict(
  entries: readonly ReportEntry[],
  figures: readonly { id: string; figures: Figures }[],
): PublicDistrict[] {
  const figuresOf = new Map(figures.map((row) => [row.id, row.figures]));
  const districts = [...Map.groupBy(entries, (entry) => entry.districtId)].map(([districtId, own]) => ({
    districtId,
    name: own[0]?.districtName ?? "",
    reports: own.map((entry) => ({
      ...entry,
      received: figuresOf.get(entry.id)?.[LISTED_CELLS[0]] ?? null,
      concluded: figuresOf.get(entry.id)?.[LISTED_CELLS[1]] ?? null,
    })),
  }));
  return districts.toSorted((left, right) => left.name.localeCompare(right.name, "zh-CN"));
}

/** A published report with its versions, charts and downloads. */
export type PublicReport = {
  entry: ReportEntry;
  document: ReportDocument;
  /** The year before, for the charts: the report's own, or that of last year's published report. */
  previousFigures: Figures | null;
  /** All published versions and years of the district, this one among them, newest first. */
  siblings: ReportEntry[];
  /** The version that counts for this year; null when this one does. */
  successor: ReportEntry | null;
  /** True when the document still has the hash that was fixed when it was published. */
  isIntact: boolean;
};

/** Loads a published report with what its files are written from; null for anything that is not published. */
export async function loadPublicReport(
  db: Db,
  { reportId }: { reportId: string },
  _now: Date,
): Promise<(PublicReport & { files: PublishedFiles }) | null> {
  return withPublic(db, async (tx) => {
    const report = await getPublishedWork(tx, reportId);
    return report ? { ...report, files: await getPublishedFiles(tx, report.entry, report.document) } : null;
  });
}

/** Finds the report that a code or hash was printed on, and says whether it still is what was published; null for none. */
export async function verifyPublicReport(
  db: Db,
  mark: VerificationMark,
  _now: Date,
): Promise<Pick<PublicReport, "entry" | "successor" | "isIntact"> | null> {
  return withPublic(db, async (tx) => {
    const entry = await findPublicReportByCode(tx, { verificationCode: mark.code });
    if (!entry || (mark.hash !== null && mark.hash !== entry.documentHash)) return null;
    const report = await getPublishedWork(tx, entry.id);
    return report ? { entry: report.entry, successor: report.successor, isIntact: report.isIntact } : null;
  });
}

async function getPublishedWork(tx: Db, id: string): Promise<PublicReport | null> {
  const found = await getPublicReport(tx, { id });
  if (!found) return null;
  const { document, ...entry } = found;
  const siblings = await listOtherPublicReports(tx, { districtId: entry.districtId });
  return {
    entry,
    document,
    previousFigures: document.previousFigures ?? (await figuresOfYearBefore(tx, entry, document)),
    siblings,
    successor: successorOf(entry, siblings),
    isIntact: isIntact(entry, document),
  };
}

/** One figure of a published report, over the years in which its district published it. */
export type PublicFigure = {
  report: ReportEntry & { document: ReportDocument };
  history: { id: string; year: number; value: string | null }[];
  /** The version that counts, where it is another. */
  successor: ReportEntry | null;
};

/** Loads one figure of a published report over the years; null for a report that is not published. */
export async function loadPublicFigure(
  db: Db,
  { reportId, cellKey }: { reportId: string; cellKey: string },
  _now: Date,
): Promise<PublicFigure | null> {
  return withPublic(db, async (tx) => {
    const report = await getPublicReport(tx, { id: reportId });
    if (!report) return null;
    const [rows, siblings] = await Promise.all([
      listPublishedFigures(tx, { districtIds: [report.districtId], cellKeys: [cellKey] }),
      listOtherPublicReports(tx, { districtId: report.districtId }),
    ]);
    const history = rows
      .filter((row) => row.figures[cellKey] !== null)
      .map(({ id, year, figures }) => ({ id, year, value: figures[cellKey] ?? null }));
    return { report, history, successor: successorOf(report, siblings) };
  });
}

function successorOf(entry: ReportEntry, siblings: readonly ReportEntry[]): ReportEntry | null {
  if (entry.state !== "superseded") return null;
  return siblings.find((other) => other.year === entry.year && other.state === "published") ?? null;
}

function isIntact(entry: ReportEntry, document: ReportDocument): boolean {
  const { hash, code } = verificationCodeOf(document);
  return hash === entry.documentHash && code === entry.verificationCode && code === document.verificationCode;
}

/** A report that was read in does not bring the year before with it; the charts take it from its own report. */
async function figuresOfYearBefore(tx: Db, entry: ReportEntry, document: ReportDocument): Promise<Figures | null> {
  const cellKeys = [...indexCells(document.format).keys()].filter(
    (key) => key.startsWith("requests.") && key.endsWith(".total"),
  );
  const decisions = [...indexCells(document.format).keys()].filter((key) => key.endsWith(".decisions"));
  const rows = await listPublishedFigures(tx, {
    districtIds: [entry.districtId],
    cellKeys: [...cellKeys, ...decisions],
  });
  return rows.find((row) => row.year === entry.year - 1)?.figures ?? null;
}
