import { describe, expect, it } from "vitest";
import { FormatSchema } from "@/lib/domain/format";
import { listCells } from "@/lib/domain/format-cells";
import { FORMATS, formatForYear } from "@/lib/formats";
import published from "@/lib/formats/published-cell-keys.json" with { type: "json" };

describe("the statutory formats", () => {
  it.each(FORMATS.map((format) => [format.id, format] as const))(
    "%s has exactly the published cells in order",
    (id, format) => {
      expect(listCells(format).map((cell) => cell.key)).toEqual(published[id as keyof typeof published]);
    },
  );

  it("sets the form by the report's year", () => {
    expect([2018, 2019, 2020, 2021, 2030].map((year) => formatForYear(year)?.id ?? null)).toEqual([
      null,
      "2019",
      "2019",
      "2021",
      "2021",
    ]);
  });

  it("refuses a total of a cell that is not there", () => {
    const [format] = FORMATS;
    const broken = structuredClone(format);
    const cell = broken?.sections[2]?.tables[0]?.cells[6];
    if (cell) cell.sumOf = ["requests.nowhere.total", "requests.received.business"];
    expect(FormatSchema.safeParse(broken).success).toBe(false);
  });
});
