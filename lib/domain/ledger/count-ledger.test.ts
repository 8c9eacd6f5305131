import { describe, expect, it } from "vitest";
import { listLateAnswers } from "@/lib/domain/ledger/answer-time";
import { countLedger, judgeRow, listOutcomes, rowsOfCell } from "@/lib/domain/ledger/count-ledger";
import { interpretLedger } from "@/lib/domain/ledger/interpret-ledger";
import { type LedgerRow, packRows, unpackRows } from "@/lib/domain/ledger/ledger-row";
import { proposeColumns } from "@/lib/domain/ledger/propose-columns";
import { reduceLedger } from "@/lib/domain/ledger/reduce-ledger";
import { annualReport2021 as FORMAT } from "@/lib/formats/annual-report-2021";

const OUTCOMES = listOutcomes(FORMAT);
const HEADS = ["收到日期", "申请人类别", "办理结果", "答复日期", "是否延期"];
const NOTHING = { kind: new Map<string, string>(), outcome: new Map<string, string>() };

function interpret(lines: readonly string[][], chosen: typeof NOTHING = NOTHING) {
  const found = reduceLedger([{ name: "台账", rows: [HEADS, ...lines] }], { outcomes: OUTCOMES, remembered: [] });
  if (!found.ok) throw new Error(found.problem);
  return interpretLedger(found.reading, proposeColumns(found.reading, OUTCOMES, null), chosen, OUTCOMES);
}

const good = ["2026-01-05", "自然人", "予以公开", "2026-01-20"];
const faultsOf = (lines: readonly string[][], chosen?: typeof NOTHING) =>
  interpret([...lines, good, good, good, good], chosen)
    .rows.slice(0, lines.length)
    .map((row) => judgeRow(row, 2026));

describe("a line of a ledger", () => {
  it.each([
    [["3月初", "自然人", "予以公开", "2026-03-20"], "received_unreadable"],
    [["", "自然人", "予以公开", "2026-03-20"], "received_missing"],
    [["2026-03-02", "", "予以公开", "2026-03-20"], "kind_missing"],
    [["2026-03-02", "法人", "予以公开", "2026-03-20"], "kind_unmapped"],
    [["2026-03-02", "自然人", "已电话告知", "2026-03-20"], "outcome_unmapped"],
    [["2026-03-02", "自然人", "予以公开、重复申请", "2026-03-20"], "two_outcomes"],
    [["2026-03-02", "自然人", "", "2026-03-20"], "outcome_missing"],
    [["2026-03-02", "自然人", "予以公开", "三月中"], "answered_unreadable"],
    [["2026-03-02", "自然人", "予以公开", "2026-02-20"], "answered_before_received"],
    [["2027-01-02", "自然人", "予以公开", "2027-01-20"], "after_year"],
    [["2025-03-02", "自然人", "予以公开", "2025-03-20"], "before_year"],
  ])("%j is not counted: %s", (line, fault) => {
    expect(faultsOf([line])).toEqual([{ rows: [], fault, note: null }]);
  });

  it.each([
    [["2026-03-02", "自然人", "予以公开", "2026-03-20"], ["received", "granted"], null],
    [["2025-12-20", "自然人", "予以公开", "2026-01-08"], ["carried_in", "granted"], null],
    [["2026-12-20", "自然人", "", ""], ["received", "carried_out"], "open"],
    [["2026-12-20", "自然人", "办理中", ""], ["received", "carried_out"], null],
    [["2026-12-20", "自然人", "予以公开", "2027-01-08"], ["received", "carried_out"], "answered_after_year"],
    [["2025-12-20", "自然人", "办理中", "/"], ["carried_in", "carried_out"], null],
    [["2026-03-02", "自然人", "予以公开", ""], ["received", "granted"], "answered_without_day"],
    [["2025-12-20", "自然人", "予以公开", ""], ["carried_in", "granted"], "carried_without_day"],
  ])("%j is counted in %j", (line, rows, note) => {
    expect(faultsOf([line])).toEqual([{ rows, fault: null, note }]);
  });

  it("is counted as somebody said of its words, or left out", () => {
    const chosen = {
      kind: new Map([["法人", "business"]]),
      outcome: new Map([
        ["已电话告知", "granted"],
        ["登记错误", "excluded"],
      ]),
    };
    const lines = [
      ["2026-03-02", "法人", "已电话告知", "2026-03-20"],
      ["2026-03-03", "自然人", "登记错误", ""],
    ];
    expect(faultsOf(lines, chosen).map(({ rows, fault }) => [rows, fault])).toEqual([
      [["received", "granted"], null],
      [[], "excluded"],
    ]);
    const { words } = interpret([...lines, good], chosen);
    expect(words.filter(({ isKnown }) => !isKnown).map(({ role, word, target }) => [role, word, target])).toEqual([
      ["kind", "法人", "business"],
      ["outcome", "已电话告知", "granted"],
      ["outcome", "登记错误", "excluded"],
    ]);
  });
});

const row = (own: Partial<LedgerRow>): LedgerRow => ({
  ...{ sheet: 0, row: 2, received: "2026-03-02", kind: "natural_person", outcome: "granted", answered: "2026-03-20" },
  ...{ isExtended: false, fault: null },
  ...own,
});

describe("countLedger", () => {
  const rows = [
    row({}),
    row({ row: 3, kind: "business" }),
    row({ row: 4, outcome: "granted_in_part" }),
    row({ row: 5, outcome: null, answered: null }),
    row({ row: 6, fault: "two_outcomes", outcome: null }),
  ];

  it("fills every typed cell of the table, so that received and carried in equal answered and carried out", () => {
    const counts = countLedger(rows, FORMAT, 2026);
    expect(Object.keys(counts)).toHaveLength((OUTCOMES.length + 3) * 6);
    expect(Object.entries(counts).filter(([, count]) => count !== "0")).toEqual([
      ["requests.received.natural_person", "3"],
      ["requests.received.business", "1"],
      ["requests.granted.natural_person", "1"],
      ["requests.granted.business", "1"],
      ["requests.granted_in_part.natural_person", "1"],
      ["requests.carried_out.natural_person", "1"],
    ]);
  });

  it("leads from each cell, a total too, to the lines that it counts", () => {
    const at = (cellKey: string) => rowsOfCell(rows, { format: FORMAT, year: 2026, cellKey }).map((found) => found.row);
    expect(at("requests.received.natural_person")).toEqual([2, 4, 5]);
    expect(at("requests.received.total")).toEqual([2, 3, 4, 5]);
    expect(at("requests.outcome_total.natural_person")).toEqual([2, 4]);
    expect(at("requests.outcome_total.total")).toEqual([2, 3, 4]);
    expect(at("requests.nothing.total")).toEqual([]);
  });

  it("is packed and unpacked without a difference", () => {
    expect(unpackRows(packRows(rows))).toEqual(rows);
  });
});

describe("listLateAnswers", () => {
  const answeredOn = (answered: string, isExtended = false) => row({ received: "2026-03-02", answered, isExtended });

  it("lists what took more than 20 working days, or 40 where it was extended", () => {
    const days = (rows: LedgerRow[]) => listLateAnswers(rows, []).map(({ days: taken, allowed }) => [taken, allowed]);
    expect(days([answeredOn("2026-03-30")])).toEqual([]);
    expect(days([answeredOn("2026-03-31")])).toEqual([[21, 20]]);
    expect(days([answeredOn("2026-03-31", true)])).toEqual([]);
    expect(days([answeredOn("2026-04-28", true), answeredOn("2026-05-06", true)])).toEqual([[43, 40]]);
  });

  it("counts days as the administrator entered them", () => {
    expect(listLateAnswers([answeredOn("2026-03-31")], [{ day: "2026-03-10", isWorking: false }])).toEqual([]);
  });
});
