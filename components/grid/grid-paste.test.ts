import { describe, expect, it } from "vitest";
import { computeTotals } from "@/lib/domain/cell";
import { getSection } from "@/lib/domain/format-cells";
import { annualReport2019 } from "@/lib/formats/annual-report-2019";
import { mapTables, neighbour } from "./grid-map";
import { countPasted, planPaste, planPlaced, readBlock } from "./grid-paste";

const format = annualReport2019;
const { tables } = getSection(format, "requests");
const map = mapTables(tables);
const totalsWith = (changes: readonly { cellKey: string; value: string | null }[]) =>
  computeTotals(format, Object.fromEntries(changes.map(({ cellKey, value }) => [cellKey, value])));
const plan = (from: string, text: string) => planPaste(map, from, readBlock(text), totalsWith);
const zeros = (width: number) => Array(width).fill("0").join("\t");

describe("readBlock", () => {
  it("reads rows and columns, and drops the line end that a spreadsheet adds", () => {
    expect(readBlock("1\t2\r\n3\t4\r\n")).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
  });

  it("keeps a tab or a line end inside a quoted cell, and a doubled quote", () => {
    expect(readBlock('"1\n2"\t"say ""0"""')).toEqual([["1\n2", 'say "0"']]);
  });

  it("splits at the line ends of any system, and never joins two lines", () => {
    expect(readBlock("2\r3\r")).toEqual([["2"], ["3"]]);
    expect(plan("requests.received.business", '"2\n3"').changes).toEqual([
      { cellKey: "requests.received.business", value: "2 3" },
    ]);
  });

  it("keeps an empty cell in the middle", () => {
    expect(readBlock("1\t\t3")).toEqual([["1", "", "3"]]);
  });
});

describe("planPaste", () => {
  it("starts at the focused cell and removes spaces, full-width digits and separators", () => {
    expect(plan("requests.received.business", "　７ \t1,234\n\t12件")).toEqual({
      changes: [
        { cellKey: "requests.received.business", value: "7" },
        { cellKey: "requests.received.research", value: "1234" },
        { cellKey: "requests.carried_in.business", value: null },
        { cellKey: "requests.carried_in.research", value: "12件" },
      ],
      otherSums: [],
      outside: 0,
      labelsLeftAway: 0,
      unplaced: [],
      isPlain: true,
    });
  });

  it("skips computed cells when the pasted sums agree", () => {
    const result = plan("requests.received.natural_person", "1\t2\t0\t0\t0\t0\t3");
    expect(result.changes).toHaveLength(6);
    expect(result).toMatchObject({ otherSums: [], isPlain: true });
  });

  it("shows a pasted sum that differs, before anything is written", () => {
    const result = plan("requests.received.natural_person", "1\t2\t0\t0\t0\t0\t4");
    expect(result).toMatchObject({ otherSums: [{ cellKey: "requests.received.total", value: "4" }], isPlain: false });
  });

  it("passes over the computed row when the block has none", () => {
    const result = plan("requests.other.natural_person", "5\n6");
    expect(result.changes).toEqual([
      { cellKey: "requests.other.natural_person", value: "5" },
      { cellKey: "requests.carried_out.natural_person", value: "6" },
    ]);
    expect(result.isPlain).toBe(true);
  });

  it("puts a table copied whole, with its labels, at the first cell", () => {
    const rows = map.map((_, index) => `第${index + 1}行\t${zeros(7)}`);
    const result = plan("requests.carried_out.business", ["\t自然人\t商业企业", ...rows].join("\n"));
    expect(result.changes).toHaveLength(map.flat().filter((place) => place?.isInput).length);
    expect(result).toMatchObject({ labelsLeftAway: 2, outside: 0, isPlain: false });
  });

  it("does not take a column of wrong figures for labels", () => {
    const result = plan("requests.received.natural_person", "7件\t1\n-\t2");
    expect(result.changes.map(({ value }) => value)).toEqual(["7件", "1", "-", "2"]);
    expect(result.isPlain).toBe(true);
  });

  it("counts pasted values outside the table", () => {
    const result = plan("requests.carried_out.other_organisation", "1\t1\t9\n2");
    expect(result).toMatchObject({ outside: 2, isPlain: false });
  });
});

describe("neighbour", () => {
  it("skips computed cells and stops at the edge", () => {
    expect(neighbour(map, "requests.other.business", "down")).toBe("requests.carried_out.business");
    expect(neighbour(map, "requests.received.other_organisation", "right")).toBeNull();
    expect(neighbour(map, "requests.received.business", "up")).toBeNull();
    expect(neighbour(map, "requests.received.business", "left")).toBe("requests.received.natural_person");
  });

  it("moves from one table of a section into the next", () => {
    const active = mapTables(getSection(format, "active").tables);
    expect(neighbour(active, "active.normative_documents.made", "down")).toBe("active.licensing.items_last_year");
  });

  it("skips a locked cell", () => {
    const locked = mapTables(tables, new Set(["requests.carried_in.business"]));
    expect(neighbour(locked, "requests.received.business", "down")).toBe("requests.granted.business");
  });
});

describe("planPlaced", () => {
  const natural = (row: string) => `requests.${row}.natural_person`;

  it("writes to the cells that the labels name; sums are compared and not written", () => {
    const others = ["business", "research", "welfare", "legal_service", "other_organisation"];
    const figures = {
      [natural("received")]: "６",
      ...Object.fromEntries(others.map((column) => [`requests.received.${column}`, "0"])),
      "requests.received.total": "6",
      [natural("carried_in")]: null,
    };
    expect(planPlaced(map, { figures, unplaced: [] }, totalsWith)).toMatchObject({
      changes: [
        { cellKey: natural("received"), value: "6" },
        ...others.map((column) => ({ cellKey: `requests.received.${column}`, value: "0" })),
        { cellKey: natural("carried_in"), value: null },
      ],
      otherSums: [],
      isPlain: true,
    });
  });

  it("shows first what does not agree, has no cell here or was not recognised", () => {
    const figures = { [natural("received")]: "6", "requests.received.total": "7", "active.licensing.decisions": "9" };
    expect(planPlaced(map, { figures, unplaced: ["网上申请 5"] }, totalsWith)).toMatchObject({
      otherSums: [{ cellKey: "requests.received.total", value: "7" }],
      outside: 1,
      unplaced: ["网上申请 5"],
      isPlain: false,
    });
  });
});

describe("countPasted", () => {
  it("does not count what could not be read as filled in", () => {
    const { changes } = plan("requests.received.business", "7\t约12\n\t见附件");
    expect(countPasted(changes)).toEqual({ count: 2, unread: 2 });
  });
});
