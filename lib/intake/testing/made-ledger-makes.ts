import {
  answered,
  csvOf,
  gb18030,
  KINDS,
  kindWord,
  MADE_REQUESTS,
  type MadeColumn,
  type MadeRequest,
  NUMBER,
  OUTCOMES,
  outcomeWord,
  PERSONAL,
  received,
  sheetOf,
  xlsxOf,
} from "@/lib/intake/testing/made-ledgers";
import { type MadeLedger, PLAIN, PLAIN_LEDGERS } from "@/lib/intake/testing/made-plain-ledgers";

const utf8 = (text: string) => new TextEncoder().encode(text);
const GROUP_OF: readonly (readonly [RegExp, string])[] = [
  [/^refused/, "不予公开"],
  [/^unavailable/, "无法提供"],
  [/^not_processed/, "不予处理"],
  [/^other/, "其他处理"],
];
const groupOf = ({ outcome }: MadeRequest) => GROUP_OF.find(([start]) => start.test(outcome))?.[1];

const tick = (is: boolean) => (is ? "√" : "");
const kindTicks: readonly MadeColumn[] = Object.entries(KINDS).map(([key, [word]]) => [
  word,
  ({ kind }) => tick(kind === key),
]);
const outcomeTicks: readonly MadeColumn[] = Object.entries(OUTCOMES).flatMap(([key, [, word]]) =>
  key === "open" ? [] : [[word, ({ outcome }: MadeRequest) => tick(outcome === key)]],
);

/** The same year kept in twenty ways, as offices of different habits and programs would. */
export const MADE_LEDGERS: readonly MadeLedger[] = [
  ...PLAIN_LEDGERS,
  {
    make: "an outcome in two columns",
    write: () =>
      xlsxOf({
        台账: sheetOf(MADE_REQUESTS, [
          ["收到日期", received("slashes")],
          ["申请人类别", kindWord(0)],
          ["办理结果", (request) => groupOf(request) ?? outcomeWord(1)(request)],
          ["具体情形", (request) => (groupOf(request) ? outcomeWord(0)(request) : "")],
          ["答复日期", answered("slashes")],
        ]),
      }),
  },
  {
    make: "outcomes ticked in columns of their own",
    write: () =>
      xlsxOf({
        台账: sheetOf(MADE_REQUESTS, [
          ["收到日期", received("iso")],
          ["申请人类别", kindWord(1)],
          ...outcomeTicks,
          ["答复日期", answered("iso")],
        ]),
      }),
  },
  {
    make: "applicants and outcomes ticked, under heads of two lines",
    write: () => {
      const columns = [
        NUMBER,
        ["收到日期", received("dots")],
        ...kindTicks,
        ...outcomeTicks,
        ["答复日期", answered("dots")],
      ] as const;
      const upper = columns.map(([head], index) =>
        index < 2 || index === columns.length - 1 ? head : index === 2 ? "申请人情况" : index === 8 ? "办理结果" : "",
      );
      const lower = columns.map(([head], index) => (index < 2 || index === columns.length - 1 ? "" : head));
      return xlsxOf({ 台账: sheetOf(MADE_REQUESTS, columns, { heads: [upper, lower] }) }, ["C1:H1"]);
    },
  },
  {
    make: "heads in parts: applicant, handling",
    write: () => {
      const columns: readonly MadeColumn[] = [
        ["收到日期", received("iso")],
        ...PERSONAL,
        ["类别", kindWord(0)],
        ["结果", outcomeWord(0)],
        ["答复日期", answered("iso")],
      ];
      return xlsxOf({
        台账: sheetOf(MADE_REQUESTS, columns, {
          heads: [
            ["收到日期", "申请人信息", "", "", "", "办理情况", ""],
            ["", ...columns.slice(1).map(([head]) => head)],
          ],
        }),
      });
    },
  },
  {
    make: "commas in UTF-8 with its mark",
    write: () => utf8(`\ufeff${csvOf(sheetOf(MADE_REQUESTS, PLAIN))}`),
  },
  {
    make: "commas in GB18030 under a title",
    write: () => gb18030(csvOf(sheetOf(MADE_REQUESTS, PLAIN, { above: [["依申请公开台账"]] }))),
  },
  {
    make: "tabs, days of eight digits",
    write: () =>
      utf8(
        csvOf(
          sheetOf(MADE_REQUESTS, [
            ["受理日期", received("digits")],
            ["申请人性质", kindWord(2)],
            ["答复结果", outcomeWord(2)],
            ["答复日期", answered("digits")],
          ]),
          "\t",
        ),
      ),
  },
  {
    make: "semicolons, days with a time",
    write: () =>
      utf8(
        csvOf(
          sheetOf(MADE_REQUESTS, [
            NUMBER,
            ["接收时间", received("withTime")],
            ["申请人身份", kindWord(0)],
            ["公开情况", outcomeWord(0)],
            ["送达日期", answered("withTime")],
          ]),
          ";",
        ),
      ),
  },
  {
    make: "no day of answer, what is open left blank",
    write: () =>
      xlsxOf({
        台账: sheetOf(MADE_REQUESTS, [
          ["收到日期", received("iso")],
          ["申请人类别", kindWord(2)],
          ["办理结果", outcomeWord(2)],
        ]),
      }),
  },
  {
    make: "heads that say nothing, known by what stands below",
    write: () =>
      xlsxOf({
        台账: sheetOf(MADE_REQUESTS, [
          ["甲", received("iso")],
          ["乙", kindWord(0)],
          ["丙", outcomeWord(1)],
          ["丁", answered("iso")],
        ]),
      }),
  },
  {
    make: "several days, an extension, remarks and who handled it",
    write: () =>
      xlsxOf({
        台账: sheetOf(MADE_REQUESTS, [
          NUMBER,
          ["申请日期", received("iso")],
          ["收到日期", received("serial")],
          ...PERSONAL,
          ["申请人类别", kindWord(0)],
          ["经办人", (_request, index) => ["甲", "乙", "丙"][index % 3] ?? ""],
          ["是否延期", ({ answered: day }) => (day === "2026-10-30" ? "是" : "否")],
          ["办理结果", outcomeWord(1)],
          ["答复日期", answered("serial")],
          ["备注", (_request, index) => (index === 3 ? "补正一次" : "")],
        ]),
      }),
  },
];
