import { describe, expect, it } from "vitest";
import { type GridFinding, markCells, marksOf } from "@/components/grid/figure-grid-marks";
import { layoutGrid } from "@/components/grid/figure-grid-model";
import { getSection } from "@/lib/domain/format-cells";
import { annualReport2019 } from "@/lib/formats/annual-report-2019";

const tables = layoutGrid(getSection(annualReport2019, "requests"));
const total = "requests.outcome_total.business";
const finding = (change: Partial<GridFinding>): GridFinding => ({
  id: "1",
  severity: "error",
  cells: [total, "requests.received.business"],
  sentence: "少 1 件。",
  ...change,
});

describe("markCells", () => {
  it("marks the leading cell of an error and puts its sentence under that row", () => {
    const { marks, sentences, marked } = markCells(tables, [finding({})], []);
    expect(marksOf(marks, total)).toMatchObject({
      severity: "error",
      saidBy: "say-cell-requests-outcome_total-business",
    });
    expect(marksOf(marks, "requests.received.business").severity).toBeNull();
    expect([...sentences.keys()]).toEqual(["requests outcome_total"]);
    expect([...marked]).toEqual([total]);
  });

  it("shows no sentence for a blank cell, but links to it", () => {
    const { marks, sentences, marked } = markCells(tables, [finding({ isBlank: true })], []);
    expect(marksOf(marks, total).severity).toBeNull();
    expect(sentences.size).toBe(0);
    expect(marked.has(total)).toBe(true);
  });

  it("shows an error rather than a warning, and no explained warning", () => {
    const warning = finding({ id: "2", severity: "warning", sentence: "翻倍。" });
    expect(marksOf(markCells(tables, [warning, finding({})], []).marks, total).severity).toBe("error");
    expect(marksOf(markCells(tables, [finding({}), warning], []).marks, total).severity).toBe("error");
    expect(marksOf(markCells(tables, [{ ...warning, isExplained: true }], []).marks, total).severity).toBeNull();
  });

  it("leaves out what is about another section", () => {
    const { sentences, marked } = markCells(
      tables,
      [finding({ cells: ["litigation.review.total"] }), finding({ cells: [] })],
      [],
    );
    expect(sentences.size + marked.size).toBe(0);
  });
});
