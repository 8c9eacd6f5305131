import { writeXlsx } from "hucre";
import type { PrintedReport } from "@/lib/domain/report-document";
import { dayOf, titleWithMark } from "@/lib/render/print-format";
import { withFixedTimes } from "@/lib/render/repack";
import { WORDS } from "@/lib/render/words";
import { checksSheet } from "@/lib/render/xlsx-checks";
import { finishSheet } from "@/lib/render/xlsx-sheet";
import { withRowsBelow } from "@/lib/render/xlsx-streamed-rows";
import { fullAddress, statutorySheets } from "@/lib/render/xlsx-tables";
import { checkRecordSheet, gridSheets, indicatorsSheet, textSheet } from "@/lib/render/xlsx-text";
import { provenanceSheet, unitsSheet } from "@/lib/render/xlsx-units";

/** The report as a workbook: every figure a named cell, totals and checks as formulas with the values they give. */
export async function renderXlsx(document: PrintedReport): Promise<Uint8Array> {
  const { sheets, places } = statutorySheets(document);
  const drafts = [
    textSheet(document),
    ...sheets,
    ...gridSheets(document),
    checksSheet(document, places),
    checkRecordSheet(document),
    indicatorsSheet(document),
    unitsSheet(document, places),
    provenanceSheet(document),
  ].filter((sheet) => sheet !== null);
  const day = dayOf(document);
  const time = day === null ? null : new Date(`${day}T00:00:00Z`);
  // The library dates what is inside by these properties alone, so that the same document gives the same bytes. Without
  // them it writes the present moment, which is taken out again.
  const file = await writeXlsx({
    sheets: drafts.map(finishSheet),
    namedRanges: [...places].map(([cellKey, place]) => ({ name: cellKey, range: fullAddress(place, true) })),
    defaultFont: { name: "宋体", size: 10.5 },
    properties: {
      title: titleWithMark(document),
      subject: document.format.document,
      creator: document.office || document.district,
      keywords: `政府信息公开, 年度报告, ${document.district}, ${document.year}`,
      description: document.version === null ? WORDS.rendering : WORDS.version(document.version),
      ...(time ? { created: time, modified: time } : {}),
    },
  });
  const fixed = time ? file : withFixedTimes(file, null);
  return drafts.some(({ below }) => below) ? withRowsBelow(fixed, drafts, day) : fixed;
}
