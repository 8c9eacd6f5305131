import { describe, expect, it } from "vitest";
import { cycleOfPath, itemsOfCycle, type ShellCycle } from "@/components/shell/page-cycle";

const next: ShellCycle = { id: "c2020", year: 2020, href: "/cycle/c2020" };
const current: ShellCycle = { id: "c2019", year: 2019, href: "/cycle/c2019" };
const items = [
  { key: "overview", label: "进度", href: "/review", isOfChosenYear: true, count: 3, countLabel: "3 项待办" },
  { key: "release", label: "发布", href: "/report/c2020/release", also: ["/report/c2020/files"] },
];

describe("cycleOfPath", () => {
  it("is the year that the address names, else the chosen one", () => {
    expect(cycleOfPath([next, current], next, "/report/c2019/release")).toBe(current);
    expect(cycleOfPath([next, current], next, "/admin/cycles/c2019")).toBe(current);
    expect(cycleOfPath([next, current], next, "/review")).toBe(next);
    expect(cycleOfPath([], null, "/review")).toBeNull();
  });
});

describe("itemsOfCycle", () => {
  it("stays in the year of the page, and counts nothing of another year", () => {
    expect(itemsOfCycle(items, next, current)).toEqual([
      {
        key: "overview",
        label: "进度",
        href: "/review",
        isOfChosenYear: true,
        via: "/cycle/c2019?to=%2Freview",
      },
      { key: "release", label: "发布", href: "/report/c2019/release", also: ["/report/c2019/files"] },
    ]);
  });

  it("changes nothing on a page of the chosen year", () => {
    expect(itemsOfCycle(items, next, next)).toBe(items);
  });
});
