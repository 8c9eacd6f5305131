import { describe, expect, it } from "vitest";
import type { Role } from "@/lib/domain/access";
import { permissionsOf } from "@/lib/domain/access";
import { compareOwnReport } from "@/lib/domain/check/own-report";
import { compareOwnReports, decideOtherBody, isReportOf } from "@/lib/domain/own-reports";
import { exampleFormat, exampleSubject } from "@/lib/domain/testing/example-subject";
import type { SourceVersion } from "@/lib/domain/version";

const format = exampleFormat("2021");
const { figures } = exampleSubject("2021");
const CELL = "requests.received.natural_person";
const at = new Date("2022-01-20T00:00:00Z");
const version = (organisationId: string, unitName: string): SourceVersion => ({
  organisationId,
  unitName,
  sectionId: "requests",
  number: 1,
  content: { sectionId: "requests", figures, paragraphs: {} },
  submittedByName: "填报人",
  submittedAt: at,
  approvedByName: "审核人",
  approvedAt: at,
  takenFrom: null,
});
const versions = [version("a", "财政局"), version("b", "民政局")];
const published = [{ organisationId: "a", report: { figures: { [CELL]: "90", "active.licensing.decisions": "7" } } }];

describe("compareOwnReports", () => {
  it("tells the office which unit published another figure, in the sections that are approved", () => {
    const found = compareOwnReports(format, versions, published, []);
    expect(found.map(({ cells, values }) => [cells[0], values.unit, values.expected])).toEqual([
      [CELL, "财政局", "90"],
    ]);
  });

  it("leaves alone what the unit has explained, and not what another unit has", () => {
    const [unitSide] = compareOwnReport({ format, sections: ["requests"], figures }, { [CELL]: "90" }, null);
    const explained = (organisationId: string) => [{ organisationId, findingId: unitSide?.id ?? "" }];
    expect(compareOwnReports(format, versions, published, explained("a"))).toEqual([]);
    expect(compareOwnReports(format, versions, published, explained("b"))).toHaveLength(1);
  });
});

describe("isReportOf", () => {
  const finance = { name: "财政局", districtName: "青岛前湾保税港区" };

  it.each([
    "财政局2019年年度报告",
    "青岛前湾保税港区财政局2019年政府信息公开工作年度报告",
    "区财政局2019年政府信息公开工作年度报告",
    "山东省青岛前湾保税港区财政 局2019年政府信息公开工作年度报告",
  ])("takes %j for its own", (title) => {
    expect(isReportOf({ title }, finance)).toBe(true);
  });

  it.each([
    "财政所2019年年度报告",
    "平潭综合实验区财政局2019年政府信息公开工作年度报告",
    "财政局国库中心2019年年度报告",
    "2019年政府信息公开工作年度报告",
  ])("does not take %j for its own", (title) => {
    expect(isReportOf({ title }, finance)).toBe(false);
  });
});

describe("a unit or report without a name", () => {
  it("is nobody's", () => {
    expect(isReportOf({ title: "财政局2019年年度报告" }, { name: " ", districtName: "某区" })).toBe(false);
  });
});

describe("decideOtherBody", () => {
  const proposal = { organisationId: "finance", proposedBy: "clerk" };
  const as = (userId: string, role: Role, organisationId = "office") => {
    const memberships = [{ organisationId, role }];
    return { userId, memberships, permissions: permissionsOf(memberships) };
  };

  it("lets another administrator or reviewer of the office confirm or decline", () => {
    for (const role of ["admin", "reviewer"] as const) {
      expect(decideOtherBody(proposal, "confirm", as("second", role))).toEqual({ ok: true });
      expect(decideOtherBody(proposal, "decline", as("second", role))).toEqual({ ok: true });
    }
  });

  it("keeps whoever proposed it, and everybody of the unit, from confirming", () => {
    const ownProposal = { ...proposal, proposedBy: "admin" };
    expect(decideOtherBody(ownProposal, "confirm", as("admin", "admin"))).toEqual({
      ok: false,
      refusal: "own_other_body",
    });
    const both = [
      { organisationId: "office", role: "reviewer" as const },
      { organisationId: "finance", role: "submitter" as const },
    ];
    const inBoth = { userId: "second", memberships: both, permissions: permissionsOf(both) };
    expect(decideOtherBody(proposal, "confirm", inBoth)).toEqual({ ok: false, refusal: "own_other_body" });
    const clerk = as("other", "submitter", "finance");
    expect(decideOtherBody(proposal, "confirm", clerk)).toEqual({ ok: false, refusal: "not_permitted" });
  });

  it("lets only whoever proposed it take it back", () => {
    expect(decideOtherBody(proposal, "withdraw", as("clerk", "submitter", "finance"))).toEqual({ ok: true });
    expect(decideOtherBody(proposal, "withdraw", as("second", "admin"))).toEqual({
      ok: false,
      refusal: "not_own_proposal",
    });
    expect(decideOtherBody(proposal, "withdraw", as("x", "reviewer"))).toEqual({ ok: false, refusal: "not_permitted" });
  });
});
