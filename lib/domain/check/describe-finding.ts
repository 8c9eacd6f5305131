import type { Finding } from "@/lib/domain/check/finding";
import { nameCell } from "@/lib/domain/check/subject-cells";
import type { Format } from "@/lib/domain/format";

/** A translator of the `checks` messages. */
export type TranslateCheck = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The finding as one plain sentence that says what to do. */
export function describeFinding(finding: Finding, translate: TranslateCheck): string {
  return translate(`findings.${finding.messageKey}`, finding.values);
}

/** Where to look: "三（七）总计·自然人", "二·政府集中采购·采购总金额", or the section's number and the words quoted. */
export function describePlace(finding: Finding, format: Format): string {
  const section = format.sections.find((candidate) => candidate.id === finding.sectionId);
  const cell = finding.text ? undefined : finding.cells[0];
  const place = cell === undefined ? finding.text?.quote || (section?.title ?? "") : nameOf(finding, format, cell);
  if (!section) return place;
  if (/^\d/.test(section.number)) return `${section.number}. ${place}`;
  return place.startsWith("（") ? `${section.number}${place}` : `${section.number}·${place}`;
}

/** An indicator is no cell of the form; the finding itself brings its label along. */
function nameOf(finding: Finding, format: Format, cell: string): string {
  return cell.startsWith("indicators.") ? String(finding.values.cell ?? cell) : nameCell(format, cell);
}
