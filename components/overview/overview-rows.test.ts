import { describe, expect, it } from "vitest";
import { arrangeRows } from "@/components/overview/overview-rows";
import type { SectionId } from "@/lib/domain/format";
import type { OverviewCell, OverviewRow } from "@/lib/domain/overview";
import type { SubmissionState } from "@/lib/domain/submission";

const now = new Date("2020-01-14T10:00:00+08:00");
const past = new Date("2020-01-11T00:00:00+08:00");

function row(name: string, states: Partial<Record<SectionId, SubmissionState>>, isExempt = false): OverviewRow {
  const cells = Object.fromEntries(
    Object.entries(states).map(([sectionId, state]) => [sectionId, { sectionId, state, dueAt: past } as OverviewCell]),
  );
  const unit = {
    organisationId: name,
    name,
    isOffice: false,
    position: 1,
    exemptReason: isExempt ? "vertical" : null,
    dissolvedNote: null,
  };
  return { unit, cells, isRemindedToday: false };
}

const rows = [
  row("done", { active: "approved", requests: "approved" }),
  row("late", { active: "draft", requests: "not_started" }),
  row("waits", { active: "submitted", requests: "approved" }),
  row("exempt", { active: "not_started" }, true),
];
const names = (params: Partial<Parameters<typeof arrangeRows>[1]>) =>
  arrangeRows(rows, { filter: "all", order: "unit", sectionId: null, now, ...params }).map((row) => row.unit.name);

describe("arrangeRows", () => {
  it("shows every unit, exempt ones too, when nothing is looked for", () => {
    expect(names({})).toEqual(["done", "late", "waits", "exempt"]);
  });

  it("keeps units that have something of what is looked for", () => {
    expect(names({ filter: "late" })).toEqual(["late"]);
    expect(names({ filter: "waiting" })).toEqual(["waits"]);
    expect(names({ filter: "waiting", sectionId: "requests" })).toEqual([]);
    expect(names({ filter: "approved", sectionId: "requests" })).toEqual(["done", "waits"]);
  });

  it("puts the latest or the least advanced first", () => {
    expect(names({ order: "late" })[0]).toBe("late");
    expect(names({ order: "progress", filter: "all" }).slice(0, 2)).toEqual(["late", "exempt"]);
  });
});
