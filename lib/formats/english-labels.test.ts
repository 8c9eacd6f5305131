import { describe, expect, it } from "vitest";
import { listCells } from "@/lib/domain/format-cells";
import { FORMATS } from "@/lib/formats";
import { englishLabel, hasEnglishLabel, labelsOfCell } from "@/lib/formats/english-labels";

describe("englishLabel", () => {
  it.each(FORMATS.map((format) => [format.id, format] as const))("has a word for every label of %s", (_id, format) => {
    const labels = format.sections.flatMap((section) => [
      section.title,
      ...section.tables.flatMap((table) =>
        table.cells.flatMap((cell) => {
          const of = labelsOfCell(section, table, cell);
          return [of.table, ...of.row, ...of.column, cell.unit];
        }),
      ),
    ]);
    expect([...new Set(labels)].filter((label) => !hasEnglishLabel(label))).toEqual([]);
    expect(labels.length).toBeGreaterThan(listCells(format).length);
  });

  it("leaves an office's own word as it is", () => {
    expect(englishLabel("安全生产培训")).toBe("安全生产培训");
  });
});
