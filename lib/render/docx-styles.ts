import { AlignmentType, type IPropertiesOptions, LineRuleType } from "docx";

/** Twips in a millimetre. */
export const TWIPS_PER_MM = 56.7;

/** The names under which Windows and WPS know the faces of official documents; numbers stand in Times New Roman. */
export const FACES = {
  song: { eastAsia: "方正小标宋简体", ascii: "Times New Roman", hAnsi: "Times New Roman" },
  fang: { eastAsia: "仿宋_GB2312", ascii: "Times New Roman", hAnsi: "Times New Roman" },
  kai: { eastAsia: "楷体_GB2312", ascii: "Times New Roman", hAnsi: "Times New Roman" },
  hei: { eastAsia: "黑体", ascii: "Times New Roman", hAnsi: "Times New Roman" },
  text: { eastAsia: "宋体", ascii: "Times New Roman", hAnsi: "Times New Roman" },
} as const;

/** One character of the body, as wide as 28 of them in a line make it. */
export const CHARACTER_TWIPS = 315;
/** 22 lines a page, exactly. */
export const LINE_TWIPS = 579;
const LINE = { line: LINE_TWIPS, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
const TABLE_LINE = { line: 280, lineRule: LineRuleType.AT_LEAST, before: 0, after: 0 };
/** Two characters: the count for Word, the twips for programs that do not know it. */
const INDENT = { firstLineChars: 200, firstLine: 640 };
/**
 * 28 characters a line, as in the PDF: each takes five twips less than its size. A grid of characters would say the same,
 * but programs other than Word put 20 characters on a line of it.
 */
const TIGHT = { characterSpacing: -5 };
export const NO_INDENT = { firstLineChars: 0, firstLine: 0 };

/** The level is what Word's navigation and a PDF's bookmarks are made of. */
const heading = (face: (typeof FACES)[keyof typeof FACES], bold: boolean, outlineLevel: number) => ({
  run: { font: face, size: 32, bold, color: "000000", italics: false, ...TIGHT },
  paragraph: { spacing: LINE, indent: INDENT, keepNext: true, keepLines: true, outlineLevel },
});

/** Ids of the paragraph styles that are the product's own; headings and title are Word's. */
export const STYLE = {
  body: "GongwenBody",
  meta: "GongwenMeta",
  notice: "GongwenNotice",
  tableCaption: "GongwenTableCaption",
  tableHead: "GongwenTableHead",
  tableLabel: "GongwenTableLabel",
  tableFigure: "GongwenTableFigure",
  note: "GongwenNote",
  remark: "GongwenRemark",
  signature: "GongwenSignature",
  imprint: "GongwenImprint",
  pageNumber: "GongwenPageNumber",
} as const;

/**
 * The title and the headings inside an office's template. They are no built-in styles: a template brings Word's own along
 * with looks that nobody chose.
 */
export const LETTERHEAD_STYLE = {
  title: "GongwenTitle",
  1: "GongwenHeading1",
  2: "GongwenHeading2",
  3: "GongwenHeading3",
  4: "GongwenHeading4",
  5: "GongwenHeading5",
} as const;

const ownStyle = (
  id: string,
  name: string,
  run: {
    font: (typeof FACES)[keyof typeof FACES];
    size: number;
    bold?: boolean;
    color?: string;
    characterSpacing?: number;
  },
  paragraph: NonNullable<
    NonNullable<NonNullable<IPropertiesOptions["styles"]>["paragraphStyles"]>[number]["paragraph"]
  >,
) => ({ id, name, basedOn: "Normal", quickFormat: true, run, paragraph });

const TITLE = {
  run: { font: FACES.song, size: 44, bold: false, color: "000000" },
  paragraph: {
    alignment: AlignmentType.CENTER,
    spacing: { line: 700, lineRule: LineRuleType.EXACT, before: 0, after: 280 },
    keepNext: true,
  },
};
const HEADING_LOOKS = [
  heading(FACES.hei, false, 0),
  heading(FACES.kai, true, 1),
  heading(FACES.fang, true, 2),
  heading(FACES.fang, false, 3),
  heading(FACES.fang, false, 4),
];

/** Every look of the document is a style: changing the style in Word changes the document. */
export const DOCX_STYLES: NonNullable<IPropertiesOptions["styles"]> = {
  default: {
    document: {
      run: { font: FACES.fang, size: 32, language: { value: "en-US", eastAsia: "zh-CN" } },
      paragraph: { spacing: LINE },
    },
    title: TITLE,
    ...Object.fromEntries(HEADING_LOOKS.map((look, index) => [`heading${index + 1}`, look])),
  },
  paragraphStyles: [
    ownStyle(
      STYLE.body,
      "公文正文",
      { font: FACES.fang, size: 32, ...TIGHT },
      { spacing: LINE, indent: INDENT, alignment: AlignmentType.BOTH },
    ),
    ownStyle(
      STYLE.meta,
      "公文署名",
      { font: FACES.kai, size: 32, ...TIGHT },
      { spacing: LINE, alignment: AlignmentType.CENTER },
    ),
    ownStyle(
      STYLE.notice,
      "草稿提示",
      { font: FACES.text, size: 21, color: "7D1D13" },
      { spacing: { line: 320, lineRule: LineRuleType.AT_LEAST }, indent: NO_INDENT },
    ),
    ownStyle(
      STYLE.tableCaption,
      "表格标题",
      { font: FACES.text, size: 20, bold: true },
      { spacing: TABLE_LINE, alignment: AlignmentType.CENTER, keepNext: true },
    ),
    ownStyle(
      STYLE.tableHead,
      "表格表头",
      { font: FACES.text, size: 18 },
      { spacing: TABLE_LINE, alignment: AlignmentType.CENTER, keepNext: true },
    ),
    ownStyle(STYLE.tableLabel, "表格栏目", { font: FACES.text, size: 20 }, { spacing: TABLE_LINE }),
    ownStyle(
      STYLE.tableFigure,
      "表格数据",
      { font: FACES.text, size: 21 },
      { spacing: TABLE_LINE, alignment: AlignmentType.CENTER },
    ),
    ownStyle(
      STYLE.note,
      "表注",
      { font: FACES.text, size: 21 },
      { spacing: { line: 320, lineRule: LineRuleType.AT_LEAST } },
    ),
    ownStyle(STYLE.remark, "空缺说明", { font: FACES.kai, size: 32, ...TIGHT }, { spacing: LINE, indent: INDENT }),
    ownStyle(
      STYLE.signature,
      "落款",
      { font: FACES.fang, size: 32, ...TIGHT },
      { spacing: LINE, alignment: AlignmentType.RIGHT },
    ),
    ownStyle(
      STYLE.imprint,
      "版记",
      { font: FACES.fang, size: 24 },
      { spacing: { line: 400, lineRule: LineRuleType.AT_LEAST } },
    ),
    ownStyle(
      STYLE.pageNumber,
      "页码",
      { font: FACES.text, size: 28 },
      { spacing: { line: 280, lineRule: LineRuleType.AT_LEAST } },
    ),
  ],
};

const ORDINALS = ["一", "二", "三", "四", "五"] as const;

/** The styles of a report inside an office's template; its own style of the same name stands before these. */
export const LETTERHEAD_STYLES: NonNullable<IPropertiesOptions["styles"]> = {
  ...DOCX_STYLES,
  paragraphStyles: [
    ...(DOCX_STYLES.paragraphStyles ?? []),
    { id: LETTERHEAD_STYLE.title, name: "公文标题", basedOn: "Normal", quickFormat: true, ...TITLE },
    ...HEADING_LOOKS.map(({ run, paragraph }, index) => ({
      id: `GongwenHeading${index + 1}`,
      name: `公文${ORDINALS[index] ?? ""}级标题`,
      basedOn: "Normal",
      next: STYLE.body,
      quickFormat: true,
      run,
      paragraph,
    })),
  ],
};
