import { describe, expect, it } from "vitest";
import { layoutGrid, nextMarked, readingOrder } from "@/components/grid/figure-grid-model";
import type { SectionId } from "@/lib/domain/format";
import { getSection } from "@/lib/domain/format-cells";
import { FORMATS } from "@/lib/formats";

const sections = FORMATS.flatMap((format) =>
  (["active", "requests", "litigation"] as const).map((id) => [format.id, id, getSection(format, id)] as const),
);

function gridOf(formatId: string, sectionId: SectionId) {
  const format = FORMATS.find((candidate) => candidate.id === formatId);
  if (!format) throw new Error(`no format ${formatId}`);
  return layoutGrid(getSection(format, sectionId));
}

describe("layoutGrid", () => {
  it.each(sections)("%s %s holds every cell once and names no two alike", (_format, _id, section) => {
    const cells = layoutGrid(section).flatMap((table) => table.rows.flatMap((row) => row.cells.filter(Boolean)));
    const keys = section.tables.flatMap((table) => table.cells.map((cell) => cell.key));
    expect(cells.map((cell) => cell?.key)).toEqual(keys);
    expect(new Set(cells.map((cell) => cell?.name)).size).toBe(keys.length);
  });

  it("labels an input by its row and column", () => {
    const [requests] = gridOf("2019", "requests");
    expect(requests?.rows[0]?.cells[0]?.name).toBe("一、本年新收政府信息公开申请数量，自然人");
    const [litigation] = gridOf("2021", "litigation");
    expect(litigation?.rows[0]?.cells[5]?.name).toBe("行政诉讼，未经复议直接起诉，结果维持");
  });

  it("knows the column and the row that add the others up", () => {
    const [requests] = gridOf("2021", "requests");
    expect(requests).toMatchObject({ totalColumn: 6, phone: "one" });
    expect(requests?.rows.filter((row) => row.isSum).map((row) => row.key)).toEqual(["outcome_total"]);
    expect(gridOf("2021", "litigation")[0]).toMatchObject({ totalColumn: null, phone: "list" });
  });

  it("gives the tables of one section the same columns", () => {
    const tables = gridOf("2019", "active");
    const widths = tables.map((table) => table.layout.figureColumns + table.missingColumns);
    expect(new Set(widths).size).toBe(1);
  });
});

describe("nextMarked", () => {
  const order = readingOrder(gridOf("2019", "requests"));

  it("finds the next in the order of reading, and begins again after the last", () => {
    const marked = new Set(["requests.carried_in.business", "requests.outcome_total.natural_person"]);
    expect(nextMarked(order, marked, "requests.received.business")).toBe("requests.carried_in.business");
    expect(nextMarked(order, marked, "requests.carried_in.business")).toBe("requests.outcome_total.natural_person");
    expect(nextMarked(order, marked, "requests.carried_out.total")).toBe("requests.carried_in.business");
    expect(nextMarked(order, new Set(), "requests.received.business")).toBeNull();
  });
});
