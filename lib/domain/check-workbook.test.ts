import { describe, expect, it } from "vitest";
import { cellAddress } from "@/lib/domain/cell-address";
import { checkWorkbook } from "@/lib/domain/check-workbook";
import {
  IDENTITY_SHEET,
  identityRows,
  placeKey,
  planWorkbook,
  type WorkbookContent,
  type WorkbookPlan,
} from "@/lib/domain/unit-workbook";
import type { FoundCell, FoundSheet, FoundWorkbook } from "@/lib/domain/workbook-problem";
import { annualReport2021 as format } from "@/lib/formats/annual-report-2021";

const CARRIED = "requests.carried_in.natural_person";
const hash = (value: unknown) => `hash of ${JSON.stringify(value)}`;

const requests: WorkbookContent = {
  identity: { unitId: "u1", unit: "财政局", year: 2021, formatId: "2021", formatHash: "f1", sectionId: "requests" },
  format,
  figures: { "requests.received.natural_person": "7", [CARRIED]: "4", "requests.received.total": "7" },
  previous: { year: 2020, figures: { "requests.received.natural_person": "5" } },
  locked: new Set([CARRIED]),
};
const active: WorkbookContent = {
  ...requests,
  identity: { ...requests.identity, sectionId: "active" },
  figures: { "active.fees.amount": "12.5" },
};

/** The sheet as a spreadsheet program would save it unchanged. */
function cellsOf(plan: WorkbookPlan): Map<string, FoundCell> {
  const addressOf = (key: string) => {
    const place = plan.places.get(key);
    return place ? cellAddress(place.row, place.column) : "";
  };
  return new Map(
    [...plan.cells].map(([key, cell]): [string, FoundCell] => {
      if (cell.kind === "fixed") return [key, { text: cell.text, formula: "" }];
      if (cell.kind === "sum") return [key, { text: "", formula: `SUM(${cell.parts.map(addressOf).join(",")})` }];
      return [key, { text: cell.value ?? "", formula: "" }];
    }),
  );
}

function identitySheet(rows: readonly (readonly [string, string])[]): FoundSheet {
  const cells = new Map(
    rows.flatMap(([key, value], row): [string, FoundCell][] => [
      [placeKey(row, 0), { text: key, formula: "" }],
      [placeKey(row, 1), { text: value, formula: "" }],
    ]),
  );
  return { name: IDENTITY_SHEET, isHidden: true, cells, merges: [], hiddenRows: [], hiddenColumns: [] };
}

type Damage = {
  cells?: Record<string, Partial<FoundCell> | null>;
  sheet?: Partial<FoundSheet>;
  identity?: FoundSheet | null;
  sheets?: FoundSheet[];
  parts?: string[];
};

/** Checks the workbook of a section with some of it changed; a cell is named as in a spreadsheet's own row and column. */
function checked(damage: Damage = {}, content = requests, written = content) {
  const plan = planWorkbook(content);
  const cells = cellsOf(plan);
  for (const [key, change] of Object.entries(damage.cells ?? {})) {
    if (change === null) cells.delete(key);
    else cells.set(key, { ...(cells.get(key) ?? { text: "", formula: "" }), ...change });
  }
  const sheet: FoundSheet = {
    ...{ name: plan.sheetName, isHidden: false, cells, merges: plan.merges, hiddenRows: [], hiddenColumns: [] },
    ...damage.sheet,
  };
  const identity = damage.identity === undefined ? identitySheet(identityRows(written, hash)) : damage.identity;
  const found: FoundWorkbook = {
    parts: damage.parts ?? ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "docProps/core.xml"],
    sheets: [sheet, ...(identity ? [identity] : []), ...(damage.sheets ?? [])],
  };
  return checkWorkbook(content, plan, found, hash);
}

/** Code, sheet, cell, what is expected and what was found of each problem. */
function problems(damage: Damage, content = requests, written = content) {
  const result = checked(damage, content, written);
  return result.ok
    ? []
    : result.problems.map(({ code, sheet, cell, expected, found }) => [code, sheet, cell, expected, found]);
}

describe("checkWorkbook", () => {
  it.each([requests, active, { ...active, previous: null }])(
    "takes nothing from a workbook that says nothing new",
    (content) => {
      expect(checked({}, content)).toEqual({ ok: true, changes: [] });
    },
  );

  it("takes what was filled in, changed or emptied, with what stood there when the workbook was written", () => {
    const cells = { "4,3": { text: "" }, "4,4": { text: " １２ " }, "5,4": { text: "0" }, "6,3": { text: "  " } };
    expect(checked({ cells })).toEqual({
      ok: true,
      changes: [
        { cellKey: "requests.received.natural_person", base: "7", value: null },
        { cellKey: "requests.received.business", base: null, value: "12" },
        { cellKey: "requests.carried_in.business", base: null, value: "0" },
      ],
    });
  });

  it("holds what was filled in against what the workbook was written with, whatever was saved since", () => {
    const since = { ...requests, figures: { ...requests.figures, "requests.received.natural_person": "9" } };
    expect(checked({}, since, requests)).toEqual({
      ok: true,
      changes: [{ cellKey: "requests.received.natural_person", base: "7", value: "9" }],
    });
  });

  it("takes nothing for a cell that was locked when the workbook was written and is open now", () => {
    const opened = { ...requests, locked: new Set<string>() };
    expect(checked({ cells: { "5,3": { text: "8" } } }, opened, requests)).toEqual({ ok: true, changes: [] });
  });

  it.each([
    ["xl/vbaProject.bin", "macros"],
    ["xl/macrosheets/sheet1.xml", "macros"],
    ["xl/activeX/activeX1.xml", "macros"],
    ["xl/ctrlProps/ctrlProp1.xml", "macros"],
    ["xl/externalLinks/externalLink1.xml", "foreign_part"],
    ["xl/embeddings/oleObject1.bin", "foreign_part"],
    ["xl/connections.xml", "foreign_part"],
    ["xl/queryTables/queryTable1.xml", "foreign_part"],
    ["customXml/item1.xml", "foreign_part"],
    ["xl/webExtensions/webExtension1.xml", "foreign_part"],
    ["xl/model/item.data", "foreign_part"],
  ])("refuses a package with %s, and looks no further", (part, code) => {
    expect(problems({ parts: ["xl/workbook.xml", part], cells: { "4,3": { text: "x" } } })).toEqual([
      [code, "", part, "", ""],
    ]);
  });

  it("tells twenty problems and how many more there are", () => {
    const cells = Object.fromEntries(Array.from({ length: 23 }, (_, index) => [`${40 + index},0`, { text: "x" }]));
    const result = checked({ cells });
    expect(result.ok ? null : [result.problems.length, result.more]).toEqual([20, 3]);
    const few = checked({ cells: { "40,0": { text: "x" } } });
    expect(few.ok ? null : [few.problems.length, few.more]).toEqual([1, 0]);
  });
});

describe("whose workbook it is", () => {
  const rows = identityRows(requests, hash);
  const changed = (key: string, value: string) =>
    identitySheet(rows.map(([name, was]) => [name, name === key ? value : was] as const));

  it("is asked of a hidden sheet that begins with the schema's name", () => {
    expect(problems({ identity: null })).toEqual([["not_ours", "表三", "A1", "", ""]]);
    for (const identity of [identitySheet([]), changed("schema", "x"), identitySheet(rows.slice(1))]) {
      expect(problems({ identity })).toEqual([["not_ours", "表三", "A1", "", ""]]);
    }
  });

  it.each(rows.map(([key]) => key).filter((key) => key !== "schema"))("was altered where %s is another", (key) => {
    expect(problems({ identity: changed(key, "altered") })).toEqual([
      ["identity_altered", IDENTITY_SHEET, `A1:B${rows.length}`, "", ""],
    ]);
  });

  it("was altered where a row is missing", () => {
    const codes = [rows.slice(0, -1), rows.toSpliced(3, 1)].map(
      (some) => problems({ identity: identitySheet(some) })[0]?.[0],
    );
    expect(codes).toEqual(["identity_altered", "identity_altered"]);
  });

  it.each<[string, Partial<WorkbookContent["identity"]>, string[]]>([
    ["another unit's", { unitId: "u2", unit: "司法局" }, ["other_unit", "B3", "财政局", "司法局"]],
    ["another year's", { year: 2022 }, ["other_year", "B4", "2021", "2022"]],
    ["another form's", { formatId: "2019" }, ["other_format", "B5", format.name, "2019"]],
    ["a changed form's", { formatHash: "f2" }, ["other_format", "B5", format.name, "2021"]],
    ["another section's", { sectionId: "active" }, ["other_section", "B7", "requests", "active"]],
    [
      "another unit's and year's",
      { unitId: "u2", unit: "司法局", year: 2022 },
      ["other_unit", "B3", "财政局", "司法局"],
    ],
  ])("is %s, and that is told alone", (_what, change, [code, cell, expected, found]) => {
    const written = { ...requests, identity: { ...requests.identity, ...change } };
    const rowsOfOther = identityRows(written, hash);
    expect(problems({ identity: identitySheet(rowsOfOther), cells: { "4,3": { text: "x" } } })).toEqual([
      [code, IDENTITY_SHEET, cell, expected, found],
    ]);
  });
});

describe("the sheets of a workbook", () => {
  const sheet = (name: string, isHidden: boolean): FoundSheet => ({
    ...{ name, isHidden, cells: new Map(), merges: [], hiddenRows: [], hiddenColumns: [] },
  });

  it("are the table and the hidden one, and no other", () => {
    expect(problems({ sheets: [sheet("说明", false)] })).toEqual([["extra_sheet", "说明", "A1", "", ""]]);
    expect(problems({ sheets: [sheet("暗", true)] })).toEqual([["hidden_sheet", "暗", "A1", "", ""]]);
    expect(problems({ sheet: { isHidden: true } })).toEqual([["hidden_sheet", "表三", "A1", "", ""]]);
    expect(problems({ sheet: { name: "表四" } })).toEqual([
      ["missing_sheet", "表三", "A1", "", ""],
      ["extra_sheet", "表四", "A1", "", ""],
    ]);
  });

  it("hide no row and no column of the table", () => {
    expect(problems({ sheet: { hiddenRows: [5, 29], hiddenColumns: [17] } })).toEqual([
      ["hidden_row", "表三", "A6", "", ""],
      ["hidden_column", "表三", "R1", "", ""],
    ]);
    expect(problems({ sheet: { hiddenRows: [40], hiddenColumns: [18, 30] } })).toEqual([]);
  });
});

describe("the cells of a workbook", () => {
  const found = (key: string, change: Partial<FoundCell>, content = requests) =>
    problems({ cells: { [key]: change } }, content);

  it("keep every label, however a program breaks its lines", () => {
    expect(found("4,0", { text: "一、本年新收\n政府信息公开 申请数量" })).toEqual([]);
    expect(found("4,0", { text: "收到" })).toEqual([
      ["altered", "表三", "A5", "一、本年新收政府信息公开申请数量", "收到"],
    ]);
    expect(problems({ cells: { "4,0": null } })).toEqual([
      ["altered", "表三", "A5", "一、本年新收政府信息公开申请数量", ""],
    ]);
    expect(found("4,0", { formula: "B1" })).toEqual([
      ["altered", "表三", "A5", "一、本年新收政府信息公开申请数量", "=B1"],
    ]);
  });

  it("keep what is carried over and last year's figures, however a program writes the number", () => {
    expect(found("5,3", { text: "4.0" })).toEqual([]);
    expect(found("5,3", { text: "5" })).toEqual([["locked", "表三", "D6", "4", "5"]]);
    expect(found("5,3", { formula: "2+2" })).toEqual([["locked", "表三", "D6", "4", "=2+2"]]);
    expect(found("4,11", { text: "5.00" })).toEqual([]);
    expect(found("4,11", { text: "6" })).toEqual([["altered", "表三", "L5", "5", "6"]]);
    expect(found("4,12", { text: "6" })).toEqual([["altered", "表三", "M5", "", "6"]]);
    expect(found("4,11", { formula: "D5" })).toEqual([["altered", "表三", "L5", "5", "=D5"]]);
  });

  it("take numbers and blanks as inputs, and neither texts nor formulas", () => {
    for (const text of ["0", "-3", "1,234", "3.5", ""]) expect(found("4,4", { text })).toEqual([]);
    expect(found("4,4", { text: "7件" })).toEqual([["text", "表三", "E5", "", "7件"]]);
    expect(found("4,4", { text: "不适用" })).toEqual([["text", "表三", "E5", "", "不适用"]]);
    expect(found("4,4", { text: "3", formula: "1+2" })).toEqual([["formula", "表三", "E5", "", "=1+2"]]);
  });

  it.each([
    "SUM(D5,E5,F5,G5,H5,I5)",
    "SUM(D5:I5)",
    "=SUM($D$5:$I$5)",
    "sum(D5:F5,G5:I5)",
    "of:=SUM(D5;E5;F5;G5;H5;I5)",
    " SUM( D5:I5 ) ",
    "…",
  ])("take %s for the sum of a row", (formula) => {
    expect(found("4,9", { formula })).toEqual([]);
  });

  it.each([
    "SUM(D5:H5)",
    "SUM(D5:J5)",
    "SUM(D5:I5,D5)",
    "SUM(D6:I6)",
    "SUM(D5:I5)+1",
    "D5+E5+F5+G5+H5+I5",
    "SUM(D5:I5,x)",
    "SUM(D5:I5,Other!A1)",
    "SUM(A1:Z1000)",
    "SUM()",
    "-SUM(D5:I5)",
    "SUM(D5:H5,I6)",
  ])("do not take %s for it", (formula) => {
    expect(found("4,9", { text: "7", formula })).toEqual([["sum_overwritten", "表三", "J5", "", `=${formula}`]]);
  });

  it("do not take a number for a sum", () => {
    expect(found("4,9", { text: "7", formula: "" })).toEqual([["sum_overwritten", "表三", "J5", "", "7"]]);
  });

  it("hold nothing beside the table", () => {
    expect(found("4,18", { text: "备注" })).toEqual([["outside", "表三", "S5", "", "备注"]]);
    expect(found("40,0", { formula: "D5" })).toEqual([["outside", "表三", "A41", "", "=D5"]]);
    expect(found("40,0", { text: "  " })).toEqual([]);
  });
});

describe("rows and columns of a workbook", () => {
  it("are where they were: the first label that stands elsewhere is told, and nothing of what follows from it", () => {
    const plan = planWorkbook(requests);
    const shifted = new Map(
      [...cellsOf(plan)].map(([key, cell]): [string, FoundCell] => {
        const [row = 0, column = 0] = key.split(",").map(Number);
        return [placeKey(row >= 4 ? row + 1 : row, column), cell];
      }),
    );
    expect(problems({ sheet: { cells: shifted } })).toEqual([
      ["moved", "表三", "A5", "一、本年新收政府信息公开申请数量", "A6"],
    ]);
    const right = new Map(
      [...cellsOf(plan)].map(([key, cell]): [string, FoundCell] => {
        const [row = 0, column = 0] = key.split(",").map(Number);
        return [placeKey(row, column >= 3 ? column + 1 : column), cell];
      }),
    );
    expect(problems({ sheet: { cells: right } })).toEqual([["moved", "表三", "L1", "2020年（对照）", "M1"]]);
  });

  it("were not moved where a label stands elsewhere because the form has it there too", () => {
    // 总计 is the head of a column in both years.
    expect(problems({ cells: { "2,9": { text: "合计" } } })).toEqual([["altered", "表三", "J3", "总计", "合计"]]);
  });

  it("were not moved where a label's words stand in another row and column", () => {
    const cells = { "4,0": { text: "" }, "40,7": { text: "一、本年新收政府信息公开申请数量" } };
    expect(problems({ cells }).map(([code]) => code)).toEqual(["altered", "outside"]);
  });

  it("are merged as they were", () => {
    const { merges } = planWorkbook(requests);
    const more = { row: 4, column: 3, rowSpan: 2, colSpan: 1 };
    expect(problems({ sheet: { merges: [...merges, more] } })).toEqual([["merged", "表三", "D5:D6", "", ""]]);
    expect(problems({ sheet: { merges: merges.slice(1) } })).toEqual([["unmerged", "表三", "A1:J1", "", ""]]);
    expect(problems({ sheet: { merges: merges.toReversed() } })).toEqual([]);
  });
});
