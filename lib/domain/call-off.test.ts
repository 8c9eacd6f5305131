import { describe, expect, it } from "vitest";
import type { Adjustment } from "@/lib/domain/adjustment";
import { listContradictions, listStandingApprovals, restoreAdjustments, restoreUnits } from "@/lib/domain/call-off";
import type { DomainEvent, StoredEvent } from "@/lib/domain/events";

const BEGUN = 10;
const INCLUDED: DomainEvent = { type: "unit_included", data: { year: 2019 } };
const ASKED_AGAIN: DomainEvent = { type: "unit_exemption_ended", data: { year: 2019 } };
const exempted = (reason: string): DomainEvent => ({ type: "unit_exempted", data: { year: 2019, reason } });

const unit = (exemptReason: string | null = null) => ({ organisationId: "finance", exemptReason });
/** The history as it is read: newest first. */
const history = (...events: readonly (readonly [number, DomainEvent])[]): StoredEvent[] =>
  events.toReversed().map(([id, event]) => ({
    ...{ id, event, organisationId: "finance", cycleId: "2019", submissionId: null, reportId: null },
    ...{ at: new Date(0), actorId: null, actorName: "" },
  }));

describe("units whose place in the year was changed for a correction", () => {
  it("leave the report again where they came in for it", () => {
    const events = history([11, INCLUDED]);
    expect(restoreUnits(events, BEGUN, [unit()])).toEqual([
      { organisationId: "finance", reason: "只为一次已撤销的更正加入，本年度不报送" },
    ]);
  });

  it("are exempt again for the reason that was published", () => {
    const events = history([3, exempted("去年撤并")], [7, exempted("垂直管理")], [11, ASKED_AGAIN]);
    expect(restoreUnits(events, BEGUN, [unit()])).toEqual([{ organisationId: "finance", reason: "垂直管理" }]);
  });

  it.each([
    ["reported before", history([3, INCLUDED]), unit()],
    ["came in and were exempted", history([11, INCLUDED], [12, exempted("明年起报")]), unit("明年起报")],
    ["were asked again before", history([3, exempted("垂直管理")], [7, ASKED_AGAIN]), unit()],
    ["were asked again and never exempted", history([11, ASKED_AGAIN]), unit()],
    ["came in while another unit did", history([11, INCLUDED]), { ...unit(), organisationId: "safety" }],
  ])("are left alone where they %s", (_what, events, then) => {
    expect(restoreUnits(events, BEGUN, [then])).toEqual([]);
  });
});

describe("what would contradict the published report", () => {
  it("is each figure that it has otherwise, and no indicator that it has not", () => {
    const figure = { cellKey: "requests.received.total", label: "收到", before: "11", after: "12" };
    const blank = { cellKey: "active.fees.total", label: "收费", before: null, after: "1" };
    const changed = { cellKey: "indicators.training", label: "培训", before: "7", after: "8" };
    const added = { cellKey: "indicators.lectures", label: "讲座", before: null, after: "3" };
    expect(listContradictions([figure, blank, changed, added])).toEqual([figure, blank, changed]);
  });
});

describe("the approvals that stood", () => {
  const by = (id: number, event: DomainEvent, submissionId: string | null, actorName: string): StoredEvent => ({
    ...{ id, event, submissionId, actorName, actorId: actorName, at: new Date(id * 1000) },
    ...{ organisationId: "finance", cycleId: "2019", reportId: null },
  });
  const of = (version: number) => ({ sectionId: "active", version }) as const;
  const approved = (version: number): DomainEvent => ({ type: "submission_approved", data: of(version) });
  const reopened: DomainEvent = { type: "submission_reopened", data: { ...of(1), reason: "x" } };
  const undone = (version: number): DomainEvent => ({
    type: "reopening_undone",
    data: { ...of(version), changes: [], texts: [] },
  });

  it("are the newest of each section, with who approved and when", () => {
    const events = [
      by(1, approved(1), "a", "甲"),
      by(2, reopened, "a", "甲"),
      by(3, approved(2), "a", "乙"),
      by(4, approved(1), "b", "丙"),
      by(5, reopened, "c", "丙"),
      by(6, approved(1), null, "丙"),
    ].toReversed();
    expect(listStandingApprovals(events)).toEqual([
      { submissionId: "b", version: 1, approvedBy: "丙", approvedByName: "丙", approvedAt: new Date(4000) },
      { submissionId: "a", version: 2, approvedBy: "乙", approvedByName: "乙", approvedAt: new Date(3000) },
    ]);
  });

  it("are none of a section that was reopened", () => {
    expect(listStandingApprovals([by(2, reopened, "a", "甲"), by(1, approved(1), "a", "甲")])).toEqual([]);
  });

  it("are the first approval of the version that a called off correction put back, not who called it off", () => {
    const events = [
      by(1, approved(1), "a", "甲"),
      by(2, approved(1), "b", "别的"),
      by(3, reopened, "a", "甲"),
      by(4, approved(2), "a", "乙"),
      by(5, undone(1), "a", "主任"),
    ].toReversed();
    expect(listStandingApprovals(events)[0]).toMatchObject({ submissionId: "a", version: 1, approvedBy: "甲" });
    expect(listStandingApprovals([by(5, undone(1), "a", "主任"), by(2, approved(1), "b", "别的")])).toMatchObject([
      { submissionId: "b" },
    ]);
  });
});

describe("adjustments when a correction is called off", () => {
  const adjustment = (id: string, state: Adjustment["state"], change: Partial<Adjustment> = {}): Adjustment => ({
    ...{ id, cycleId: "c", cellKey: "active.penalties.decisions", amount: "-1", reason: "两家都报了", state },
    ...{ proposedBy: "e", proposedByName: "统稿人", proposedAt: new Date(0), decidedByName: null, decidedAt: null },
    ...change,
  });
  const published = (...amounts: string[]) => ({
    adjustments: amounts.map((amount) => ({ cellKey: "active.penalties.decisions", amount, reason: "两家都报了" })),
  });
  const restore = (adjustments: Adjustment[], ...amounts: string[]) =>
    restoreAdjustments(adjustments, published(...amounts)).map(({ adjustment: { id }, move }) => [id, move]);

  it("count again where the published report counts them, and no others do", () => {
    const all = [
      adjustment("kept", "signed"),
      adjustment("new", "signed", { amount: "-2" }),
      adjustment("open", "proposed"),
      adjustment("was", "revoked", { amount: "-3" }),
      adjustment("never", "revoked", { amount: "-4" }),
      adjustment("declined", "declined"),
      adjustment("withdrawn", "withdrawn", { amount: "-3" }),
    ];
    expect(restore(all, "-1", "-3")).toEqual([
      ["open", "decline"],
      ["new", "revoke"],
      ["was", "sign_again"],
    ]);
  });

  it("count as often as the published report counts one of the same content", () => {
    expect(restore([adjustment("a", "signed"), adjustment("b", "signed")], "-1")).toEqual([["b", "revoke"]]);
    expect(restore([adjustment("a", "signed"), adjustment("b", "revoked")], "-1")).toEqual([]);
    expect(restore([adjustment("a", "signed"), adjustment("b", "revoked")], "-1", "-1")).toEqual([["b", "sign_again"]]);
  });

  it.each([{ cellKey: "active.coercion.decisions" }, { reason: "另一个原因" }])("are others with %j", (change) => {
    expect(restore([adjustment("a", "signed", change)], "-1")).toEqual([["a", "revoke"]]);
  });
});
