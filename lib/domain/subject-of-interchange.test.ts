import { describe, expect, it } from "vitest";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { subjectOfInterchange } from "@/lib/domain/subject-of-interchange";
import { exampleFigures, exampleFormat } from "@/lib/domain/testing/example-subject";

const format = exampleFormat("2021");

function subjectOf(fields: Partial<InterchangeReport>) {
  const report: InterchangeReport = {
    schema: "nianbao.report/1",
    title: "平和区2022年政府信息公开工作年度报告",
    year: 2022,
    format: "2021",
    figures: exampleFigures(format),
    ...fields,
  };
  return subjectOfInterchange(report, format, null);
}

describe("a report in the interchange form", () => {
  it.each(["overview", "overview.2", "一", "一、总体情况", "总体情况"])("finds section 一 under the key %s", (key) => {
    expect(subjectOf({ narrative: { [key]: "全年平稳。" } }).texts).toMatchObject([
      { headingKey: key, sectionId: "overview", title: "总体情况" },
    ]);
  });

  it("reads text of a place that the form does not know as a quotation", () => {
    expect(subjectOf({ narrative: { appendix: "收到申请3件。" } }).texts).toMatchObject([{ isExcerpt: true }]);
  });

  it("does not miss the other sections where only one was given", () => {
    const tables = ["active", "requests", "litigation"];
    expect(subjectOf({}).sections).toEqual(tables);
    expect(subjectOf({ narrative: { overview: "全年平稳。" } }).sections).toEqual(["overview", ...tables]);
    expect(subjectOf({ narrative: { overview: "全年平稳。", problems: "人手少。" } }).sections).toHaveLength(6);
    expect(subjectOf({ narrative: { overview: "全年平稳。" }, missing_sections: ["other"] }).sections).toHaveLength(6);
  });

  it("reads quoted sentences beside text that does not hold them", () => {
    const narrative_facts = [{ text: "收到申请3件" }];
    expect(subjectOf({ narrative: { problems: "人手少。" }, narrative_facts }).texts).toHaveLength(2);
    expect(subjectOf({ narrative: { overview: "全年收到申请3件。" }, narrative_facts }).texts).toHaveLength(1);
  });

  it.each([
    ["自然资源部", "city"],
    ["宿迁市", "city"],
    ["平和区", "district"],
    ["平和区自然资源局", "district"],
  ])("knows who can make regulations: %s", (organisation, level) => {
    expect(subjectOf({ organisation }).level).toBe(level);
  });
});
