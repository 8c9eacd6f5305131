import { describe, expect, it } from "vitest";
import { isWorkingDay, sourceOfYear, workingDayUpTo } from "@/lib/domain/working-days";

describe("isWorkingDay", () => {
  it("follows what the State Council's office published for 2026: rests in the week, weekends that are worked", () => {
    const rests = ["2026-01-02", "2026-02-16", "2026-02-23", "2026-04-06", "2026-05-05", "2026-06-19", "2026-10-07"];
    expect(rests.filter((day) => isWorkingDay(day, []))).toEqual([]);
    const works = ["2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10"];
    expect(works.filter((day) => !isWorkingDay(day, []))).toEqual([]);
    expect(sourceOfYear(2026)).toEqual({ notice: "国办发明电〔2025〕7号" });
  });

  it("knows for 2027 the days of the law, which fall on the new year and the festivals of that year", () => {
    const rests = ["2027-01-01", "2027-02-05", "2027-02-08", "2027-04-05", "2027-06-09", "2027-09-15", "2027-10-01"];
    expect(rests.filter((day) => isWorkingDay(day, []))).toEqual([]);
    expect(sourceOfYear(2027)).toBe("law");
  });

  it("takes Monday to Friday in a year that it does not know", () => {
    expect(["2031-03-07", "2031-03-08", "2031-03-09", "2031-03-10"].map((day) => isWorkingDay(day, []))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(sourceOfYear(2031)).toBe("none");
  });

  it("takes what the administrator entered before all of it", () => {
    const entered = [
      { day: "2027-02-09", isWorking: false },
      { day: "2027-02-13", isWorking: true },
    ];
    expect(isWorkingDay("2027-02-09", entered)).toBe(false);
    expect(isWorkingDay("2027-02-13", entered)).toBe(true);
  });
});

describe("workingDayUpTo", () => {
  it("goes back over a festival and its weekend, and not over a weekend that is worked", () => {
    expect(workingDayUpTo("2026-02-20", [])).toBe("2026-02-14");
    expect(workingDayUpTo("2026-02-28", [])).toBe("2026-02-28");
    expect(workingDayUpTo("2026-03-01", [])).toBe("2026-02-28");
  });

  it("ends where every day is entered as a day of rest", () => {
    const entered = Array.from({ length: 60 }, (_, index) => ({
      day: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10),
      isWorking: false,
    }));
    expect(workingDayUpTo("2026-02-28", entered)).toBe("2026-01-28");
  });
});
