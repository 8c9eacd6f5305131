import { describe, expect, it } from "vitest";
import { createCellSaver } from "@/components/saving/cell-saver";
import { annualReport2019 } from "@/lib/formats/annual-report-2019";
import { createLiveTotals } from "./live-totals";

function setUp() {
  const columns = ["natural_person", "business", "research", "welfare", "legal_service", "other_organisation"];
  const saver = createCellSaver({
    figures: Object.fromEntries(columns.map((column) => [`requests.received.${column}`, "1"])),
    save: () => new Promise(() => {}),
    clock: { later: () => () => {} },
    newRequestId: () => "request",
  });
  return { saver, totals: createLiveTotals(saver, annualReport2019, "requests") };
}

describe("createLiveTotals", () => {
  it("adds up while typing, before anything is saved", () => {
    const { saver, totals } = setUp();
    expect(totals.of("requests.received.total")).toBe("6");
    saver.type("requests.received.business", "１0");
    expect(totals.of("requests.received.total")).toBe("15");
  });

  it("has no total while a part is blank or no number", () => {
    const { saver, totals } = setUp();
    saver.type("requests.received.business", "");
    expect(totals.of("requests.received.total")).toBeNull();
    saver.type("requests.received.business", "1件");
    expect(totals.of("requests.received.total")).toBeNull();
  });

  it("checks committed values, not what is being typed", () => {
    const { saver, totals } = setUp();
    saver.type("requests.received.business", "10");
    expect(totals.written()["requests.received.total"]).toBe("6");
    saver.write([{ cellKey: "requests.received.business", value: "10" }]);
    expect(totals.written()["requests.received.total"]).toBe("15");
  });

  it("returns the same object until a figure changes", () => {
    const { saver, totals } = setUp();
    const before = totals.written();
    saver.type("requests.received.business", "10");
    expect(totals.written()).toBe(before);
    saver.write([{ cellKey: "requests.received.business", value: "10" }]);
    expect(totals.written()).not.toBe(before);
  });
});
