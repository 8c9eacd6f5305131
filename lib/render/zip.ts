import { createHash } from "node:crypto";
import type { PrintedReport } from "@/lib/domain/report-document";
import { dayOf } from "@/lib/render/print-format";
import { type OnPart, SCHEMA_FILES } from "@/lib/render/render-format";
import { zipFiles } from "@/lib/render/repack";
import { reportJsonSchema } from "@/lib/render/report-json-schema";
import { REPORT_XSD } from "@/lib/render/report-xsd";

/** One file of the archive: its name, and what writes it. */
export type ZipPart = { name: string; write: () => Uint8Array | Promise<Uint8Array> };

/** Every file type of a report in one archive, with the schemas of its data and a list of SHA-256 checksums. */
export async function renderZip(
  document: PrintedReport,
  parts: readonly ZipPart[],
  onPart: OnPart,
): Promise<Uint8Array> {
  const files: [string, Uint8Array][] = [];
  for (const [index, part] of parts.entries()) {
    onPart(index, parts.length);
    files.push([part.name, await part.write()]);
  }
  files.push([SCHEMA_FILES.json, new TextEncoder().encode(reportJsonSchema())]);
  files.push([SCHEMA_FILES.xml, new TextEncoder().encode(REPORT_XSD)]);
  const sums = files.map(([name, bytes]) => `${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`);
  files.push(["SHA256SUMS.txt", new TextEncoder().encode(sums.join(""))]);
  return zipFiles(files, dayOf(document));
}
