import { afterAll, describe, expect, it } from "vitest";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { openGuardedReader } from "@/lib/intake/read-guarded";

const text = (content: string) => new TextEncoder().encode(content);
const REPORT = "平和区2023年政府信息公开工作年度报告\n一、总体情况\n收到申请1件。\n";

describe("a reader with caps on time and memory", () => {
  const reader = openGuardedReader({ workMs: 1_500, heapMb: 128 });
  afterAll(() => reader.close());

  it("gives up what takes too long or too much, and reads and checks the next", async () => {
    const endless = text(`${REPORT}${"规章\t".repeat(1_200_000)}`);
    const refused = await reader.read(endless, "endless.txt");
    // Which of the two caps it meets first is the machine's speed.
    expect(refused.ok ? "read" : refused.problem).toMatch(/^took_too_long$|^too_much_memory$/);
    const read = await reader.read(text(REPORT), "report.txt");
    if (!read.ok) throw new Error(read.problem);
    expect(read.report.year).toBe(2023);
    const checked = await reader.check(read.report, null);
    expect(checked.ok && checked.findings.map((finding) => finding.rule)).toContain("SECTION-MISSING");
  }, 120_000);

  it("says that a report of no known form cannot be checked", async () => {
    const report: InterchangeReport = {
      schema: "nianbao.report/1",
      title: "x",
      year: 2031,
      format: "2031",
      figures: {},
    };
    expect(await reader.check(report, null)).toEqual({ ok: false, problem: "wrong_schema" });
  }, 120_000);
});
