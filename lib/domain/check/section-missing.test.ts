import { describe, expect, it } from "vitest";
import { sectionMissing } from "@/lib/domain/check/section-missing";
import { SECTION_IDS } from "@/lib/domain/section-ids";
import { exampleSubject, exampleText } from "@/lib/domain/testing/example-subject";

const NARRATIVE = (["overview", "problems", "other"] as const).map((sectionId) =>
  exampleText("无。", { sectionId, headingKey: sectionId }),
);

describe("SECTION-MISSING", () => {
  it("is content with six sections", () => {
    expect(sectionMissing.check(exampleSubject("2019", { sections: SECTION_IDS, texts: NARRATIVE }))).toEqual([]);
  });

  it("names the section that has no text, and the table that has no figure", () => {
    const texts = NARRATIVE.filter((text) => text.sectionId !== "other");
    expect(sectionMissing.check(exampleSubject("2019", { sections: SECTION_IDS, texts }))).toMatchObject([
      { severity: "error", sectionId: "other", expected: "六、其他需要报告的事项" },
    ]);
    const subject = exampleSubject("2019", { sections: SECTION_IDS, texts: NARRATIVE, figures: {} });
    expect(sectionMissing.check(subject).map((finding) => finding.sectionId)).toEqual([
      "active",
      "requests",
      "litigation",
    ]);
  });

  it.each(["本报告由总体情况、主动公开政府信息情况及改进情况共五个部分组成。", "报告共5个部分", "全文分为五部分"])(
    "believes a report that says it has five parts: %s",
    (text) => {
      const texts = [exampleText(text, { isExcerpt: true })];
      expect(sectionMissing.check(exampleSubject("2019", { texts }))).toMatchObject([{ expected: "6", actual: "5" }]);
    },
  );

  it("names the sentence with the wrong count beside the section that is missing", () => {
    const texts = [exampleText("报告共5个部分"), ...NARRATIVE.filter((text) => text.sectionId === "problems")];
    expect(sectionMissing.check(exampleSubject("2019", { sections: SECTION_IDS, texts }))).toMatchObject([
      { sectionId: "other" },
      { text: { quote: "报告共5个部分" } },
    ]);
  });

  it.each(["本报告由总体情况等六个部分组成。", "本报告共分6个部分", "报告期内完成三个部分工程", "向有关部门报告"])(
    "reads nothing else as such a count: %s",
    (text) => {
      expect(sectionMissing.check(exampleSubject("2019", { texts: [exampleText(text)] }))).toEqual([]);
    },
  );

  it("does not ask a unit for sections of others", () => {
    expect(sectionMissing.check(exampleSubject("2019", { level: "unit", sections: ["requests"] }))).toEqual([]);
  });

  it("asks a unit to write under each heading that has a title, and something in its section", () => {
    const opening = exampleText("", { headingKey: "opening" });
    const safety = exampleText("", { headingKey: "safety", title: "安全生产工作" });
    const unit = (texts: ReturnType<typeof exampleText>[]) =>
      sectionMissing
        .check(exampleSubject("2019", { level: "unit", sections: ["overview"], texts }))
        .map((finding) => [finding.messageKey, finding.text?.headingKey]);

    expect(unit([opening, safety])).toEqual([
      ["text_missing", "opening"],
      ["heading_missing", "safety"],
    ]);
    expect(unit([{ ...opening, text: "本报告如下。" }, safety])).toEqual([["heading_missing", "safety"]]);
    expect(unit([opening, { ...safety, text: "本年度未发生。" }])).toEqual([]);
    expect(unit([])).toEqual([]);
  });
});
