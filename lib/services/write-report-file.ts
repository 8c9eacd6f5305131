import { countRows, isLargeFile, type PrintChoices } from "@/lib/domain/kept-file";
import { Refusal } from "@/lib/domain/refusal";
import type { ReportDocument } from "@/lib/domain/report-document";
import { renderReport } from "@/lib/render";
import { FileNotWritten } from "@/lib/render/file-not-written";
import type { RenderFormat } from "@/lib/render/render-format";
import { renderInProcess } from "@/lib/render/render-in-process";
import type { Print } from "@/lib/services/print-choices";

const TIMEOUT_MS = 2 * 60_000;

/**
 * Writes a file within a request; a large one in a process of its own, so that other requests do not wait.
 *
 * @throws Refusal file_not_written with `reason`
 */
export async function writeReportFile(
  document: ReportDocument,
  format: RenderFormat,
  print: { choices: PrintChoices; letterhead: Print["letterhead"] },
): Promise<Uint8Array> {
  const options = { ...print.choices, ...(print.letterhead ? { letterhead: print.letterhead.file } : {}) };
  if (!isLargeFile(countRows(document), format, print.choices)) return renderReport(document, format, options);
  return renderInProcess({ document, format, options }, { timeoutMs: TIMEOUT_MS }, () => undefined).catch(refuse);
}

/** A fault of ours stays one, and is logged. */
function refuse(error: unknown): never {
  if (!(error instanceof FileNotWritten) || error.reason === "fault") throw error;
  throw new Refusal("file_not_written", { reason: error.reason });
}
