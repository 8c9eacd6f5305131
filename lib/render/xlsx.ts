import { writeXlsx } from "hucre";
import type { ReportDocument } from "@/lib/domain/report-document";
import { WORDS } from "@/lib/render/words";
import { checksSheet } from "@/lib/render/xlsx-checks";
import { finishSheet } from "@/lib/render/xlsx-sheet";
import { fullAddress, statutorySheets } from "@/lib/render/xlsx-tables";
import { gridSheets, indicatorsSheet, textSheet } from "@/lib/render/xlsx-text";
import { provenanceSheet, unitsSheet } from "@/lib/render/xlsx-units";

/** The report as a workbook: every figure a named cell, totals and checks as formulas with the values they give. */
export async function renderXlsx(document: ReportDocument): Promise<Uint8Array> {
  const { sheets, places } = statutorySheets(document);
  const drafts = [
    textSheet(document),
    ...sheets,
    ...gridSheets(document),
    checksSheet(document, places),
    indicatorsSheet(document),
    unitsSheet(document, places),
    provenanceSheet(document),
  ].filter((sheet) => sheet !== null);
  const day = (document.publishedOn ?? document.date).slice(0, 10);
  // The library dates what is inside by these properties alone, so that the same document gives the same bytes.
  return writeXlsx({
    sheets: drafts.map(finishSheet),
    namedRanges: [...places].map(([cellKey, place]) => ({ name: cellKey, range: fullAddress(place, true) })),
    defaultFont: { name: "宋体", size: 10.5 },
    properties: {
      title: document.state === "draft" ? `${document.title}（${WORDS.draft}）` : document.title,
      subject: document.format.document,
      creator: document.office || document.district,
      keywords: `政府信息公开, 年度报告, ${document.district}, ${document.year}`,
      description: WORDS.version(document.version),
      created: new Date(`${day}T00:00:00Z`),
      modified: new Date(`${day}T00:00:00Z`),
    },
  });
}
