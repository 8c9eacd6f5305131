import { describe, expect, it } from "vitest";
import type { Indicator } from "@/lib/domain/cycle";
import { rollUpIndicators } from "@/lib/domain/roll-up-indicators";

const indicator = (change: Partial<Indicator>): Indicator => ({
  key: "training",
  organisationId: "office",
  alsoFrom: ["finance", "safety"],
  label: "培训",
  unit: "次",
  isApproximate: false,
  position: 1,
  ...change,
});

const version = (organisationId: string, day: number, figures: Record<string, string | null>) => ({
  organisationId,
  submittedAt: new Date(Date.UTC(2020, 0, day)),
  content: { sectionId: "overview" as const, figures, paragraphs: {} },
});

const VERSIONS = [
  version("office", 12, { "indicators.training": "0.1", "indicators.people": "3" }),
  version("finance", 20, { "indicators.training": "0.2", "indicators.people": "0" }),
  version("safety", 10, { "indicators.training": "10" }),
];

const districtValue = (change: Partial<Indicator>, versions = VERSIONS) =>
  rollUpIndicators([indicator(change)], versions).get(change.key ?? "training")?.value;

describe("rollUpIndicators", () => {
  it("adds up exactly", () => expect(districtValue({})).toBe("10.3"));
  it("takes the value that was submitted last", () => expect(districtValue({ rollsUp: "last" })).toBe("0.2"));
  it("takes the greatest as a number, not as text", () =>
    expect(
      districtValue({ rollsUp: "maximum" }, [
        version("office", 1, { "indicators.training": "9" }),
        version("finance", 1, { "indicators.training": "10" }),
      ]),
    ).toBe("10"));
  it("rolls nothing up where each unit's value stands for itself, and keeps them all", () => {
    const rolledUp = rollUpIndicators([indicator({ rollsUp: "none" })], VERSIONS).get("training");
    expect(rolledUp?.value).toBeNull();
    expect(rolledUp?.parts.map(({ value }) => value)).toEqual(["0.1", "0.2", "10"]);
  });
  it("keeps zero and nothing apart, and says which unit gave nothing", () => {
    expect(districtValue({}, [version("finance", 1, { "indicators.training": "0" })])).toBe("0");
    expect(districtValue({}, [version("finance", 1, { "indicators.training": null })])).toBeNull();
    const parts = rollUpIndicators([indicator({ key: "people" })], VERSIONS).get("people")?.parts;
    expect(parts).toContainEqual({ organisationId: "safety", value: null });
  });
  it("counts nothing of a unit that is not asked", () => {
    expect(districtValue({ alsoFrom: ["finance"] })).toBe("0.3");
  });
  it("prints what one unit gave as it stands", () => {
    expect(districtValue({ alsoFrom: [] }, [version("office", 1, { "indicators.training": "不适用" })])).toBe("不适用");
  });
});

describe("a ratio", () => {
  const ratio = (change: Partial<Indicator>): Indicator =>
    indicator({ key: "share", alsoFrom: [], rollsUp: "ratio", ratioOf: ["people", "training"], ...change });
  const shareOf = (change: Partial<Indicator>, versions = VERSIONS) =>
    rollUpIndicators([ratio(change), indicator({}), indicator({ key: "people" })], versions).get("share")?.value;

  it("is of the two others as they are rolled up, rounded once", () => {
    expect(shareOf({ unit: "", decimals: 4 })).toBe("0.2913");
    expect(shareOf({ unit: "", decimals: 0 })).toBe("0");
  });
  it("is in hundredths or thousandths where its measure says so", () => {
    expect(shareOf({ unit: "%" })).toBe("29.13");
    expect(shareOf({ unit: "‰", decimals: 1 })).toBe("291.3");
  });
  it("has no value where one of the two has none, or the divisor is zero", () => {
    expect(shareOf({}, [])).toBeNull();
    expect(shareOf({}, [version("office", 1, { "indicators.training": "0", "indicators.people": "3" })])).toBeNull();
  });
});
