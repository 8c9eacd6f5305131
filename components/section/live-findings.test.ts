import { describe, expect, it } from "vitest";
import { createCellSaver } from "@/components/saving/cell-saver";
import { listTypedCells } from "@/lib/domain/blank-cells";
import type { UnitAnswers } from "@/lib/domain/check/subject";
import { exampleFormat } from "@/lib/domain/testing/example-subject";
import { anchorOf, createLiveFindings, wrongNumberOf } from "./live-findings";

const TEXT = "paragraph:safety";
const FIGURE = "indicators.trainings";

const answers: UnitAnswers = {
  cycle: { year: 2019, format: exampleFormat("2019") },
  sectionId: "overview",
  isOffice: false,
  figures: {},
  paragraphs: { safety: "" },
  outline: [
    { key: "safety", sectionId: "overview", position: 1, level: 1, number: "5.", title: "安全生产工作", owners: ["u"] },
  ],
  indicators: [{ key: "trainings", organisationId: "u", label: "培训", unit: "次", isApproximate: false, position: 1 }],
  previous: null,
  ownReport: null,
  ledger: null,
  ruleSettings: [],
};

function setUp() {
  const saver = createCellSaver({
    figures: { [FIGURE]: null, [TEXT]: null },
    save: async () => new Promise(() => undefined),
    clock: { later: () => () => undefined },
    newRequestId: () => "r",
  });
  const live = createLiveFindings(saver, answers, [FIGURE, TEXT]);
  return { saver, live, keys: () => live().findings.map((finding) => finding.messageKey) };
}

describe("createLiveFindings", () => {
  it("holds texts and figures as they were last left, not as they are being typed", () => {
    const { saver, keys } = setUp();
    expect(keys().sort()).toEqual(["blank", "heading_missing"]);

    saver.type(TEXT, "本年度组织培训。");
    expect(keys()).toContain("heading_missing");
    saver.write([{ cellKey: TEXT, value: "本年度组织培训。" }]);
    expect(keys()).toEqual(["blank"]);

    saver.write([{ cellKey: FIGURE, value: "7次" }]);
    expect(keys()).toEqual(["not_a_number"]);
    saver.write([{ cellKey: FIGURE, value: "7" }]);
    expect(keys()).toEqual([]);
  });

  it("gives the same list until something was left differently", () => {
    const { saver, live } = setUp();
    const before = live();
    saver.type(FIGURE, "7");
    expect(live()).toBe(before);
    saver.write([{ cellKey: FIGURE, value: "7" }]);
    expect(live()).not.toBe(before);
  });
});

describe("createLiveFindings of a table", () => {
  const RECEIVED = "requests.received.natural_person";
  const cells = listTypedCells(answers.cycle.format, "requests");

  it("tells blanks as blanks, and what will be said once they count as 0", () => {
    const saver = createCellSaver({
      figures: Object.fromEntries(cells.map((key) => [key, null])),
      save: async () => new Promise(() => undefined),
      clock: { later: () => () => undefined },
      newRequestId: () => "r",
    });
    const live = createLiveFindings(saver, { ...answers, sectionId: "requests", outline: [], indicators: [] }, cells);
    expect([live().blanksAsZero.length, live().asSubmitted.length]).toEqual([0, cells.length]);

    saver.write([{ cellKey: RECEIVED, value: "3" }]);
    expect(live().blanksAsZero).toHaveLength(cells.length - 1);
    expect(new Set(live().findings.map(({ rule }) => rule))).toEqual(new Set(["BLANK"]));
    expect(live().asSubmitted.map(({ rule }) => rule)).toEqual(["REQ-IDENTITY"]);
  });
});

describe("anchorOf", () => {
  it("leads to the text, or to the first cell that one can type into", () => {
    const { live } = setUp();
    const anchors = live().findings.map((finding) => anchorOf(finding, new Set([FIGURE])));
    expect(anchors.sort()).toEqual([FIGURE, TEXT]);

    const [finding] = live().findings;
    if (!finding) throw new Error("nothing found");
    const cells = ["requests.outcome_total.natural_person", "requests.received.natural_person"];
    const identity = { ...finding, text: null, cells };
    expect(anchorOf(identity, new Set(["requests.received.natural_person"]))).toBe(cells[1]);
    expect(anchorOf(identity, new Set())).toBe(cells[0]);
    expect(anchorOf({ ...identity, cells: [] }, new Set())).toBeNull();
  });
});

describe("wrongNumberOf", () => {
  it("is the number that stands where the table or indicator has another, and nothing once they agree", () => {
    const { saver, live } = setUp();
    saver.write([
      { cellKey: FIGURE, value: "7" },
      { cellKey: TEXT, value: "本年度组织培训9次。" },
    ]);
    const { findings, numbers } = live();
    const finding = findings.find((finding) => finding.rule === "NARR-TABLE");
    if (!finding) throw new Error("the contradiction was not found");
    expect(wrongNumberOf(finding, numbers)).toMatchObject({ headingKey: "safety", value: "7" });

    saver.write([{ cellKey: TEXT, value: "本年度组织培训7次。" }]);
    expect(live().findings).toEqual([]);
  });
});
