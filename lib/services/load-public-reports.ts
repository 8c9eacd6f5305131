import type { Db } from "@/db/connect";
import {
  countPublishedReports,
  findPublicReportByCode,
  getPublicReport,
  listPublicReports,
  listPublicSiblings,
  listPublishedFigures,
} from "@/db/queries/reports";
import { type Figures, indexCells } from "@/lib/domain/cell";
import type { ReportEntry } from "@/lib/domain/report";
import type { ReportDocument } from "@/lib/domain/report-document";
import type { VerificationMark } from "@/lib/domain/verification-code";
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

/** Every published report by district, or those that match. The caller's transaction is the public's. */
export async function loadPublicReports(
  tx: Db,
  wanted: { districtName?: string | undefined; year?: number | undefined },
): Promise<PublicList> {
  const [entries, total] = await Promise.all([
    listPublicReports(tx, { ...wanted, state: "published", limit: PUBLIC_LIST_LIMIT + 1 }),
    countPublishedReports(tx),
  ]);
  const shown = entries.slice(0, PUBLIC_LIST_LIMIT);
  const figures = await listPublishedFigures(tx, {
    districtIds: [...new Set(shown.map((entry) => entry.districtId))],
    cellKeys: LISTED_CELLS,
  });
  const figuresOf = new Map(figures.map((row) => [row.id, row.figures]));
  const districts = new Map<string, PublicDistrict>();
  for (const entry of shown) {
    const found = figuresOf.get(entry.id);
    const district = districts.get(entry.districtId) ?? {
      districtId: entry.districtId,
      name: entry.districtName,
      reports: [],
    };
    district.reports.push({
      ...entry,
      received: found?.[LISTED_CELLS[0]] ?? null,
      concluded: found?.[LISTED_CELLS[1]] ?? null,
    });
    districts.set(entry.districtId, district);
  }
  return {
    districts: [...districts.values()].toSorted((left, right) => left.name.localeCompare(right.name, "zh-CN")),
    total,
    isCut: entries.length > PUBLIC_LIST_LIMIT,
  };
}

/** A published report with what stands around it. */
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

/** Null for anything that is not published. */
export async function loadPublicReport(tx: Db, id: string): Promise<PublicReport | null> {
  const found = await getPublicReport(tx, { id });
  if (!found) return null;
  const { document, ...entry } = found;
  const siblings = await listPublicSiblings(tx, { districtId: entry.districtId });
  return {
    entry,
    document,
    previousFigures: document.previousFigures ?? (await figuresOfYearBefore(tx, entry, document)),
    siblings,
    successor: successorOf(entry, siblings),
    isIntact: isIntact(entry, document),
  };
}

/** The report that a code or hash was printed on, and whether it still is what was published; null for none. */
export async function verifyPublicReport(
  tx: Db,
  mark: VerificationMark,
): Promise<Pick<PublicReport, "entry" | "successor" | "isIntact"> | null> {
  const entry = await findPublicReportByCode(tx, { verificationCode: mark.code });
  if (!entry || (mark.hash !== null && mark.hash !== entry.documentHash)) return null;
  const report = await loadPublicReport(tx, entry.id);
  return report ? { entry: report.entry, successor: report.successor, isIntact: report.isIntact } : null;
}

/** One figure of a published report over the years of its district, and the version that counts where it is another. */
export async function loadPublicFigure(
  tx: Db,
  params: { reportId: string; cellKey: string },
): Promise<PublicFigureWork | null> {
  const report = await getPublicReport(tx, { id: params.reportId });
  if (!report) return null;
  const [history, siblings] = await Promise.all([
    loadFigureHistory(tx, { districtId: report.districtId, cellKey: params.cellKey }),
    listPublicSiblings(tx, { districtId: report.districtId }),
  ]);
  return { report, history, successor: successorOf(report, siblings) };
}

export type PublicFigureWork = {
  report: ReportEntry & { document: ReportDocument };
  history: Awaited<ReturnType<typeof loadFigureHistory>>;
  successor: ReportEntry | null;
};

/** One figure of a district over the years in which it was published. */
export async function loadFigureHistory(
  tx: Db,
  params: { districtId: string; cellKey: string },
): Promise<{ id: string; year: number; value: string | null }[]> {
  const rows = await listPublishedFigures(tx, { districtIds: [params.districtId], cellKeys: [params.cellKey] });
  return rows
    .filter((row) => row.figures[params.cellKey] !== null)
    .map(({ id, year, figures }) => ({ id, year, value: figures[params.cellKey] ?? null }));
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
