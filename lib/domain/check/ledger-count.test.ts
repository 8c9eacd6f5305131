import { describe, expect, it } from "vitest";
import { ledgerCount } from "@/lib/domain/check/ledger-count";
import { exampleSubject } from "@/lib/domain/testing/example-subject";

const CELL = "requests.received.natural_person";

describe("ledgerCount", () => {
  const subject = exampleSubject("2021");

  it("says nothing without a ledger, and nothing where the table says what it counts", () => {
    expect(ledgerCount.check(subject)).toEqual([]);
    expect(ledgerCount.check({ ...subject, ledger: subject.figures })).toEqual([]);
  });

  it("names each typed cell that says something else, and leaves totals and texts to others", () => {
    const ledger = { ...subject.figures, [CELL]: "90", "requests.received.total": "99" };
    const found = ledgerCount.check({ ...subject, ledger });
    expect(found.map(({ severity, cells, expected, actual }) => [severity, cells, expected, actual])).toEqual([
      ["warning", [CELL], "90", subject.figures[CELL]],
    ]);
    expect(ledgerCount.check({ ...subject, figures: { ...subject.figures, [CELL]: "若干" }, ledger })).toEqual([]);
  });
});
