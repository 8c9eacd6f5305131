import { describe, expect, it } from "vitest";
import {
  dueDateOf,
  isDueAfterLaw,
  type OutlineHeading,
  realStatutoryDate,
  sectionsOfUnit,
  statutoryDueDate,
} from "@/lib/domain/cycle";
import { annualReport2021 as format } from "@/lib/formats/annual-report-2021";

const day = (text: string) => new Date(`${text}T00:00:00+08:00`);

describe("the statutory date", () => {
  it("is named where a cycle's dates differ from it, as in the demonstration", () => {
    expect(realStatutoryDate({ year: 2019, statutoryDueAt: day("2026-12-18") })).toEqual(day("2020-02-01"));
    expect(realStatutoryDate({ year: 2019, statutoryDueAt: statutoryDueDate(2019) })).toBeNull();
  });

  it("is not before any section's due date", () => {
    const cycle = {
      tablesDueAt: day("2020-01-20"),
      narrativeDueAt: day("2020-01-25"),
      statutoryDueAt: day("2020-02-01"),
    };
    expect(isDueAfterLaw(cycle)).toBe(false);
    expect(isDueAfterLaw({ ...cycle, tablesDueAt: cycle.statutoryDueAt })).toBe(false);
    expect(isDueAfterLaw({ ...cycle, narrativeDueAt: day("2020-06-01") })).toBe(true);
    expect(isDueAfterLaw({ ...cycle, tablesDueAt: day("2020-06-01") })).toBe(true);
    expect(isDueAfterLaw({ ...cycle, narrativeDueAt: cycle.statutoryDueAt })).toBe(false);
  });
});

describe("dueDateOf", () => {
  it("is one date for the tables and another for the texts", () => {
    const cycle = { tablesDueAt: day("2020-01-20"), narrativeDueAt: day("2020-01-25"), format };
    const dates = (["overview", "active", "requests", "litigation", "problems", "other"] as const).map((section) =>
      dueDateOf(cycle, section),
    );
    const [tables, texts] = [cycle.tablesDueAt, cycle.narrativeDueAt];
    expect(dates).toEqual([texts, tables, tables, tables, texts, texts]);
  });
});

describe("sectionsOfUnit", () => {
  const tables = ["active", "requests", "litigation"];
  const heading = (sectionId: OutlineHeading["sectionId"], owners: string[]): OutlineHeading => ({
    key: sectionId,
    sectionId,
    position: 1,
    level: 1,
    number: "（一）",
    title: "标题",
    owners,
  });
  const indicator = { key: "training", label: "培训", unit: "次", isApproximate: false, position: 1 };

  it.each<[string, OutlineHeading[], string[], string[]]>([
    ["tables alone of a unit that writes nothing", [], [], tables],
    ["a text in which it owns a heading", [heading("problems", ["safety", "finance"])], [], [...tables, "problems"]],
    ["no text in which others write", [heading("overview", ["safety"])], [], tables],
    ["the overview where it owns a local figure", [], ["safety", "finance"], ["overview", ...tables]],
    ["no overview for the local figure of another", [], ["safety"], tables],
  ])("asks for %s", (_what, outline, countedBy, expected) => {
    const indicators = countedBy.map((organisationId) => ({ ...indicator, organisationId }));
    expect(sectionsOfUnit(format, "finance", outline, indicators)).toEqual(expected);
  });
});
