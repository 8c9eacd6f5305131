import { describe, expect, it } from "vitest";
import { listCells } from "@/lib/domain/format-cells";
import { jsonForPage, listOpenFigures } from "@/lib/domain/open-data";
import { annualReport2021 } from "@/lib/formats/annual-report-2021";

describe("listOpenFigures", () => {
  it("lists every cell of the form once, blank where the report has none", () => {
    const figures = listOpenFigures(annualReport2021, { "requests.received.total": "70" });
    expect(figures.map((figure) => figure.cellKey)).toEqual(listCells(annualReport2021).map((cell) => cell.key));
    expect(figures.filter((figure) => figure.value !== null).map(({ cellKey, value }) => [cellKey, value])).toEqual([
      ["requests.received.total", "70"],
    ]);
    expect(figures.every((figure) => figure.label !== "")).toBe(true);
  });
});

describe("jsonForPage", () => {
  it("cannot end the element that it stands in", () => {
    const text = jsonForPage({ name: "</script><script>alert(1)</script>" });
    expect(text).not.toContain("<");
    expect(JSON.parse(text)).toEqual({ name: "</script><script>alert(1)</script>" });
  });
});
