import { describe, expect, it } from "vitest";
import { blank } from "@/lib/domain/check/blank";
import { exampleSubject } from "@/lib/domain/testing/example-subject";

const CELL = "requests.refused_deliberative.natural_person";

describe("BLANK", () => {
  it("finds nothing where every cell is a number, zero among them", () => {
    expect(blank.check(exampleSubject("2019"))).toEqual([]);
  });

  it("asks for a zero where nothing is filled in", () => {
    expect(blank.check(exampleSubject("2019", { cells: { [CELL]: null } }))).toMatchObject([
      { messageKey: "blank", cells: [CELL], severity: "error", actual: null },
    ]);
  });

  it.each(["-", "—", "/", "／", "－－", "无", "暂无", "n/a", "不适用"])("does not take “%s” for zero", (mark) => {
    expect(blank.check(exampleSubject("2021", { cells: { [CELL]: mark } }))).toMatchObject([
      { messageKey: "blank_mark", values: { found: mark } },
    ]);
  });

  it("says what a blank total should be", () => {
    const subject = exampleSubject("2019", { cells: { "requests.carried_in.total": null } });
    expect(blank.check(subject)).toMatchObject([{ messageKey: "blank_total", expected: "0" }]);
  });

  it("tells a blank part once, not again at its totals", () => {
    const typed = { [CELL]: null };
    expect(blank.check(exampleSubject("2019", { typed })).map((finding) => finding.cells)).toEqual([[CELL]]);
  });

  it("takes a cell that is not named for blank, unless only some cells are known", () => {
    const subject = exampleSubject("2019", { sections: ["litigation"] });
    const { "litigation.review.upheld": _, ...figures } = subject.figures;
    expect(blank.check({ ...subject, figures })).toHaveLength(1);
    expect(blank.check({ ...subject, figures, isPartial: true })).toEqual([]);
  });

  it("leaves a table that is absent altogether to SECTION-MISSING, but asks a unit for each cell", () => {
    const subject = exampleSubject("2019", { sections: ["litigation"], figures: {} });
    expect(blank.check(subject)).toEqual([]);
    expect(blank.check({ ...subject, level: "unit" })).toHaveLength(12);
  });

  it("asks a unit for its local figures, and takes no mark for one", () => {
    const indicator = { key: "trainings", label: "安全生产培训", unit: "次", isApproximate: false };
    const indicators = [{ ...indicator, value: null }];
    expect(blank.check(exampleSubject("2019", { level: "unit", indicators }))).toMatchObject([
      { messageKey: "blank", cells: ["indicators.trainings"], values: { cell: "安全生产培训" } },
    ]);
    const marked = [{ ...indicator, value: "/" }];
    expect(blank.check(exampleSubject("2019", { level: "unit", indicators: marked }))).toMatchObject([
      { messageKey: "blank_mark", values: { found: "/" } },
    ]);
    const filled = [{ ...indicator, value: "0" }];
    expect(blank.check(exampleSubject("2019", { level: "unit", indicators: filled }))).toEqual([]);
    expect(blank.check(exampleSubject("2019", { level: "district", indicators }))).toEqual([]);
  });
});
