import { Refusal } from "@/lib/domain/refusal";
import type { ReportDocument } from "@/lib/domain/report-document";
import { RENDERERS, renderReport } from "@/lib/render";
import type { RenderFormat } from "@/lib/render/render-format";

/** What a report can be downloaded as, with the size of the file. */
export type Download = { format: RenderFormat; bytes: number };

/** Sizes never change for a hash, so that keeping them in a process is safe; the oldest go first. */
const KEPT = 500;
const sizes = new Map<string, Promise<Download[]>>();

/** The files of a published report and how large they are. They are made once for each hash, to be measured. */
export function measureDownloads(document: ReportDocument, documentHash: string): Promise<Download[]> {
  const known = sizes.get(documentHash);
  if (known) return known;
  const measured = measure(document);
  sizes.set(documentHash, measured);
  measured.catch(() => sizes.delete(documentHash));
  const oldest = sizes.keys().next();
  if (sizes.size > KEPT && !oldest.done) sizes.delete(oldest.value);
  return measured;
}

async function measure(document: ReportDocument): Promise<Download[]> {
  const result: Download[] = [];
  for (const { format } of RENDERERS) {
    const bytes = await renderReport(document, format).catch(refused);
    if (bytes) result.push({ format, bytes: bytes.byteLength });
  }
  return result;
}

/** A file type that cannot print some character of the report is not offered; the others are. */
function refused(error: unknown): null {
  if (error instanceof Refusal) return null;
  throw error;
}
