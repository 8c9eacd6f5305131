import { describe, expect, it } from "vitest";
import { type PreviousOfUnit, type TakenOver, withTakenOver } from "@/lib/domain/taken-over";

const own: PreviousOfUnit = {
  year: 2019,
  formatId: "2019",
  figures: { "requests.carried_out.natural_person": "3", "requests.received.natural_person": null, note: "不适用" },
  texts: { overview: "财政局的文字。" },
  paragraphs: { opening: "财政局的文字。" },
};

const part = (change: Partial<TakenOver[number]> = {}): TakenOver[number] => ({
  organisationId: "00000000-0000-4000-8000-000000000001",
  name: "粮食局",
  year: 2019,
  formatId: "2019",
  figures: { "requests.carried_out.natural_person": "2", "requests.received.natural_person": "12.5" },
  texts: { overview: "粮食局的文字。" },
  ...change,
});

describe("the year before of a unit that goes on with another's work", () => {
  it("is its own where it took over nothing", () => {
    expect(withTakenOver(own, [])).toBe(own);
    expect(withTakenOver(null, [])).toBeNull();
  });

  it("is the sum of both, cell by cell, and names whose figures are in it", () => {
    const both = withTakenOver(own, [part(), part({ name: "盐务局" })]);
    expect(both?.figures).toEqual({
      "requests.carried_out.natural_person": "7",
      "requests.received.natural_person": "25",
      note: "不适用",
    });
    expect(both?.takenOverFrom).toEqual(["粮食局", "盐务局"]);
    expect(both?.texts).toEqual({ overview: "财政局的文字。\n粮食局的文字。\n粮食局的文字。" });
    expect(both?.paragraphs).toEqual(own.paragraphs);
  });

  it("is the other's alone for a unit that did not report", () => {
    expect(withTakenOver(null, [part()])).toMatchObject({ year: 2019, figures: part().figures, paragraphs: {} });
  });

  it("leaves out what is of another year", () => {
    expect(withTakenOver(own, [part({ year: 2018 })])?.figures).toEqual(own.figures);
  });
});
