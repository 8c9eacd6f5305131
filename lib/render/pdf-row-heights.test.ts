import { readFileSync } from "node:fs";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { describe, expect, it } from "vitest";
import type { ReportDocument } from "@/lib/domain/report-document";
import { FONT_PATHS, TEMPLATES } from "@/lib/render/pdf";
import { type PdfData, pdfDataOf } from "@/lib/render/pdf-data";
import { heightOfRows, linesOfRows, mostLines } from "@/lib/render/pdf-row-heights";
import { TABLE_STEPS } from "@/lib/render/pdf-table";
import { sanitizeDocument } from "@/lib/render/sanitize-text";
import { emptySections, hostileDocument, longFigures } from "@/lib/render/testing/hostile-documents";
import { withManyUnits } from "@/lib/render/testing/large-document";
import { checkedOf, draftOf, erratumOf, pingtan2021, qianwan2019 } from "@/lib/render/testing/sample-documents";

const DOCUMENTS: [string, ReportDocument][] = [
  ["qianwan-2019", qianwan2019()],
  ["pingtan-2021", pingtan2021()],
  ["a draft", draftOf(pingtan2021())],
  ["an erratum", erratumOf(qianwan2019())],
  ["a report with its list of checks", checkedOf(qianwan2019())],
  ["20-digit figures", longFigures(qianwan2019())],
  ["empty sections", emptySections(qianwan2019())],
  ["hostile texts", hostileDocument(qianwan2019())],
  ["annexes", withManyUnits(qianwan2019(), 3)],
];

/** Of the form's tables only that of section three is longer, and may be too high for a page. */
const LONG_TABLE_ROWS = 20;

const compiler = NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontPaths: FONT_PATHS }] });

describe("the rows of a table", () => {
  it.each(DOCUMENTS)("of %s stand as if their heights were found by laying them out", (_name, document) => {
    const data = pdfDataOf(sanitizeDocument(document), { unitAnnexes: true }, false);
    expect(pagesOf(data)).toEqual(pagesOf(unmeasured(data)));
  });

  it("are known for most rows, so that few are laid out twice", () => {
    const { blocks } = pdfDataOf(sanitizeDocument(qianwan2019()), {}, false);
    const lines = blocks.flatMap((block) => (block.kind === "table" ? block.lines : []));
    expect(lines.filter((line) => line === null).length).toBeLessThan(lines.length / 5);
  });

  it.each([
    ["Noto Serif SC", 400],
    ["Noto Serif SC", 700],
    ["Noto Sans SC", 500],
  ])("hold no sign of %s %i for narrower than it is", (family, weight) => {
    const signs = Array.from({ length: 0x3100 - 0x20 }, (_, index) => String.fromCodePoint(index + 0x20)).filter(
      (sign) => !/^[\p{C}\p{Z}\p{M}]$/u.test(sign),
    );
    const widths = measured(signs, family, weight);
    expect(widths).toHaveLength(signs.length);
    expect(
      signs.filter((text, index) => mostLines({ text, pieces: [], points: 10 }, (widths[index] ?? 0) - 0.1) < 2),
    ).toEqual([]);
  });
});

describe("mostLines", () => {
  it.each([
    ["a text as wide as its column", "政府信息", [], 40, 1],
    ["a text that is wider", "政府信息公", [], 40, 2],
    ["words that do not break", "社会公益组织", ["社会", "公益", "组织"], 30, 3],
    ["a word that is wider than its column", "不予公开", ["不予公开"], 20, 2],
    ["digits", "1234567890", [], 66, 1],
    ["nothing", "", [], 10, 1],
  ])("bounds %s", (_name, text, pieces, room, lines) => {
    expect(mostLines({ text, pieces, points: 10 }, room)).toBe(lines);
  });
});

describe("linesOfRows", () => {
  it("counts what a label over two rows needs beyond them to the last of them", () => {
    const label = { kind: "label", colSpan: 1, rowSpan: 2 } as const;
    const figure = { kind: "figure" } as const;
    const rows = linesOfRows([[label, figure], [figure]], (cell) => ({
      points: 10,
      lines: cell.kind === "label" ? 4 : 1,
    }));
    expect(rows.map(({ lines }) => lines)).toEqual([1, 4]);
    expect(
      heightOfRows(
        [
          { points: 10, lines: 2 },
          { points: 12, lines: 1 },
        ],
        4,
      ),
    ).toBe(23.5 + 12 + 16);
  });
});

/** The same tables with every height left to Typst, and every step to be tried where the first may not do. */
function unmeasured(data: PdfData): PdfData {
  return {
    ...data,
    blocks: data.blocks.map((block) => {
      if (block.kind === "grid")
        return { ...block, lines: block.lines.map((line) => (line === "one" ? "whole" : line)) };
      if (block.kind !== "table") return block;
      const steps = block.body.length > LONG_TABLE_ROWS ? TABLE_STEPS : block.steps;
      return { ...block, lines: block.lines.map(() => null), steps };
    }),
  };
}

/** The pages as vectors, places rounded to a hundredth of a point. */
function pagesOf(data: PdfData): string {
  compiler.mapShadow(`${TEMPLATES}/data.json`, Buffer.from(JSON.stringify(data)));
  const svg = compiler.plainSvg({ mainFileContent: readFileSync(`${TEMPLATES}/report.typ`, "utf8") });
  compiler.resetShadow();
  return svg.replace(/-?\d+\.\d+/g, (number) => Number(number).toFixed(2));
}

function measured(signs: readonly string[], family: string, weight: number): number[] {
  const mainFileContent = `#set text(font: "${family}", weight: ${weight}, size: 10pt, fallback: false)
#context [#metadata(${JSON.stringify(signs.join(""))}.codepoints().map(sign => measure(text(sign)).width.pt())) <widths>]`;
  const found: unknown = compiler.query({ mainFileContent }, { selector: "<widths>", field: "value" });
  return (found as number[][])[0] ?? [];
}
