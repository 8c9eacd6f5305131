import { strToU8, zipSync } from "fflate";
import type { Cell, Row } from "@/lib/intake/block";
import type { DamagedReport } from "@/lib/intake/testing/damaged-tables";
import { writeOfd } from "@/lib/intake/testing/write-ofd";

type Write = (report: DamagedReport) => Uint8Array;

/** The plainest file of each type that can hold a report of lines and tables. */
export const WRITERS: Readonly<Record<string, Write>> = {
  "tabs.txt": byLine((row) => row.map((cell) => cell.text).join("\t")),
  "bars.txt": byLine((row) => `| ${row.map((cell) => cell.text).join(" | ")} |`),
  "spaces.txt": byLine((row) => row.map((cell) => cell.text).join("   ")),
  "cells.txt": byLine((row) => row.map((cell) => `\t${cell.text}`).join("\n")),
  "lines.txt": byLine((row) => row.map((cell) => cell.text).join("\n")),
  csv: ({ parts }) =>
    strToU8(
      parts
        .flatMap((part) =>
          typeof part === "string" ? [part] : part.map((row) => row.map((cell) => cell.text).join(",")),
        )
        .join("\n"),
    ),
  html: ({ parts }) =>
    strToU8(
      `<html><body>${parts.map((part) => (typeof part === "string" ? `<p>${part}</p>` : htmlTable(part))).join("")}</body></html>`,
    ),
  docx: ({ parts }) =>
    zipSync({
      "word/document.xml": strToU8(
        `<w:document><w:body>${parts.map((part) => (typeof part === "string" ? wordLine(part) : wordTable(part))).join("")}</w:body></w:document>`,
      ),
    }),
  ofd: ({ parts }) => writeOfd(parts),
  xlsx: ({ parts }) => {
    const rows = parts.flatMap((part) => (typeof part === "string" ? [[part]] : part.map(spread)));
    const sheet = rows.map(
      (row, index) => `<row>${row.map((text, column) => sheetCell(text, index + 1, column)).join("")}</row>`,
    );
    return zipSync({
      "xl/workbook.xml": strToU8(`<workbook><sheets><sheet name="一" r:id="r1"/></sheets></workbook>`),
      "xl/_rels/workbook.xml.rels": strToU8(
        `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      "xl/worksheets/sheet1.xml": strToU8(`<worksheet><sheetData>${sheet.join("")}</sheetData></worksheet>`),
    });
  },
};

function byLine(write: (row: Row) => string): Write {
  return ({ parts }) =>
    strToU8(parts.flatMap((part) => (typeof part === "string" ? [part] : part.map(write))).join("\n"));
}

function htmlTable(rows: readonly Row[]): string {
  const cell = ({ text, colSpan, rowSpan }: Cell) => `<td colspan="${colSpan}" rowspan="${rowSpan}">${text}</td>`;
  return `<table>${rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("")}</table>`;
}

function wordLine(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

function wordTable(rows: readonly Row[]): string {
  const cell = ({ text, colSpan }: Cell) =>
    `<w:tc><w:tcPr><w:gridSpan w:val="${colSpan}"/></w:tcPr>${wordLine(text)}</w:tc>`;
  return `<w:tbl>${rows.map((row) => `<w:tr>${row.map(cell).join("")}</w:tr>`).join("")}</w:tbl>`;
}

/** A merged cell leaves empty ones behind it. */
function spread(row: Row): string[] {
  return row.flatMap(({ text, colSpan }) => [text, ...Array.from({ length: colSpan - 1 }, () => "")]);
}

function sheetCell(text: string, row: number, column: number): string {
  const at = `${String.fromCharCode(65 + column)}${row}`;
  return /^\d+$/.test(text)
    ? `<c r="${at}"><v>${text}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
}
