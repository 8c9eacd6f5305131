import { type Db, withPublic } from "@/db/connect";
import { findPublicReportByCode, listPublicReports } from "@/db/queries/public-reports";
import type { ReportEntry } from "@/lib/domain/report";
import { findOwnMarks, type OwnFileType, type OwnMarks } from "@/lib/intake/find-own-marks";
import { countFile, readSent, type SentFile } from "@/lib/services/check-up";
import { hashOfBytes } from "@/lib/services/hash";
import { loadPublicDownload } from "@/lib/services/load-public-download";
import { verifyPublicReport } from "@/lib/services/load-public-reports";
import { withReader } from "@/lib/services/with-reader";
import { writeReportFile } from "@/lib/services/write-report-file";

/** More versions than these no year of a body has. */
const MOST_CANDIDATES = 20;

export type Recognised =
  /** Byte for byte the file that is published; `successor` where another version counts now. */
  | { kind: "genuine"; entry: ReportEntry; successor: ReportEntry | null; type: OwnFileType }
  /** It bears the mark of that report and is not the file that is published. */
  | { kind: "altered"; entry: ReportEntry; successor: ReportEntry | null }
  | { kind: "unknown" };

/**
 * Says of a file whether it is one that is published here, by writing the report that it names anew and comparing the
 * bytes. Nothing of it is kept.
 *
 * @throws Refusal too_many_attempts with `minutes`, and reader_busy with `seconds`
 */
export async function recogniseFile(
  db: Db,
  { file, from }: { file: SentFile; from: string },
  now: Date,
): Promise<Recognised> {
  await countFile(db, { from }, now);
  const marks = findOwnMarks(file.bytes);
  if (!marks) return { kind: "unknown" };
  const candidates = await listCandidates(db, marks, { file, from });
  const hash = hashOfBytes(file.bytes);
  for (const entry of candidates) {
    if (!(await isPublishedFile(db, entry, marks.type, hash, now))) continue;
    return { kind: "genuine", entry, successor: await successorOf(db, entry, now), type: marks.type };
  }
  const [named] = candidates;
  return named ? { kind: "altered", entry: named, successor: await successorOf(db, named, now) } : { kind: "unknown" };
}

/** The reports that the file may be of: by the codes in it, by whose it says it is, or by the title that is read in it. */
async function listCandidates(
  db: Db,
  marks: OwnMarks,
  { file, from }: { file: SentFile; from: string },
): Promise<ReportEntry[]> {
  const limit = MOST_CANDIDATES;
  if (marks.body) {
    const { name: districtName, year } = marks.body;
    return withPublic(db, (tx) => listPublicReports(tx, { districtName, year, limit }));
  }
  if (marks.type !== "pdf") {
    return withPublic(db, async (tx) => {
      const found = await Promise.all(
        marks.codes.map((verificationCode) => findPublicReportByCode(tx, { verificationCode })),
      );
      return found.filter((entry) => entry !== null);
    });
  }
  const read = await withReader({ from, isSignedIn: false }, (reader) => readSent(reader, file));
  if (!read.ok) return [];
  const { title, year } = read.report;
  return withPublic(db, (tx) => listPublicReports(tx, { title, year, limit }));
}

async function isPublishedFile(db: Db, entry: ReportEntry, type: OwnFileType, hash: string, now: Date) {
  for (const isArchive of type === "pdf" ? [false, true] : [false]) {
    const download = await loadPublicDownload(db, { reportId: entry.id, format: type, isArchive }, now);
    if (!download) continue;
    const { document, choices, letterhead, kept } = download;
    if (hashOfBytes(kept ?? (await writeReportFile(document, type, { choices, letterhead }))) === hash) return true;
  }
  return false;
}

async function successorOf(db: Db, entry: ReportEntry, now: Date): Promise<ReportEntry | null> {
  const { verificationCode: code } = entry;
  return code ? ((await verifyPublicReport(db, { code, hash: null }, now))?.successor ?? null) : null;
}
