import { describe, expect, it } from "vitest";
import { compareOwnReport, ownReport } from "@/lib/domain/check/own-report";
import { exampleSubject } from "@/lib/domain/testing/example-subject";

const CELL = "requests.received.natural_person";
const TOTAL = "requests.received.total";

describe("ownReport", () => {
  const subject = exampleSubject("2021");
  const own = subject.figures;

  it("says nothing without the unit's report, and nothing where both agree", () => {
    expect(ownReport.check(subject)).toEqual([]);
    expect(ownReport.check({ ...subject, ownReport: own })).toEqual([]);
  });

  it("names the cell, what the published report says and what is submitted; the total is not told again", () => {
    const found = ownReport.check({ ...subject, ownReport: { ...own, [CELL]: "90", [TOTAL]: "99" } });
    expect(found.map(({ severity, cells, expected, actual }) => [severity, cells, expected, actual])).toEqual([
      ["warning", [CELL], "90", own[CELL]],
    ]);
  });

  it("compares the total where the published report does not give its parts", () => {
    const found = ownReport.check({ ...subject, ownReport: { [TOTAL]: "99" } });
    expect(found.map((finding) => finding.cells)).toEqual([[TOTAL]]);
  });

  it("concludes nothing from a blank or a text", () => {
    expect(ownReport.check({ ...subject, ownReport: { [CELL]: null, "requests.granted.business": "若干" } })).toEqual(
      [],
    );
  });

  it("names the unit where the district is told", () => {
    const [found] = compareOwnReport(subject, { ...own, [CELL]: "90" }, "财政局");
    expect([found?.messageKey, found?.values.unit]).toEqual(["unit_own_report_differs", "财政局"]);
  });
});
