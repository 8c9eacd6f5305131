import { describe, expect, it } from "vitest";
import { PREFACE_KEY } from "@/lib/domain/check/finding";
import { runChecks } from "@/lib/domain/check/registry";
import { subjectOfDocument } from "@/lib/domain/check/subject";
import { qianwan2019 } from "@/lib/render/testing/sample-documents";

/** What is said of the preface of a report in which every section has something. */
function ofPreface(text: string) {
  const report = qianwan2019();
  const sections = report.sections.map((section) =>
    section.kind === "tables"
      ? section
      : {
          ...section,
          headings: [
            {
              key: section.id,
              level: 0,
              number: "",
              title: "",
              paragraphs: [[{ kind: "text" as const, text: `${section.title}的内容。` }]],
            },
          ],
        },
  );
  const document = { ...report, sections, preface: [[{ kind: "text" as const, text }]] };
  return runChecks(subjectOfDocument(document, null))
    .filter((finding) => finding.text?.headingKey === PREFACE_KEY)
    .map(({ rule, expected, actual }) => ({ rule, expected, actual }));
}

describe("subjectOfDocument", () => {
  it("lets the rules read the preface, which counts the parts of the report", () => {
    expect(ofPreface("本报告由总体情况、存在的主要问题及改进情况共五个部分组成。")).toEqual([
      { rule: "SECTION-MISSING", expected: "6", actual: "5" },
    ]);
    expect(ofPreface("本报告共六个部分。")).toEqual([]);
  });

  it("takes no address, number or date of a preface for a quantity", () => {
    const address =
      "统计期限自2019年1月1日起至2019年12月31日止。如有疑问，请联系（地址：青岛市黄岛区江山南路611号，邮编：266555，电话：86768505）。";
    expect(ofPreface(address)).toEqual([]);
  });
});
