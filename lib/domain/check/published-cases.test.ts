import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { overviewAspectMissing } from "@/lib/domain/check/overview-aspect-missing";
import { runChecks } from "@/lib/domain/check/registry";
import { regulationAuthority } from "@/lib/domain/check/regulation-authority";
import { InterchangeReportSchema } from "@/lib/domain/interchange";
import { subjectOfInterchange } from "@/lib/domain/subject-of-interchange";
import { LINHAI, QINGHE, subjectOfClerk, YUNHAI } from "@/lib/domain/testing/clerk-reports";
import { exampleFormat, exampleSubject, exampleText } from "@/lib/domain/testing/example-subject";

function loadCase(name: string) {
  const text = readFileSync(`lib/domain/testing/published/${name}.json`, "utf8");
  return subjectOfInterchange(InterchangeReportSchema.parse(JSON.parse(text)), exampleFormat("2021"), null);
}

function inText(subject: Parameters<typeof runChecks>[0]) {
  return runChecks(subject).flatMap(({ rule, expected, actual }) =>
    rule.startsWith("NARR-") ? [`${expected} for ${actual}`] : [],
  );
}

describe("wording of published reports", () => {
  it.each([
    ["missed-bracket-percent", ["17.46% for 18.46%", "1.68% for 2.68%"]],
    ["missed-subject-shizhengfu", ["1295 for 1296", "1191 for 1192", "189 for 190"]],
    ["missed-two-parts", ["218 for 217"]],
    ["missed-carried-answer", ["293 for 294"]],
  ])("%s is found", (name, expected) => {
    expect(inText(loadCase(name))).toEqual(expected);
  });

  it.each([
    // A suit that did not happen has no results: they are those of the reviews.
    [QINGHE, "政府信息公开行政复议12件、行政诉讼0件，其中维持6件，纠正2件。", ["9 for 0"]],
    // Reviews and suits together, after requests.
    [LINHAI, "全区收到政府信息公开申请501件。共办理相关案件72件，其中复议49件。", []],
    // Handled is concluded where what was carried over is told beside it.
    [YUNHAI, "全年共办理政府信息公开申请2159件，结转144件。", []],
    // Each request came by one way; a news item may come by two.
    [LINHAI, "收到政府信息公开申请501件，其中当面申请31件、来信申请150件、网上申请330件。", ["511 for 501"]],
    [LINHAI, "全年公开信息300条，其中网站发布200条，微信发布190条。", []],
    // 全区政府信息公开 is no 区政府, and the office may speak of itself.
    [LINHAI, "全区政府信息公开申请总量502件，办结497件。", ["501 for 502"]],
    [LINHAI, "区政府办公室收到政府信息公开申请12件。", []],
    [LINHAI, "区政府办公室共受理政府信息公开申请502件。", ["501 for 502"]],
  ])("%# is told rightly", (report, sentence, expected) => {
    expect(inText(subjectOfClerk(report, sentence))).toEqual(expected);
  });

  it("is held against the sum of the rows where the total is blank", () => {
    const subject = subjectOfClerk(LINHAI, "全区收到政府信息公开申请502件。");
    const figures = { ...subject.figures, "requests.received.total": null };
    expect(inText({ ...subject, figures })).toEqual(["501 for 502"]);
  });
});

describe("what a report says of itself", () => {
  it.each([
    ["某某市人民政府办公厅", []],
    ["某某市人民政府办公室", []],
    ["某某县人民政府办公室", ["1"]],
    ["某某区人民政府", ["1"]],
  ])("is measured by the level of its body: regulations of %s", (organisation, expected) => {
    const figures = { ...exampleSubject("2021").figures, "active.regulations.made": "1" };
    const title = `${organisation}2024年政府信息公开工作年度报告`;
    const report = InterchangeReportSchema.parse({
      schema: "nianbao.report/1",
      title,
      year: 2024,
      format: "2021",
      figures,
    });
    const found = regulationAuthority.check(subjectOfInterchange(report, exampleFormat("2021"), null));
    expect(found.map(({ actual }) => actual)).toEqual(expected);
  });

  it("is not enough for an aspect where it only lists the chapters", () => {
    const text =
      "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、行政复议和行政诉讼情况、存在的主要问题等部分组成。全年改版门户网站，开展业务培训，落实发布审核。";
    const subject = exampleSubject("2021", { sections: ["overview"], texts: [exampleText(text)] });
    expect(overviewAspectMissing.check(subject).map(({ expected }) => expected)).toEqual(["主动公开", "依申请公开"]);
  });
});
