import { describe, expect, it } from "vitest";
import { getSection } from "@/lib/domain/format-cells";
import { annualReport2021 } from "@/lib/formats/annual-report-2021";
import { readTable } from "@/lib/intake/read-table";
import { copyBlock, copyTables } from "./grid-copy";
import { mapTables } from "./grid-map";
import { planPaste, readBlock } from "./grid-paste";

const { tables } = getSection(annualReport2021, "requests");
const map = mapTables(tables);
const keys = tables.flatMap((table) => table.cells.map((cell) => cell.key));

describe("copyBlock", () => {
  const values: Record<string, string> = {
    "requests.received.natural_person": "1200",
    "requests.received.business": "7件",
    "requests.carried_in.natural_person": "=1+1",
    "requests.carried_in.business": "-3",
  };
  const readValue = (key: string) => values[key] ?? null;
  const selection = { from: { row: 0, column: 0 }, to: { row: 1, column: 2 } };

  it("gives plain digits in rows and columns; what a program would run stays a text", () => {
    const { text, html } = copyBlock(map, selection, readValue);
    expect(text).toBe("1200\t7件\t\n'=1+1\t-3\t");
    expect(html).toContain("<td>1200</td><td>7件</td><td></td>");
    expect(html).toContain("<td>'=1+1</td>");
  });

  it("comes back as it was", () => {
    const { text } = copyBlock(map, selection, readValue);
    const plan = planPaste(map, "requests.received.natural_person", readBlock(text), () => ({}));
    expect(plan.isPlain).toBe(true);
    expect(Object.fromEntries(plan.changes.map(({ cellKey, value }) => [cellKey, value]))).toEqual({
      ...values,
      "requests.received.research": null,
      "requests.carried_in.research": null,
    });
  });

  it("escapes what would be markup, and quotes what would be another field", () => {
    const { text, html } = copyBlock(map, { from: { row: 0, column: 0 }, to: { row: 0, column: 1 } }, () => '<b>"\t');
    expect(html).toContain('<td>&lt;b&gt;"\t</td>');
    expect(text.split("\n")[0]).toBe('"<b>""\t"\t"<b>""\t"');
  });
});

describe("copyTables", () => {
  const numbers = new Map(keys.map((key, index) => [key, String(index)]));
  const readValue = (key: string) => numbers.get(key) ?? null;

  it("is read back by its labels, every cell of every section", () => {
    for (const id of ["active", "requests", "litigation"] as const) {
      const section = getSection(annualReport2021, id);
      const own = section.tables.flatMap((table) => table.cells.map((cell) => cell.key));
      const values = Object.fromEntries(own.map((key, index) => [key, String(index + 1)]));
      const { html } = copyTables(section.tables, (key) => values[key] ?? null);
      expect(readTable(html, id)).toEqual({ figures: values, unplaced: [] });
    }
  });

  it("has as many fields in every row of its text, with the labels where the form has them", () => {
    const { text } = copyTables(tables, readValue);
    const rows = readBlock(text);
    expect(new Set(rows.map((row) => row.length)).size).toBe(1);
    expect(rows.at(-1)?.at(-1)).toBe(readValue(keys.at(-1) ?? ""));
    expect(rows.flat()).toContain("（一）予以公开");
  });
});
