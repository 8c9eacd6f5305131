import { AlignmentType, BorderStyle, Document, Packer, Paragraph, TextRun } from "docx";
import { LETTERHEAD_FIELDS } from "@/lib/domain/letterhead";
import { pageNumber } from "@/lib/render/docx";
import { FACES, LETTERHEAD_STYLES, STYLE, TWIPS_PER_MM } from "@/lib/render/docx-styles";
import { withFixedTimes } from "@/lib/render/repack";
import { sanitizeText } from "@/lib/render/sanitize-text";

const mm = (value: number): number => Math.round(value * TWIPS_PER_MM);
const field = (name: keyof typeof LETTERHEAD_FIELDS): string => `{{${LETTERHEAD_FIELDS[name]}}}`;
const RED = "D7000F";
/** Of no importance, only always the same. */
const SAMPLE_DATE = "2024-01-01";

/**
 * A template to begin with, in the layout of GB/T 9704: the office's name in red above a red rule, the title, who
 * and when, and the body. It holds every style of a report, so that an office changes its looks in Word.
 */
export async function writeSampleLetterhead(officeName: string): Promise<Uint8Array> {
  const office = sanitizeText(officeName);
  const line = (text: string, style: string) => new Paragraph({ style, children: [new TextRun(text)] });
  const file = new Document({
    title: `${office}文件模板`,
    creator: office,
    lastModifiedBy: office,
    styles: {
      ...LETTERHEAD_STYLES,
      paragraphStyles: [
        ...(LETTERHEAD_STYLES.paragraphStyles ?? []),
        {
          id: "GongwenMasthead",
          name: "发文机关标志",
          basedOn: "Normal",
          quickFormat: true,
          run: { font: FACES.song, size: 62, color: RED },
          paragraph: {
            alignment: AlignmentType.CENTER,
            spacing: { line: 900, lineRule: "exact", before: 600, after: 400 },
          },
        },
        {
          id: "GongwenNumber",
          name: "发文字号",
          basedOn: "Normal",
          quickFormat: true,
          run: { font: FACES.fang, size: 32 },
          paragraph: {
            alignment: AlignmentType.CENTER,
            spacing: { line: 579, lineRule: "exact", before: 0, after: 500 },
            border: { bottom: { style: BorderStyle.SINGLE, size: 18, color: RED, space: 8 } },
          },
        },
      ],
    },
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), header: mm(15), footer: mm(23) },
          },
        },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [
          line(office, "GongwenMasthead"),
          line(`${field("year")}年政府信息公开　${field("version")}`, "GongwenNumber"),
          line(field("title"), "GongwenTitle"),
          line(field("office"), STYLE.meta),
          line(`（${field("date")}）`, STYLE.meta),
          line("", STYLE.meta),
          line(field("body"), STYLE.body),
        ],
      },
    ],
  });
  return withFixedTimes(await Packer.toBuffer(file), SAMPLE_DATE);
}
