import { parseCsv } from "hucre/csv";
import { describe, expect, it } from "vitest";
import { documentOfInterchange } from "@/lib/domain/document-of-interchange";
import { listCells } from "@/lib/domain/format-cells";
import { InterchangeReportSchema } from "@/lib/domain/interchange";
import { PublishedReportSchema } from "@/lib/domain/published-report";
import type { ReportDocument } from "@/lib/domain/report-document";
import { renderReport } from "@/lib/render";
import { headingsOf, paragraphsOf } from "@/lib/render/testing/expected-content";
import { emptySections, HOSTILE_TEXTS, hostileDocument, longFigures } from "@/lib/render/testing/hostile-documents";
import { attributeOf, elementsOf, parseHtml, textOf } from "@/lib/render/testing/html-tree";
import { checkedOf, draftOf, erratumOf, pingtan2021, qianwan2019 } from "@/lib/render/testing/sample-documents";

const DOCUMENTS: [string, ReportDocument][] = [
  ["qianwan-2019", qianwan2019()],
  ["pingtan-2021", pingtan2021()],
  ["a draft", draftOf(qianwan2019())],
  ["an erratum", erratumOf(qianwan2019())],
  ["a report with its list of checks", checkedOf(qianwan2019())],
  ["20-digit figures", longFigures(qianwan2019())],
  ["empty sections", emptySections(qianwan2019())],
  ["hostile texts", hostileDocument(qianwan2019())],
];

async function textFile(document: ReportDocument, format: "csv" | "json" | "xml"): Promise<string> {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await renderReport(document, format));
}

describe("the JSON file", () => {
  it.each(DOCUMENTS)("of %s is read back to the same text and figures", async (_name, document) => {
    const json: unknown = JSON.parse(await textFile(document, "json"));
    const again = documentOfInterchange(InterchangeReportSchema.parse(json), document.format);
    expect(again.figures).toEqual(document.figures);
    expect(headingsOf(again)).toEqual(headingsOf(document));
    const plain = (text: string): string => text.replaceAll("−", "-");
    expect(paragraphsOf(again).map(plain)).toEqual(paragraphsOf(document).map(plain));
  });

  it.each(DOCUMENTS)("of %s keeps what stands behind the figures", async (_name, document) => {
    const text = await textFile(document, "json");
    const report = PublishedReportSchema.parse(JSON.parse(text));
    // Who proposed and signed an adjustment is the office's history, also where an older document names them.
    expect(text).not.toMatch(/proposedBy|signedBy/);
    expect(report).toMatchObject({
      title: document.title,
      state: document.state,
      version: document.version,
      published_on: document.publishedOn,
      verification_code: document.verificationCode,
      units: document.units,
      adjustments: document.adjustments.map(({ cellKey, amount, reason }) => ({ cellKey, amount, reason })),
      provenance: document.provenance,
      previous_figures: document.previousFigures,
      notes: document.notes,
      gaps: document.gaps,
      erratum: document.erratum,
    });
  });
});

describe("the CSV file", () => {
  it.each(DOCUMENTS)("of %s has one line a figure, in the order of the form", async (_name, document) => {
    const text = await textFile(document, "csv");
    expect(text.startsWith("\ufeff")).toBe(true);
    const [head = [], ...rows] = parseCsv(text);
    const column = (name: string) => rows.map((row) => String(row[head.indexOf(name)] ?? ""));
    const cells = listCells(document.format);
    expect(column("cell").slice(0, cells.length)).toEqual(cells.map((cell) => cell.key));
    expect(column("value").slice(0, cells.length).map(unquoted)).toEqual(
      cells.map((cell) => document.figures[cell.key] ?? ""),
    );
    expect(rows).toHaveLength(cells.length + document.indicators.length);
    expect(column("row").slice(cells.length).map(unquoted)).toEqual(document.indicators.map(({ label }) => label));
  });

  it("names a cell in both languages", async () => {
    const [head = [], ...rows] = parseCsv(await textFile(qianwan2019(), "csv"));
    const row = rows.find((cells) => cells.includes("requests.refused_deliberative.business")) ?? [];
    const named = Object.fromEntries(head.map((name, index) => [name, row[index]]));
    expect(named).toMatchObject({
      section: "收到和处理政府信息公开申请情况",
      row: "三、本年度办理结果 / （三）不予公开 / 6.属于四类过程性信息",
      row_en: "3. Outcomes this year / (3) Refused / 6. Deliberative material",
      column_en: "Applicants / Legal persons or other organisations / Businesses",
      unit: "件",
    });
  });

  it("holds no field that a spreadsheet program would run as a formula", async () => {
    const document = hostileDocument(longFigures(qianwan2019()));
    const fields = parseCsv(await textFile(document, "csv"))
      .flat()
      .map(String);
    const formulas = fields.filter((field) => /^\s*[=+\-@＝＋－＠]/.test(field));
    expect(formulas).toEqual(["-98765432109876543210"]);
    expect(fields).toContain(`'${HOSTILE_TEXTS[2]}`);
  });
});

describe("the XML file", () => {
  it.each(DOCUMENTS)("of %s holds every cell and paragraph", async (_name, document) => {
    const tree = parseHtml(await textFile(document, "xml"));
    // Read as HTML, "<x/>" does not end: a blank cell would seem to hold the next one's text, so it is looked at alone.
    const cells = elementsOf(tree, "cell").map((cell) => [
      attributeOf(cell, "key"),
      attributeOf(cell, "blank") === "true" ? null : textOf(cell),
    ]);
    expect(cells).toEqual(listCells(document.format).map(({ key }) => [key, document.figures[key] ?? null]));
    const plain = (text: string): string => text.replaceAll("−", "-");
    expect(elementsOf(tree, "paragraph").map(textOf).map(plain)).toEqual(paragraphsOf(document).map(plain));
  });
});

describe("the data files", () => {
  it("show a character that nothing can print as a box", async () => {
    const broken = "新收\u0007\ud800件\u202e12\u202c\u000b完";
    const document: ReportDocument = { ...qianwan2019(), preface: [[{ kind: "text", text: broken }]] };
    for (const format of ["json", "xml"] as const) {
      expect(await textFile(document, format), format).toContain("新收□□件12 完");
    }
  });
});

/** A field without the apostrophe that keeps a text from being a formula. */
function unquoted(field: string): string {
  return field.replace(/^'(?=\s*[=+\-@])/, "");
}
