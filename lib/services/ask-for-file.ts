import { randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import { insertJob } from "@/db/queries/jobs";
import { countOpenFiles, upsertKeptFile } from "@/db/queries/kept-files";
import { deleteOldDraftFiles, deleteOutdatedFiles } from "@/db/queries/outdated-files";
import { type Actor, may } from "@/lib/domain/access";
import type { AskForFileInput } from "@/lib/domain/inputs/report";
import { choicesThatMatter, countRows, isLargeFile, type PrintChoices } from "@/lib/domain/kept-file";
import { Refusal } from "@/lib/domain/refusal";
import type { ReportEntry } from "@/lib/domain/report";
import type { ReportDocument } from "@/lib/domain/report-document";
import { getRenderer, RENDERERS } from "@/lib/render";
import type { RenderFormat } from "@/lib/render/render-format";
import { carryOut, withoutResult } from "@/lib/services/carry-out";
import { hashOf } from "@/lib/services/hash";
import { getPrint, type Print } from "@/lib/services/print-choices";
import { getReportNow } from "@/lib/services/report-work";

const WAITING_AT_MOST = 20;
const DRAFT_DAYS = 7;
const DAY_MS = 86_400_000;

/** The key of a kept file: a hash over document, file type, choices and template. */
export function keyOfFile(
  documentHash: string,
  format: RenderFormat,
  choices: PrintChoices,
  letterhead: Print["letterhead"],
): string {
  return hashOf({ documentHash, format, ...choicesThatMatter(format, choices), letterhead: letterhead?.hash ?? null });
}

/**
 * Queues a file of the report as it stands now to be written. The same request again adds no second file.
 *
 * @throws Refusal not_permitted, not_found and too_many_files with `count`
 */
export async function askForFile(db: Db, actor: Actor, input: AskForFileInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx) => {
      if (!may(actor, "report:download")) throw new Refusal("not_permitted");
      const renderer = getRenderer(input.format);
      const work = renderer ? await getReportNow(tx, actor, input.cycleId, now) : null;
      if (!renderer || !work) throw new Refusal("not_found");
      const { districtId } = actor;
      const count = await countOpenFiles(tx, { districtId });
      if (count >= WAITING_AT_MOST) throw new Refusal("too_many_files", { count });
      const { document, report } = work;
      const documentHash = report.documentHash ?? hashOf(document);
      await deleteOldDraftFiles(tx, { districtId, before: new Date(now.getTime() - DRAFT_DAYS * DAY_MS) });
      await deleteOutdatedFiles(tx, { districtId, reportId: report.id, documentHash });
      const choices = {
        charts: !input.withoutCharts,
        unitAnnexes: input.withUnitAnnexes ?? false,
        archive: input.archive ?? false,
      };
      await enqueueFile(tx, { report, document, documentHash, format: renderer.format, choices, by: actor.name, now });
    },
    withoutResult,
  );
}

/** Queues the large files of a report when it is published, so that the public does not wait for them. */
export async function askForPublishedFiles(
  tx: Db,
  of: { report: ReportEntry; document: ReportDocument; documentHash: string; by: string; now: Date },
): Promise<void> {
  const { report, document, documentHash } = of;
  await deleteOutdatedFiles(tx, { districtId: report.districtId, reportId: report.id, documentHash });
  for (const { format } of RENDERERS) {
    const { choices } = await getPrint(tx, report, format);
    if (isLargeFile(countRows(document), format, choices)) await enqueueFile(tx, { ...of, format, choices });
  }
}

async function enqueueFile(
  tx: Db,
  file: {
    report: ReportEntry;
    document: ReportDocument;
    documentHash: string;
    format: RenderFormat;
    choices: PrintChoices;
    by: string;
    now: Date;
  },
): Promise<void> {
  const { report, document, documentHash, format } = file;
  const { letterhead } = await getPrint(tx, report, format);
  const { districtId } = report;
  const id = await upsertKeptFile(tx, {
    districtId,
    id: randomUUID(),
    reportId: report.id,
    key: keyOfFile(documentHash, format, file.choices, letterhead),
    documentHash,
    format,
    choices: choicesThatMatter(format, file.choices),
    letterheadId: letterhead?.id ?? null,
    isDraft: document.state === "draft",
    document,
    askedByName: file.by,
    askedAt: file.now,
  });
  if (id !== null) await insertJob(tx, { queue: "write-file", key: id, data: { districtId, id } });
}
