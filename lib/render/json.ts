import { interchangeOfDocument } from "@/lib/domain/published-report";
import type { PrintedReport } from "@/lib/domain/report-document";

/** The interchange form, indented so that a person can read it and two versions can be compared line by line. */
export function renderJson(document: PrintedReport): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(interchangeOfDocument(document), null, 2)}\n`);
}
