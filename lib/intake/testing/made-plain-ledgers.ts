import {
  answered,
  kindWord,
  MADE_REQUESTS,
  type MadeColumn,
  NUMBER,
  outcomeWord,
  PERSONAL,
  received,
  sheetOf,
  xlsxOf,
} from "@/lib/intake/testing/made-ledgers";

/** A way in which an office keeps its ledger. */
export type MadeLedger = { make: string; write: () => Promise<Uint8Array> | Uint8Array };

const half = (from: string, until: string) =>
  MADE_REQUESTS.filter((request) => request.received >= from && request.received < until);

/** The columns that most ledgers have. */
export const PLAIN: readonly MadeColumn[] = [
  NUMBER,
  ["收到日期", received("iso")],
  ...PERSONAL,
  ["申请人类别", kindWord(0)],
  ["办理结果", outcomeWord(0)],
  ["答复日期", answered("iso")],
];

/** One column for each fact, in sheets of different cut and with days of different writing. */
export const PLAIN_LEDGERS: readonly MadeLedger[] = [
  { make: "plain, one sheet", write: () => xlsxOf({ Sheet1: sheetOf(MADE_REQUESTS, PLAIN) }) },
  {
    make: "a merged title and a note above the heads",
    write: () =>
      xlsxOf(
        {
          台账: sheetOf(MADE_REQUESTS, PLAIN, {
            above: [["2026年政府信息依申请公开台账"], ["填报单位：某某局", "", "", "2026年12月31日"]],
          }),
        },
        ["A1:H1"],
      ),
  },
  {
    make: "days as the program stores them, with a time",
    write: () =>
      xlsxOf({
        台账: sheetOf(MADE_REQUESTS, [
          ["收件时间", received("serialWithTime")],
          ["申请人类型", kindWord(1)],
          ["处理结果", outcomeWord(1)],
          ["回复时间", answered("serial")],
        ]),
      }),
  },
  {
    make: "days in Chinese, columns in another order",
    write: () =>
      xlsxOf({
        依申请公开: sheetOf(MADE_REQUESTS, [
          ["办理结果", outcomeWord(2)],
          ["答复时间", answered("chinese")],
          ["申请人", ({ name }) => name],
          ["申请主体类别", kindWord(2)],
          ["收到申请日期", received("chinese")],
        ]),
      }),
  },
  {
    make: "days in Chinese numerals",
    write: () =>
      xlsxOf({
        台账: sheetOf(MADE_REQUESTS, [
          NUMBER,
          ["登记日期", received("han")],
          ["类别", kindWord(0)],
          ["结果", outcomeWord(0)],
          ["办结日期", answered("han")],
        ]),
      }),
  },
  {
    make: "two sheets, one for each half of the year",
    write: () =>
      xlsxOf({
        上半年: sheetOf(half("2025", "2026-07"), PLAIN, { below: [["合计", "11"]] }),
        下半年: sheetOf(half("2026-07", "2027"), PLAIN, { below: [["合计", "10"]] }),
      }),
  },
  {
    make: "a sheet a quarter with other orders, and a sheet of notes",
    write: () =>
      xlsxOf({
        说明: [["本台账由办公室保管"], ["每季度末核对一次"]],
        一季度: sheetOf(half("2025", "2026-04"), PLAIN),
        二季度: sheetOf(half("2026-04", "2026-07"), PLAIN.toReversed()),
        三季度: sheetOf(half("2026-07", "2026-10"), PLAIN),
        四季度: sheetOf(half("2026-10", "2027"), PLAIN.toReversed()),
      }),
  },
  {
    make: "blank lines, a sum at the end and a line for the signature",
    write: () => {
      const [head = [], ...lines] = sheetOf(MADE_REQUESTS, PLAIN);
      const spread = lines.flatMap((line, index) => (index % 4 === 3 ? [line, []] : [line]));
      return xlsxOf({
        台账: [head, ...spread, ["总计", "", "", "", "", "21件"], [], ["填表人：某某", "", "", "审核人：某某"]],
      });
    },
  },
  {
    make: "the heads again on each printed page",
    write: () => {
      const [head = [], ...lines] = sheetOf(MADE_REQUESTS, PLAIN);
      return xlsxOf({ 台账: lines.flatMap((line, index) => (index % 8 === 0 ? [head, line] : [line])) });
    },
  },
];
