import { describe, expect, it } from "vitest";
import { documentOfInterchange } from "@/lib/domain/document-of-interchange";
import { EMPTY_TEXT } from "@/lib/domain/empty-text";
import { InterchangeReportSchema } from "@/lib/domain/interchange";
import { interchangeOfDocument } from "@/lib/domain/published-report";
import type { PrintedReport } from "@/lib/domain/report-document";
import { listBlocks } from "@/lib/render/report-blocks";
import { draftOf, qianwan2019 } from "@/lib/render/testing/sample-documents";

/** Each remark with the heading that it stands below. */
function remarksOf(document: PrintedReport): [string, string][] {
  let heading = "";
  return listBlocks(document).flatMap((block): [string, string][] => {
    if (block.kind === "heading") heading = block.text;
    return block.kind === "remark" ? [[heading, block.text]] : [];
  });
}

function withNarrative(narrative: Record<string, string>): PrintedReport {
  const { schema, title, year, format, figures } = interchangeOfDocument(qianwan2019());
  const report = InterchangeReportSchema.parse({ schema, title, year, format, figures, narrative });
  return documentOfInterchange(report, qianwan2019().format);
}

describe("a heading with nothing below it", () => {
  it("tells a source without text from a file without the section", () => {
    expect(remarksOf(withNarrative({ overview: "全年平稳。", other: "" }))).toEqual([
      ["五、存在的主要问题及改进情况", EMPTY_TEXT.absent],
      ["六、其他需要报告的事项", EMPTY_TEXT.blank],
    ]);
  });

  it("says in a draft that nothing is written yet", () => {
    const draft = draftOf(qianwan2019());
    const sections = draft.sections.map((section) =>
      section.id === "problems"
        ? { ...section, headings: [{ key: "p", level: 1, number: "（一）", title: "问题", paragraphs: [] }] }
        : section,
    );
    expect(remarksOf({ ...draft, sections })).toEqual([
      ["（一）问题", EMPTY_TEXT.unwritten],
      ["六、其他需要报告的事项", EMPTY_TEXT.unwritten],
    ]);
  });

  it("says nothing where headings of a lower level follow", () => {
    expect(remarksOf(qianwan2019()).map(([heading]) => heading)).toEqual(["六、其他需要报告的事项"]);
  });

  it("says so above a table of which no figure was read", () => {
    const document = withNarrative({ overview: "一", problems: "二", other: "三" });
    const figures = Object.fromEntries(
      Object.entries(document.figures).map(([key, value]) => [key, key.startsWith("litigation.") ? null : value]),
    );
    expect(remarksOf({ ...document, figures })).toEqual([
      ["四、政府信息公开行政复议、行政诉讼情况", EMPTY_TEXT.noFigures],
    ]);
  });
});

describe("the publishing body at the end", () => {
  const signatureOf = (document: PrintedReport) =>
    listBlocks(document).flatMap((block) => (block.kind === "signature" ? block.lines : []));

  it("stands above the day of completion, centred on it, before the imprint", () => {
    expect(signatureOf({ ...qianwan2019(), date: "2020-01-20", office: "办公室" })).toEqual([
      { text: "办公室", indent: 5.75, isoDate: null },
      { text: "2020年1月20日", indent: 4, isoDate: "2020-01-20" },
    ]);
    const kinds = listBlocks(qianwan2019()).map(({ kind }) => kind);
    expect(kinds.slice(-2)).toEqual(["signature", "imprint"]);
  });

  it("keeps a name that is wider than the date off the margin", () => {
    const [name, day] = signatureOf({ ...qianwan2019(), office: "青岛前湾保税港区工委管委办公室" });
    expect(name?.indent).toBe(2);
    expect(day?.indent).toBeGreaterThan(4);
  });

  it("is missing where nobody has completed the report, or the file does not say", () => {
    expect(signatureOf(draftOf(qianwan2019()))).toEqual([]);
    expect(signatureOf({ ...qianwan2019(), date: null })).toEqual([]);
    expect(signatureOf(withNarrative({ overview: "一" }))).toEqual([]);
  });
});
