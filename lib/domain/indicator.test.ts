import { describe, expect, it } from "vitest";
import { type Indicator, unitsGiving } from "@/lib/domain/cycle";
import {
  faultOfRatio,
  indicatorsInStead,
  isConcerned,
  ratiosOn,
  sharedIndicatorKeys,
  unitsToldOfIndicator,
} from "@/lib/domain/indicator";

const indicator = (change: Partial<Indicator>): Indicator => ({
  key: "training",
  organisationId: "office",
  label: "培训",
  unit: "次",
  isApproximate: false,
  position: 1,
  ...change,
});

const people = indicator({ key: "people", alsoFrom: ["finance"] });
const ratio = indicator({ key: "share", rollsUp: "ratio", ratioOf: ["training", "people"] });

describe("unitsGiving", () => {
  it("are the unit that answers for it and the others, each once; nobody for a ratio", () => {
    expect(unitsGiving(indicator({ alsoFrom: ["finance", "office"] }))).toEqual(["office", "finance"]);
    expect(unitsGiving({ ...ratio, alsoFrom: ["finance"] })).toEqual([]);
    expect(isConcerned(ratio, "office")).toBe(true);
  });
});

describe("sharedIndicatorKeys", () => {
  it("are those where a unit's own value is not the district's", () => {
    const none = indicator({ key: "alone", rollsUp: "none" });
    expect([...sharedIndicatorKeys([indicator({}), people, none])]).toEqual(["indicators.people", "indicators.alone"]);
  });
});

describe("faultOfRatio", () => {
  const all = [indicator({}), people, indicator({ key: "none", rollsUp: "none" }), ratio];
  it.each([
    ["two others that are rolled up", ["training", "people"], null],
    ["one alone", ["training"], "ratio_parts"],
    ["the same twice", ["training", "training"], "ratio_parts"],
    ["itself", ["share", "people"], "ratio_parts"],
    ["one that is not rolled up", ["none", "people"], "ratio_parts"],
    ["one that is not there", ["gone", "people"], "ratio_parts"],
  ] as const)("looks at %s", (_what, ratioOf, fault) => {
    expect(faultOfRatio({ ...ratio, ratioOf: [...ratioOf] }, all)).toBe(fault);
  });
  it("finds the ratios that follow from an indicator", () => {
    expect(ratiosOn("people", all)).toEqual([ratio]);
    expect(ratiosOn("none", all)).toEqual([]);
  });
});

describe("indicatorsInStead", () => {
  it("lets the next unit answer where the first has gone, and drops what nobody gives with its ratios", () => {
    const withoutOffice = indicatorsInStead([indicator({}), people, ratio], (id) => (id === "office" ? [] : [id]));
    expect(withoutOffice).toEqual([{ ...people, organisationId: "finance", alsoFrom: [] }]);
    const merged = indicatorsInStead([people], () => ["new"]);
    expect(merged).toEqual([{ ...people, organisationId: "new", alsoFrom: [] }]);
  });
});

describe("unitsToldOfIndicator", () => {
  it("are all of its units when its words change, those alone that join or leave otherwise", () => {
    expect(unitsToldOfIndicator(null, people)).toEqual(["office", "finance"]);
    expect(unitsToldOfIndicator(people, { ...people, help: "按场次计" })).toEqual(["office", "finance"]);
    expect(unitsToldOfIndicator(people, { ...people, alsoFrom: ["safety"] })).toEqual(["finance", "safety"]);
    expect(unitsToldOfIndicator(people, { ...people, position: 4, rollsUp: "maximum" })).toEqual([]);
  });
});
