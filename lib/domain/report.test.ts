import { describe, expect, it } from "vitest";
import { permissionsOf } from "@/lib/domain/access";
import { decideReportMove, type Report, type ReportState, refuseChange, reportInWork } from "@/lib/domain/report";

const DIRECTOR = { userId: "director", permissions: permissionsOf([{ organisationId: "office", role: "director" }]) };

function version(number: number, state: ReportState): Report {
  return { id: `v${number}`, districtId: "d", cycleId: "c", version: number, state, finalisedBy: null };
}

describe("reportInWork", () => {
  it("is the newest version that was not called off", () => {
    const [first, second] = [version(1, "published"), version(2, "draft")];
    expect(reportInWork([second, first])?.id).toBe("v2");
    expect(reportInWork([first, version(2, "called_off")])?.id).toBe("v1");
    expect(reportInWork([])).toBeNull();
  });
});

describe("refuseChange", () => {
  it("lets what a report is made of change in a draft alone", () => {
    expect(refuseChange("draft")).toBeNull();
    expect(refuseChange("final")).toBe("report_final");
    expect(refuseChange("published")).toBe("report_published");
  });
});

describe("decideReportMove", () => {
  it("calls off a correction that is being prepared, and nothing else", () => {
    expect(decideReportMove(version(2, "draft"), "call_off", DIRECTOR)).toMatchObject({ to: "called_off" });
    for (const report of [version(1, "draft"), version(2, "final"), version(2, "published")]) {
      expect(decideReportMove(report, "call_off", DIRECTOR)).toEqual({ ok: false, refusal: "wrong_state" });
    }
  });
});
