import { z } from "zod";
import { nameCell } from "@/lib/domain/check/subject-cells";
import { listBlockers } from "@/lib/domain/finalise";
import { listCells } from "@/lib/domain/format-cells";
import { choicesOfQuery } from "@/lib/domain/kept-file";
import type { ReportDocument } from "@/lib/domain/report-document";
import { localizeFormat } from "@/lib/formats/localize-format";
import { fileNameOf, getRenderer } from "@/lib/render";
import { RENDER_FORMATS } from "@/lib/render/render-format";
import { hashOf } from "@/lib/services/hash";
import { loadReport } from "@/lib/services/load-report";
import { loadReportDownload } from "@/lib/services/load-report-files";
import { loadRollUp } from "@/lib/services/load-roll-up";
import { recordDraftDownload } from "@/lib/services/record-draft-download";
import { writeReportFile } from "@/lib/services/write-report-file";
import { BadCursor } from "@/lib/web/api/bad-cursor";
import { type ApiFile, FILE, operation } from "@/lib/web/api/operation";
import { paging, readCursor, uuid, writeCursor } from "@/lib/web/api/parts";
import { ReportWorkSchema, RollUpSchema, TraceSchema } from "@/lib/web/api/schemas/report";
import { wordedFindings } from "@/lib/web/api/words-of-finding";

const cycle = z.object({ cycleId: uuid });
const PageSchema = z.object({ page: z.int().min(1) });
const READ = { method: "GET", tag: "report", scope: "read", anyOf: ["report:read"] } as const;

/** What the office reads of a year's report. */
export const REPORT_OPERATIONS = [
  operation(
    { id: "getRollUp", path: "/cycles/{cycleId}/roll-up", ...READ, params: cycle, output: RollUpSchema },
    async ({ db, actor, params, locale, now }) => {
      const found = await loadRollUp(db, actor, { ...params, cellKey: null, page: 1, isBalanced: false }, now);
      if (!found) return null;
      const { work, behind } = found;
      const format = localizeFormat(work.cycle.format, locale);
      return {
        report: work.report,
        figures: listCells(format).map(({ key }) => ({
          cellKey: key,
          label: nameCell(format, key),
          value: work.document.figures[key] ?? null,
          units: behind.get(key) ?? 0,
        })),
        units: work.rollUp.units,
        adjustments: work.adjustments,
      };
    },
  ),
  operation(
    {
      ...{ id: "getTrace", path: "/cycles/{cycleId}/roll-up/{cellKey}", ...READ },
      params: cycle.extend({ cellKey: z.string().max(200) }),
      query: z.strictObject({ cursor: paging.cursor }),
      output: TraceSchema,
    },
    async ({ db, actor, params, query: { cursor }, now }) => {
      const wanted = cursor === undefined ? { page: 1 } : readCursor(cursor, PageSchema);
      if (!wanted) throw new BadCursor();
      const found = await loadRollUp(db, actor, { ...params, ...wanted, isBalanced: false }, now);
      if (!found?.trace) return null;
      const { rows, page, pageCount } = found.trace.units;
      return { ...found.trace, units: rows, next: page < pageCount ? writeCursor({ page: page + 1 }) : null };
    },
  ),
  operation(
    { id: "getReport", path: "/cycles/{cycleId}/report", ...READ, params: cycle, output: ReportWorkSchema },
    async ({ db, actor, params, locale, now }) => {
      const work = await loadReport(db, actor, params, now);
      if (!work) return null;
      const own = new Map(work.texts.map(({ headingKey, body }) => [headingKey, body]));
      return {
        report: work.report,
        blockers: work.report.state === "draft" ? listBlockers(work) : [],
        findings: await wordedFindings(work.findings, work.explanations, locale),
        preface: work.cycle.preface,
        texts: work.document.sections.flatMap(({ id: sectionId, headings }) =>
          headings.map(({ key, number, title, paragraphs }) => ({
            ...{ sectionId, headingKey: key, number, title },
            own: own.get(key) ?? null,
            printed: paragraphs.map(textOf),
          })),
        ),
      };
    },
  ),
  operation(
    {
      ...{ id: "getReportFile", method: "GET", path: "/cycles/{cycleId}/report/files/{format}", tag: "report" },
      ...{ scope: "read", anyOf: ["report:download"] },
      params: cycle.extend({ format: z.enum(RENDER_FORMATS) }),
      output: FILE,
    },
    async ({ db, actor, params: { cycleId, format }, now }): Promise<ApiFile | null> => {
      const renderer = getRenderer(format);
      const found = renderer && (await loadReportDownload(db, actor, { cycleId, format }, now));
      if (!renderer || !found) return null;
      const { document, report, print } = found;
      const choices = choicesOfQuery(new URLSearchParams(), print.choices);
      const { letterhead } = print;
      return {
        tag: `${hashOf(document)}-${format}${letterhead ? `-${letterhead.hash}` : ""}`,
        name: fileNameOf(document, format, choices),
        ...renderer,
        async write() {
          const bytes = await writeReportFile(document, format, { choices, letterhead });
          await recordDraftDownload(db, actor, { report, format }, now);
          return bytes;
        },
      };
    },
  ),
];

function textOf(paragraph: ReportDocument["preface"][number]): string {
  return paragraph.map((segment) => (segment.kind === "text" ? segment.text : segment.value)).join("");
}
