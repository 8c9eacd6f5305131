import { describe, expect, it } from "vitest";
import { listContradictions, restoreUnits } from "@/lib/domain/call-off";
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
