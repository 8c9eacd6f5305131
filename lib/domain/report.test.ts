import { describe, expect, it } from "vitest";
import { permissionsOf, ROLES, type Role } from "@/lib/domain/access";
import {
  decideReportMove,
  hasLaterVersion,
  REPORT_STATES,
  type Report,
  type ReportMove,
  type ReportState,
  refuseChange,
  reportInWork,
} from "@/lib/domain/report";

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
    expect(reportInWork([first, second])?.id).toBe("v2");
  });
});

describe("refuseChange", () => {
  it("lets what a report is made of change in a draft alone", () => {
    expect(refuseChange("draft")).toBeNull();
    expect(refuseChange("final")).toBe("report_final");
    expect(refuseChange("published")).toBe("report_published");
    expect(refuseChange("superseded")).toBe("report_published");
    expect([refuseChange(null), refuseChange("called_off")]).toEqual([null, null]);
  });
});

/** Every move: from which state to which, and by whom, as the design's workflow has it. */
const MOVES = {
  finalise: { from: "draft", to: "final", by: ["editor"] },
  unlock: { from: "final", to: "draft", by: ["editor"] },
  publish: { from: "final", to: "published", by: ["director"] },
  call_off: { from: "draft", to: "called_off", by: ["director"] },
  supersede: { from: "published", to: "superseded", by: ["director"] },
} as const satisfies Record<ReportMove, { from: ReportState; to: ReportState; by: readonly Role[] }>;

describe("decideReportMove", () => {
  it.each(Object.entries(MOVES))("%s is made from one state, by its role and by no other", (name, move) => {
    for (const role of ROLES) {
      const actor = { userId: role, permissions: permissionsOf([{ organisationId: "office", role }]) };
      for (const state of REPORT_STATES) {
        const isAllowed = move.by.some((allowed) => allowed === role);
        const refusal = isAllowed ? "wrong_state" : "not_permitted";
        expect(decideReportMove(version(2, state), name as ReportMove, actor)).toEqual(
          isAllowed && state === move.from ? { ok: true, from: state, to: move.to } : { ok: false, refusal },
        );
      }
    }
  });

  it("publishes by a second person, and lets who finalised it do everything else", () => {
    const fixed = { ...version(2, "final"), finalisedBy: DIRECTOR.userId };
    expect(decideReportMove(fixed, "publish", DIRECTOR)).toEqual({ ok: false, refusal: "second_person_needed" });
    const published = { ...version(2, "published"), finalisedBy: DIRECTOR.userId };
    expect(decideReportMove(published, "supersede", DIRECTOR).ok).toBe(true);
  });

  it("supersedes a year's first report too", () => {
    expect(decideReportMove(version(1, "published"), "supersede", DIRECTOR).ok).toBe(true);
  });

  it("calls off a correction that is being prepared, and nothing else", () => {
    expect(decideReportMove(version(2, "draft"), "call_off", DIRECTOR)).toMatchObject({ to: "called_off" });
    for (const report of [version(1, "draft"), version(2, "final"), version(2, "published")]) {
      expect(decideReportMove(report, "call_off", DIRECTOR)).toEqual({ ok: false, refusal: "wrong_state" });
    }
  });
});

describe("hasLaterVersion", () => {
  const of = (version: number, state: ReportState, year = 2019) => ({ year, version, state });

  it("is a correction in work or published, not one called off, of another year or from before", () => {
    const first = of(1, "published");
    expect(hasLaterVersion([first, of(2, "draft")], first)).toBe(true);
    expect(hasLaterVersion([of(1, "superseded"), of(2, "published")], first)).toBe(true);
    expect(hasLaterVersion([first, of(2, "called_off"), of(2, "draft", 2020)], first)).toBe(false);
    expect(hasLaterVersion([first, of(2, "draft")], of(2, "published"))).toBe(false);
  });
});
