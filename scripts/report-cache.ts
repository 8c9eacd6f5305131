import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type InterchangeReport, InterchangeReportSchema } from "@/lib/domain/interchange";

/** Where a report was laid aside. */
export type Place = { file: string };

export type ReportCache = {
  put: (report: InterchangeReport) => Place;
  get: (place: Place) => InterchangeReport;
  clear: () => void;
};

/**
 * Keeps reports on disk while thousands of files are read: the year before a report may come last among them, and all of
 * them at once are more than the memory of a small machine.
 */
export function openReportCache(): ReportCache {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-check-"));
  let count = 0;
  return {
    put: (report) => {
      count += 1;
      const place = { file: join(folder, `${count}.json`) };
      writeFileSync(place.file, JSON.stringify(report), { mode: 0o600 });
      return place;
    },
    get: ({ file }) => InterchangeReportSchema.parse(JSON.parse(readFileSync(file, "utf8"))),
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}
