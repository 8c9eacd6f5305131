import { describe, expect, it } from "vitest";
import { repeatedText } from "@/lib/domain/check/repeated-text";
import { exampleSubject, exampleText } from "@/lib/domain/testing/example-subject";

const check = (...texts: string[]) =>
  repeatedText.check(
    exampleSubject("2019", {
      texts: texts.map((text, index) =>
        exampleText(text, { headingKey: `overview.${index + 1}`, title: `标题${index + 1}` }),
      ),
    }),
  );

describe("REPEATED-TEXT", () => {
  it("names both places of a sentence that two units wrote", () => {
    const claim = "全年通过政务网发布信息1298条。";
    const found = check(`财政局公开预决算。\n${claim}`, `开展培训两次。${claim}`);
    expect(found).toMatchObject([
      {
        severity: "warning",
        messageKey: "text_repeated",
        text: { headingKey: "overview.2", start: 7, quote: claim },
        earlierText: { headingKey: "overview.1", start: 10, quote: claim },
        values: { first: "一、总体情况·标题1", firstParagraph: 2, second: "一、总体情况·标题2", secondParagraph: 1 },
      },
    ]);
  });

  it("takes a paragraph that stands twice as one passage, short sentences in it too", () => {
    const paragraph = "强化组织领导。完善由办公室牵头的政府信息公开工作机制。落实到人。";
    expect(check(`${paragraph}\n另有一段。\n${paragraph}`)).toMatchObject([
      { messageKey: "text_repeated_here", text: { quote: paragraph }, earlierText: { start: 0, quote: paragraph } },
    ]);
  });

  it("knows the same claim with another beginning, other digits and other points", () => {
    const found = check("一是2019年共受理政府信息公开申请１１件；", "（二）本年度累计受理政府信息公开申请 11 件。");
    expect(found).toHaveLength(1);
  });

  it("leaves claims alone that differ in a number or a word, and a few words that are alike by chance", () => {
    expect(check("本年度受理行政复议案件3件。", "本年度受理行政诉讼案件3件。")).toEqual([]);
    expect(check("全年发布政务信息1298条。", "全年发布政务信息1299条。")).toEqual([]);
    expect(check("无。", "无。", "工作扎实推进。", "工作扎实推进。")).toEqual([]);
  });

  it("says of three places two that are too many", () => {
    const claim = "全年没有收取信息处理费用的情况。";
    const ids = check(claim, claim, claim).map((finding) => finding.id);
    expect(new Set(ids).size).toBe(2);
  });

  it("takes in no neighbour that says something else", () => {
    const claim = "全年没有收取信息处理费用的情况。";
    expect(check(`开展培训两次。${claim}更新目录三次。`, `召开会议两次。${claim}回应关切三次。`)).toMatchObject([
      { text: { quote: claim }, earlierText: { quote: claim } },
    ]);
  });

  it("calls a text by its section alone where its heading has no title of its own", () => {
    const claim = "全年没有收取信息处理费用的情况。";
    const named = (title: string) => {
      const texts = ["a", "b"].map((headingKey) => exampleText(claim, { headingKey, title }));
      return repeatedText.check(exampleSubject("2019", { texts })).map(({ values }) => [values.first, values.second]);
    };
    expect(named("")).toEqual([["一、总体情况", "一、总体情况"]]);
    expect(named("总体情况")).toEqual([["一、总体情况", "一、总体情况"]]);
  });
});
