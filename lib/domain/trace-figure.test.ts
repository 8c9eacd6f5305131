import { describe, expect, it } from "vitest";
import { exampleFigures, exampleFormat } from "@/lib/domain/testing/example-subject";
import { balanceFigures, countUnitsBehind, partsOfCell, shareOf, traceFigure } from "@/lib/domain/trace-figure";
import type { Contribution, ReportDocument } from "./report-document";

const PENALTIES = "active.penalties.decisions";

function contribution(unit: string, value: string, version = 1): Contribution {
  const submittedAt = "2020-01-15T09:31:00.000Z";
  const approvedAt = "2020-01-16T01:12:00.000Z";
  return { unit, value, version, submittedBy: `${unit}填报人`, submittedAt, approvedBy: "审核人", approvedAt };
}

function unit(name: string, status: "included" | "nil" | "exempt" | "missing" = "included") {
  return { name, isOffice: false, status, reason: null };
}

type Given = Partial<Pick<ReportDocument, "provenance" | "adjustments" | "units">>;

function documentOf(typed: Record<string, string>, given: Given = {}) {
  const format = exampleFormat("2019");
  return {
    format,
    figures: exampleFigures(format, typed),
    units: [unit("执法局"), unit("应急局"), unit("财政局"), unit("司法办", "nil"), unit("审批局", "missing")],
    provenance: {},
    adjustments: [],
    ...given,
  };
}

describe("traceFigure", () => {
  it("lists the units with their shares, the largest first, and who reported zero", () => {
    const document = documentOf(
      { [PENALTIES]: "17" },
      { provenance: { [PENALTIES]: [contribution("应急局", "5"), contribution("执法局", "12", 2)] } },
    );

    const trace = traceFigure(document, PENALTIES);

    expect(trace?.units.map(({ unit: name, value, share, version }) => [name, value, share, version])).toEqual([
      ["执法局", "12", "70.6", 2],
      ["应急局", "5", "29.4", 1],
    ]);
    expect(trace?.zeroUnits).toEqual(["财政局", "司法办"]);
    expect(trace?.absentUnits).toEqual(["审批局"]);
  });

  it("counts a unit as zero once its section is approved, whatever else of it is open", () => {
    const trace = traceFigure(documentOf({}), PENALTIES, new Set(["审批局"]));

    expect(trace?.zeroUnits).toEqual(["审批局"]);
    expect(trace?.absentUnits).toEqual(["执法局", "应急局", "财政局", "司法办"]);
  });

  it("adds up a unit's cells under a total, and names them", () => {
    const document = documentOf(
      { "requests.received.natural_person": "3", "requests.received.business": "4" },
      {
        provenance: {
          "requests.received.natural_person": [contribution("执法局", "1"), contribution("应急局", "2")],
          "requests.received.business": [contribution("执法局", "4")],
        },
      },
    );

    const trace = traceFigure(document, "requests.received.total");

    expect(trace?.parts).toHaveLength(6);
    expect(trace?.units.map(({ unit: name, value }) => [name, value])).toEqual([
      ["执法局", "5"],
      ["应急局", "2"],
    ]);
  });

  it("gives no shares where a part is negative: they would not add up to a whole", () => {
    const document = documentOf(
      { "active.penalties.change": "1" },
      { provenance: { "active.penalties.change": [contribution("应急局", "3"), contribution("执法局", "-2")] } },
    );

    expect(traceFigure(document, "active.penalties.change")?.units.map((unit) => unit.share)).toEqual([null, null]);
  });

  it("keeps exact decimals", () => {
    const key = "active.procurement.amount";
    const document = documentOf(
      { [key]: "0.3" },
      { provenance: { [key]: [contribution("财政局", "0.1"), contribution("执法局", "0.2")] } },
    );

    expect(balanceFigures(document, [{ cellKey: key, sum: "0.3" }]).differing).toEqual([]);
  });

  it("shows the figure itself, the adjustments of its parts and no other, and leaves texts and blanks out", () => {
    const adjustment = (cellKey: string) => ({ cellKey, amount: "-1", reason: "重复" });
    const blank = { ...contribution("应急局", ""), value: null };
    const document = documentOf(
      { [PENALTIES]: "17" },
      {
        provenance: { [PENALTIES]: [contribution("执法局", "17"), contribution("财政局", "不适用"), blank] },
        adjustments: [adjustment(PENALTIES), adjustment("active.coercion.decisions")],
      },
    );
    const trace = traceFigure(document, PENALTIES);
    expect(trace).toMatchObject({ cellKey: PENALTIES, value: "17", parts: [PENALTIES] });
    expect(trace?.adjustments).toEqual([adjustment(PENALTIES)]);
    expect(trace?.units.map(({ unit: name }) => name)).toEqual(["执法局"]);
    expect(trace?.zeroUnits).toEqual(["应急局", "财政局", "司法办"]);
  });

  it("knows no cell that the form does not have", () => {
    expect(traceFigure(documentOf({}), "active.penalties.nonsense")).toBeNull();
  });
});

describe("balanceFigures", () => {
  it("agrees on every cell when the units and the signed adjustments make the figure", () => {
    const document = documentOf(
      { [PENALTIES]: "16" },
      {
        provenance: { [PENALTIES]: [contribution("执法局", "12"), contribution("应急局", "5")] },
        adjustments: [
          { cellKey: PENALTIES, amount: "-1", reason: "联合执法，两家都报了", proposedBy: "甲", signedBy: "乙" },
        ],
      },
    );

    expect(balanceFigures(document, [{ cellKey: PENALTIES, sum: "17" }])).toEqual({ agreeing: 198, differing: [] });
  });

  it("names a figure that its parts do not make", () => {
    const document = documentOf({ [PENALTIES]: "17" }, { provenance: { [PENALTIES]: [contribution("执法局", "12")] } });

    expect(balanceFigures(document, [{ cellKey: PENALTIES, sum: "12" }]).differing).toEqual([PENALTIES]);
  });
});

describe("balanceFigures of what is blank", () => {
  it("counts no figure that is not there", () => {
    const document = { ...documentOf({}), figures: { [PENALTIES]: "0", "active.coercion.decisions": null } };
    expect(balanceFigures(document, [])).toEqual({ agreeing: 1, differing: [] });
  });
});

describe("shareOf", () => {
  it("is per cent to one decimal, and none of nothing", () => {
    expect([shareOf("1", "3"), shareOf("2", "3"), shareOf("5", "5"), shareOf("1", "0")]).toEqual([
      "33.3",
      "66.7",
      "100.0",
      null,
    ]);
  });
});

describe("countUnitsBehind", () => {
  const format = exampleFormat("2019");

  it("counts a unit once in each cell and each total that it gave something to", () => {
    const [person, business] = ["requests.granted.natural_person", "requests.granted.business"];
    const counted = countUnitsBehind(format, [
      { cellKeys: [person, business], units: 2 },
      { cellKeys: [business], units: 3 },
    ]);
    expect(Object.fromEntries(counted)).toEqual({
      [person]: 2,
      [business]: 5,
      "requests.granted.total": 5,
      "requests.outcome_total.natural_person": 2,
      "requests.outcome_total.business": 5,
      "requests.outcome_total.total": 5,
    });
    expect(countUnitsBehind(format, [{ cellKeys: ["no.such.cell"], units: 1 }]).size).toBe(0);
  });

  it("follows sums of sums down to typed cells", () => {
    expect(partsOfCell(format, "requests.received.total")).toHaveLength(6);
    expect(partsOfCell(format, "requests.outcome_total.total").every((key) => !key.includes("total"))).toBe(true);
    expect(partsOfCell(format, "requests.granted.business")).toEqual(["requests.granted.business"]);
  });
});
