import { describe, expect, it } from "vitest";
import type { CycleUnit, OutlineHeading } from "@/lib/domain/cycle";
import { listSuccessors, type NextYear, planNextYear, startOfNextYear, type YearBefore } from "@/lib/domain/next-year";
import type { Organisation } from "@/lib/domain/organisation";
import { annualReport2019 } from "@/lib/formats/annual-report-2019";

const AT = new Date("2020-01-20T00:00:00+08:00");
const format = annualReport2019;

function unit(id: string, name: string, change: Partial<Organisation> = {}): Organisation {
  return {
    ...{ id, name, parentId: null, kind: "department", position: 1, isActive: true, dissolvedOn: null },
    needsSignature: false,
    ...change,
  };
}

function reported(organisationId: string, name: string, change: Partial<CycleUnit> = {}): CycleUnit {
  return { organisationId, name, isOffice: false, position: 1, exemptReason: null, dissolvedNote: null, ...change };
}

function heading(key: string, owners: string[], change: Partial<OutlineHeading> = {}): OutlineHeading {
  return { key, sectionId: "overview", position: 1, level: 1, number: "（一）", title: key, owners, ...change };
}

const OUTLINE = [
  heading("disclosure", ["a", "gone"]),
  heading("platform", ["gone"]),
  heading("problems", ["a"], { sectionId: "problems" }),
];
const INDICATORS = [
  { key: "posts", organisationId: "gone", label: "推送", unit: "条", isApproximate: false, position: 1 },
];

function before(change: Partial<YearBefore> = {}): YearBefore {
  return {
    cycle: { year: 2019, format, preface: "根据要求，", tablesDueAt: AT, narrativeDueAt: AT },
    units: [
      reported("a", "财政局"),
      reported("gone", "粮食局"),
      reported("rests", "气象局", { exemptReason: "垂直管理" }),
    ],
    outline: OUTLINE,
    indicators: INDICATORS,
    document: null,
    earlier: null,
    ...change,
  };
}

function plan(change: Partial<Parameters<typeof planNextYear>[0]> = {}): NextYear {
  return planNextYear({
    year: 2020,
    format,
    before: before(),
    units: [
      unit("a", "财政局"),
      unit("gone", "粮食局", { isActive: false, dissolvedOn: "2020-03-01" }),
      unit("rests", "气象局"),
      unit("new", "医保局"),
    ],
    previousOfGone: new Map([
      [
        "gone",
        {
          year: 2019,
          formatId: format.id,
          figures: { "requests.carried_out.natural_person": "2", "requests.carried_out.business": "1" },
          texts: {},
        },
      ],
    ]),
    ...change,
  });
}

describe("what a year begins with", () => {
  it("names units that are new, gone and exempt", () => {
    const { units, added, gone, exempted } = plan();
    expect(units.map(({ name }) => name)).toEqual(["财政局", "气象局", "医保局"]);
    expect(added.map(({ name }) => name)).toEqual(["医保局"]);
    expect(gone).toEqual([
      { organisationId: "gone", name: "粮食局", open: "3", isLeftOut: false, headings: 2, indicators: 1 },
    ]);
    expect(exempted).toEqual([{ organisationId: "rests", name: "气象局", reason: "垂直管理" }]);
  });

  it("leaves what a unit that has gone carried out unknown where it reported nothing", () => {
    expect(plan({ previousOfGone: new Map() }).gone[0]?.open).toBeNull();
  });

  it("tells of each heading who writes, and whether its section has another", () => {
    expect(plan().headings.map(({ writers, isOnly }) => [writers, isOnly])).toEqual([
      [["财政局", "粮食局"], false],
      [["粮食局"], false],
      [["财政局"], true],
    ]);
  });

  it("compares with nothing where the district reports for the first time", () => {
    expect(plan({ before: null })).toMatchObject({ before: null, added: [], gone: [], exempted: [], headings: [] });
  });
});

describe("the outline of the next year", () => {
  const active = new Set(["a", "new"]);
  const from = { outline: OUTLINE, indicators: INDICATORS, preface: "根据要求，" };
  const ownersOf = (outline: readonly OutlineHeading[]) => outline.map(({ owners }) => owners);

  it("goes on without units that have gone, and drops their indicators", () => {
    const { outline, indicators, preface } = startOfNextYear(from, active, {});
    expect(ownersOf(outline)).toEqual([["a"], [], ["a"]]);
    expect([indicators, preface]).toEqual([[], "根据要求，"]);
  });

  it("gives a successor the headings and indicators, each once", () => {
    const { outline, indicators } = startOfNextYear(from, active, { takesOver: { gone: "a" } });
    expect(ownersOf(outline)).toEqual([["a"], ["a"], ["a"]]);
    expect(indicators.map(({ organisationId }) => organisationId)).toEqual(["a"]);
  });

  it("lets a text be used again only where the office says so", () => {
    const { outline } = startOfNextYear(from, active, { texts: { disclosure: "keep", platform: "drop" } });
    expect(outline.map(({ key, mayKeepText }) => [key, mayKeepText])).toEqual([
      ["disclosure", true],
      ["problems", false],
    ]);
  });

  it("keeps no opening that is to be written anew", () => {
    expect(startOfNextYear(from, active, { dropsPreface: true }).preface).toBe("");
  });

  it("leaves no section without a heading", () => {
    expect(() => startOfNextYear(from, active, { texts: { problems: "drop" } })).toThrow(
      expect.objectContaining({ code: "section_without_heading" }),
    );
  });
});

describe("units that may go on with another's work", () => {
  const gone = { organisationId: "gone", name: "粮食局", open: null, isLeftOut: false, headings: 0, indicators: 0 };
  const many = Array.from({ length: 300 }, (_, index) => ({ organisationId: `u${index}`, name: `第${index}小学` }));

  it("are all of them in a district of usual size", () => {
    const units = many.slice(0, 40);
    expect(listSuccessors({ units, added: [] }, gone)).toEqual(units);
  });

  it("are those that are new or have a like name in a large one", () => {
    const added = [{ organisationId: "new", name: "发展改革局" }];
    const alike = { organisationId: "like", name: "粮食和物资储备局" };
    const less = { organisationId: "less", name: "粮油局" };
    const units = [...many, less, alike, ...added];
    const likest = { ...gone, name: "粮食局储备中心" };
    expect(listSuccessors({ units, added }, likest)).toEqual([...added, alike]);
  });
});
