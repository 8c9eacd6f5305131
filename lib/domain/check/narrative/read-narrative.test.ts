import { describe, expect, it } from "vitest";
import type { CheckedText } from "@/lib/domain/check/finding";
import { readNarrative } from "@/lib/domain/check/narrative/read-narrative";
import { exampleSubject, exampleText } from "@/lib/domain/testing/example-subject";

/** What each number of the text was found to mean, by its first meaning; "" where it was left alone. */
function meanings(text: string, id: "2019" | "2021" = "2021", given: Partial<CheckedText> = {}): string[] {
  const subject = exampleSubject(id, { year: 2022, organisation: "平和区", texts: [exampleText(text, given)] });
  return readNarrative(subject).numbers.map(({ meaning, share }) => {
    const known = meaning ?? (share?.measured === "unknown" ? null : share?.measured);
    return (known?.accepted[0]?.cells ?? [])
      .map((cell) => cell.replace(/^(?:requests|active|litigation)\./, ""))
      .join(" + ");
  });
}

describe("what a number counts", () => {
  it.each([
    ["今年以来收到政府信息公开申请12件", ["received.total"]],
    ["2022年1月1日至12月31日，共收到政府信息公开申请12件", ["received.total"]],
    ["2021年收到政府信息公开申请9件，2022年收到政府信息公开申请12件", ["", "received.total"]],
    ["自条例实施以来收到政府信息公开申请120件", [""]],
    ["上半年收到政府信息公开申请5件，9月收到政府信息公开申请2件", ["", ""]],
    ["近三年收到政府信息公开申请30件", [""]],
    ["由2021年结转3件", ["carried_in.total"]],
  ])("knows this year from other times: %s", (text, expected) => {
    expect(meanings(text)).toEqual(expected);
  });

  it.each([
    ["区公安分局收到政府信息公开申请5件，全区共收到政府信息公开申请12件", ["", "received.total"]],
    ["1名申请人提交政府信息公开申请8件", ["", ""]],
    ["依申请公开12件，其中现场提交3件，网上提交9件", ["received.total", "", ""]],
    ["新建专区6个，受理申请2件", ["", ""]],
  ])("knows the whole from a part: %s", (text, expected) => {
    expect(meanings(text)).toEqual(expected);
  });

  it.each([
    [
      "收到自然人申请9件，商业企业申请2件，其他组织申请1件",
      ["received.natural_person", "received.business", "received.other_organisation"],
    ],
    ["政府信息公开行政复议6件，其中维持3件，其他3件", ["review.total", "review.upheld", "review.other"]],
    [
      "未经复议直接起诉5件，其中结果维持4件，尚未审结1件",
      ["direct_suit.total", "direct_suit.upheld", "direct_suit.pending"],
    ],
  ])("gives 其他 and results to the list they stand in: %s", (text, expected) => {
    expect(meanings(text)).toEqual(expected);
  });

  it.each([
    [
      "答复政府信息公开申请10件，其中信息不存在5件，不属于本机关公开3件，不予公开2件",
      ["outcome_total.total", "", "", "refused"],
    ],
    ["制定规范性文件5件，修改2件", ["", ""]],
    ["清理规范性文件，废止3件", [""]],
  ])("leaves alone what takes one cell apart: %s", (text, [...expected]) => {
    const found = meanings(text).map((cells) => (cells.startsWith("refused") ? "refused" : cells));
    expect(found).toEqual(expected);
  });

  it.each([
    ["行政许可项目较上年增加3项，处理决定40件", ["licensing.change", "licensing.decisions"]],
    ["行政强制上一年项目数量20项，本年减少2项", ["coercion.items_last_year", "coercion.change"]],
    ["公布权责清单，其中行政许可30项、行政处罚200项", ["", ""]],
  ])("knows the columns of items from lists of powers: %s", (text, expected) => {
    expect(meanings(text, "2019")).toEqual(expected);
  });

  it("ties a reason, not its group, unless it stands for others too", () => {
    expect(meanings("因本机关不掌握相关政府信息无法提供4件")).toEqual(["unavailable_not_held.total"]);
  });

  it.each([
    ["收到政府信息公开申请12件，其中自然人申请占90%", ["received.total", "received.natural_person.whole"]],
    ["收到政府信息公开申请12件，网站访问量同比增长15%", ["received.total", ""]],
  ])("reads a percentage by its own words: %s", (text, expected) => {
    expect(meanings(text).map((cells) => cells.replace(/natural_person$/, "natural_person.whole"))).toEqual(expected);
  });

  it.each([
    ["平和区教育局", "区教育局认真落实条例，全年收到政府信息公开申请12件"],
    ["平和区教育局", "教育局全年收到政府信息公开申请12件"],
    ["平和区官洲街道办事处", "官洲街道积极公开，收到政府信息公开申请12件"],
    ["平和区人民政府办公室", "区政府办公室规范办理，收到政府信息公开申请12件"],
    ["平和区人民政府", "平和区稳步推进，收到政府信息公开申请12件"],
  ])("knows the reporting body by what it calls itself: %s", (organisation, text) => {
    const subject = exampleSubject("2021", { year: 2022, organisation, texts: [exampleText(text)] });
    expect(readNarrative(subject).numbers.map(({ meaning }) => meaning?.accepted[0]?.cells)).toEqual([
      ["requests.received.total"],
    ]);
  });

  it("takes a heading of its own line for what follows", () => {
    expect(meanings("（二）依申请公开\n全年收到12件，办结11件。\n（三）平台建设\n全年收到留言3件。")).toEqual([
      "received.total",
      "outcome_total.total",
      "",
    ]);
  });

  it("knows cases in a quotation from those in a paragraph about something else", () => {
    expect(meanings("行政复议6件", "2021", { isExcerpt: true })).toEqual(["review.total"]);
    expect(meanings("推进法治政府建设，行政复议6件")).toEqual([""]);
  });
});

describe("text that is none", () => {
  it.each(["1,", "收到申请1件，", "1（", "共1件，", "与", "1+", "其中", "分别为1件、", "\n", "💧"])(
    "does not keep the reader waiting: %s",
    (part) => {
      const text = exampleText(part.repeat(Math.ceil(20_000 / part.length)));
      expect(readNarrative(exampleSubject("2021", { texts: [text] })).numbers.length).toBeGreaterThanOrEqual(0);
    },
  );
});
