import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from "docx";
import { TextWatermark } from "docx/watermarks";
import type { PrintedReport } from "@/lib/domain/report-document";
import type { Block } from "@/lib/render/block";
import { type DocxLook, drawBlocks } from "@/lib/render/docx-blocks";
import { finishDocx } from "@/lib/render/docx-finish";
import { bodyWidthMm, fillLetterhead, listFields } from "@/lib/render/docx-letterhead";
import { fillLongTables } from "@/lib/render/docx-long-tables";
import { DOCX_STYLES, LETTERHEAD_STYLES, STYLE, TWIPS_PER_MM } from "@/lib/render/docx-styles";
import { dayOf, titleWithMark } from "@/lib/render/print-format";
import type { RenderOptions } from "@/lib/render/render-format";
import { withFixedTimes } from "@/lib/render/repack";
import { listBlocks } from "@/lib/render/report-blocks";
import { PAGE_WIDTH_MM } from "@/lib/render/table-widths";
import { WORDS } from "@/lib/render/words";

const mm = (value: number): number => Math.round(value * TWIPS_PER_MM);

/**
 * The report as a Word document: real styles, repeated header rows, page numbers outside on odd and even pages. With an
 * office's own template it is that template with the report in its place.
 */
export async function renderDocx(document: PrintedReport, options: RenderOptions = {}): Promise<Uint8Array> {
  const blocks = listBlocks(document, { ...options, charts: false });
  const isoDate = dayOf(document);
  const { letterhead } = options;
  if (!letterhead) {
    const plain = await draw(document, blocks, { widthMm: PAGE_WIDTH_MM, isLetterhead: false, longTables: [] });
    return withFixedTimes(plain, isoDate);
  }
  const fields = await listFields(letterhead);
  // What the template prints in a place of its own is not printed a second time.
  const inBody = blocks.filter(
    ({ kind }) => !(kind === "title" && fields.has("title")) && !(kind === "meta" && fields.has("date")),
  );
  const body = await draw(document, inBody, { widthMm: bodyWidthMm(letterhead), isLetterhead: true, longTables: [] });
  return withFixedTimes(await fillLetterhead(letterhead, document, body), isoDate);
}

async function draw(document: PrintedReport, blocks: readonly Block[], look: DocxLook): Promise<Uint8Array> {
  const isDraft = document.state === "draft";
  const watermark = isDraft
    ? [
        new Paragraph({
          children: [new TextWatermark({ text: WORDS.draft, font: "黑体", color: "EBC9C5", opacity: 0.4 })],
        }),
      ]
    : [];
  const file = new Document({
    title: titleWithMark(document),
    subject: document.format.document,
    creator: document.office || document.district,
    lastModifiedBy: document.office || document.district,
    keywords: ["政府信息公开", "年度报告", document.district, String(document.year)].join(", "),
    ...(document.version === null
      ? { description: WORDS.rendering }
      : { description: WORDS.version(document.version), revision: document.version }),
    styles: look.isLetterhead ? LETTERHEAD_STYLES : DOCX_STYLES,
    evenAndOddHeaderAndFooters: true,
    customProperties: [
      ...(document.state === null ? [] : [{ name: "State", value: document.state }]),
      ...(document.version === null ? [] : [{ name: "Version", value: String(document.version) }]),
      ...(document.verificationCode ? [{ name: "VerificationCode", value: document.verificationCode }] : []),
    ],
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), header: mm(15), footer: mm(23) },
          },
        },
        headers: { default: new Header({ children: watermark }), even: new Header({ children: watermark }) },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: drawBlocks(document, blocks, look),
      },
    ],
  });
  return finishDocx(fillLongTables(await Packer.toBuffer(file), look.longTables));
}

/** "— 1 —", outside on odd and even pages. */
export function pageNumber(alignment: (typeof AlignmentType)["LEFT" | "RIGHT"]): Footer {
  return new Footer({
    children: [
      new Paragraph({
        style: STYLE.pageNumber,
        alignment,
        indent: { left: 280, right: 280 },
        children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] })],
      }),
    ],
  });
}
