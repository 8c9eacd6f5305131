import { describe, expect, it } from "vitest";
import type { Adjustment } from "@/lib/domain/adjustment";
import { type ExpectedUnit, isAdjustable, rollUp, standInSection, statusOfUnit } from "@/lib/domain/roll-up";
import { annualReport2019 as format } from "@/lib/formats/annual-report-2019";

const SECTIONS = ["active", "requests", "litigation"] as const;

function unit(name: string, state: "approved" | "draft", isNil = false): ExpectedUnit {
  return {
    organisationId: name,
    name,
    isOffice: false,
    exemptReason: null,
    dissolvedNote: null,
    sections: SECTIONS.map((sectionId) => ({ sectionId, state, isNil })),
  };
}

const CELL = "active.penalties.decisions";

function adjustment(amount: string, state: Adjustment["state"]): Adjustment {
  return {
    id: amount,
    cycleId: "c",
    cellKey: CELL,
    amount,
    reason: "两家都报了",
    state,
    proposedBy: "a",
    proposedByName: "a",
    proposedAt: new Date(0),
    decidedByName: null,
    decidedAt: null,
  };
}

describe("rollUp", () => {
  it("adds signed adjustments only", () => {
    const result = rollUp({
      format,
      units: [unit("a", "approved")],
      sums: [{ cellKey: CELL, sum: "17", units: 2 }],
      adjustments: [adjustment("-1", "signed"), adjustment("-5", "proposed"), adjustment("-7", "declined")],
    });
    expect(result.figures[CELL]).toBe("16");
    expect(result.figures["active.licensing.decisions"], "an adjustment changes its own cell only").toBe("0");
  });

  it("counts nothing as reported that only an exempt unit approved", () => {
    const exempt = { ...unit("a", "approved"), exemptReason: "机构撤并" };
    expect(rollUp({ format, units: [exempt], sums: [], adjustments: [] }).figures[CELL]).toBeNull();
  });

  it("says how many units gave a cell's figure, and how and why each unit stands as it does", () => {
    const units = [
      { ...unit("in", "approved"), isOffice: true },
      unit("late", "draft"),
      { ...unit("out", "draft"), exemptReason: "机构撤并" },
      { ...unit("gone", "approved"), sections: [], dissolvedNote: "2020年3月撤销" },
      { ...unit("closed", "approved"), dissolvedNote: "2020年12月撤销" },
    ];
    const result = rollUp({ format, units, sums: [{ cellKey: CELL, sum: "17", units: 2 }], adjustments: [] });
    expect([...result.unitsByCell]).toEqual([[CELL, 2]]);
    expect(result.units.map(({ name, isOffice, status, reason }) => [name, isOffice, status, reason])).toEqual([
      ["in", true, "included", null],
      ["late", false, "missing", null],
      ["out", false, "exempt", "机构撤并"],
      ["gone", false, "exempt", "2020年3月撤销"],
      ["closed", false, "included", "2020年12月撤销"],
    ]);
  });

  it("leaves a section blank that nobody has reported, and is zero where somebody reported nothing", () => {
    const nobody = rollUp({ format, units: [unit("a", "draft")], sums: [], adjustments: [] });
    expect([nobody.figures[CELL], nobody.figures["requests.received.total"]]).toEqual([null, null]);
    const zero = rollUp({ format, units: [unit("a", "approved")], sums: [], adjustments: [] });
    expect([zero.figures[CELL], zero.figures["requests.received.total"]]).toEqual(["0", "0"]);
  });

  it("computes every total from the sums", () => {
    const result = rollUp({
      format,
      units: [unit("a", "approved")],
      sums: [
        { cellKey: "requests.received.natural_person", sum: "11", units: 5 },
        { cellKey: "requests.granted.natural_person", sum: "3", units: 3 },
        { cellKey: "requests.granted.business", sum: "2", units: 1 },
      ],
      adjustments: [],
    });
    expect(result.figures["requests.received.total"]).toBe("11");
    expect(result.figures["requests.outcome_total.natural_person"]).toBe("3");
    expect(result.figures["requests.outcome_total.total"]).toBe("5");
  });
});

describe("statusOfUnit", () => {
  it("asks nothing of a dissolved unit that handed nothing in, and waits for what one did hand in", () => {
    const dissolved = { ...unit("a", "draft"), dissolvedNote: "2020年3月撤销" };
    expect(statusOfUnit({ ...dissolved, sections: [] }, format)).toBe("exempt");
    expect(statusOfUnit(dissolved, format)).toBe("missing");
  });

  it("tells included, nil, exempt and missing apart", () => {
    expect(statusOfUnit(unit("a", "approved"), format)).toBe("included");
    expect(statusOfUnit(unit("a", "approved", true), format)).toBe("nil");
    expect(statusOfUnit(unit("a", "draft"), format)).toBe("missing");
    expect(statusOfUnit({ ...unit("a", "draft"), exemptReason: "机构撤并" }, format)).toBe("exempt");
    expect(statusOfUnit({ ...unit("a", "approved"), sections: [] }, format)).toBe("missing");
  });
});

describe("a unit with one section that is not approved", () => {
  const others = ["not_started", "draft", "awaiting_signature", "submitted", "returned"] as const;

  it.each(others)("is missing while that section is %s: nothing is final without an approval", (state) => {
    const almost = unit("a", "approved");
    const sections = almost.sections.map((section, index) => (index === 1 ? { ...section, state } : section));
    expect(statusOfUnit({ ...almost, sections }, format)).toBe("missing");
    const result = rollUp({ format, units: [{ ...almost, sections }], sums: [], adjustments: [] });
    expect(result.figures["requests.received.total"]).toBeNull();
    expect(result.figures[CELL]).toBe("0");
  });

  it("is no nil return because its text is approved and one of its tables is nil", () => {
    const mixed = unit("a", "approved", true);
    const sections = mixed.sections.map((section, index) => ({ ...section, isNil: index === 0 }));
    expect(statusOfUnit({ ...mixed, sections }, format)).toBe("included");
  });

  it("is a nil return for its tables alone, whatever its text says, and no nil return without tables", () => {
    const text = { sectionId: "overview", state: "approved", isNil: false } as const;
    const nil = unit("a", "approved", true);
    expect(statusOfUnit({ ...nil, sections: [...nil.sections, text] }, format)).toBe("nil");
    expect(statusOfUnit({ ...nil, sections: [text] }, format)).toBe("included");
  });
});

describe("isAdjustable", () => {
  it("takes typed cells and no totals", () => {
    expect([isAdjustable(format, CELL), isAdjustable(format, "requests.received.total")]).toEqual([true, false]);
  });
});

describe("standInSection", () => {
  const now = new Date("2020-01-14T10:00:00+08:00");
  const due = (text: string) => ({ isExempt: false, isNil: false, dueAt: new Date(`${text}T00:00:00+08:00`) });

  it("calls nothing missing before it is due, or while it is with the office", () => {
    expect(standInSection({ state: "not_started", ...due("2020-01-20") }, now)).toBe("pending");
    expect(standInSection({ state: "submitted", ...due("2020-01-10") }, now)).toBe("pending");
    expect(standInSection({ state: "returned", ...due("2020-01-10") }, now)).toBe("missing");
  });

  it("tells what is approved, nil and exempt apart", () => {
    const approved = { state: "approved", ...due("2020-01-10") } as const;
    expect(standInSection(approved, now)).toBe("included");
    expect(standInSection({ ...approved, isNil: true }, now)).toBe("nil");
    expect(standInSection({ ...approved, isExempt: true, state: "draft" }, now)).toBe("exempt");
  });
});
