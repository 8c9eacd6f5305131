import { describe, expect, it } from "vitest";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { whyNotCompared } from "@/lib/domain/previous-report";

const reportOf = (title: string, year: number, organisation?: string): InterchangeReport => ({
  ...{ schema: "nianbao.report/1", title, year, format: "2021", figures: {} },
  ...(organisation === undefined ? {} : { organisation }),
});
const TITLE = "年政府信息公开工作年度报告";

describe("whyNotCompared", () => {
  it.each([
    ["平和区", "平和区", 2022, null],
    ["平和区", "平和区人民政府", 2022, null],
    ["平和区", "平和区", 2021, "other_year"],
    ["平和区", "清河县", 2022, "other_body"],
    ["", "平和区", 2022, "body_unknown"],
    ["", "", 2022, "body_unknown"],
  ])("holds a report of “%s” against one of “%s” for %i: %s", (body, previous, year, reason) => {
    const report = reportOf(`${body}2023${TITLE}`, 2023);
    expect(whyNotCompared(report, reportOf(`${previous}${year}${TITLE}`, year))).toBe(reason);
  });

  it("takes the name that a report gives beside its title", () => {
    expect(whyNotCompared(reportOf(`2023${TITLE}`, 2023, "平和区"), reportOf(`平和区2022${TITLE}`, 2022))).toBeNull();
  });
});
