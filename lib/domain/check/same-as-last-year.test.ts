import { describe, expect, it } from "vitest";
import { sameAsLastYear } from "@/lib/domain/check/same-as-last-year";
import { exampleSubject, exampleText } from "@/lib/domain/testing/example-subject";

const BEFORE =
  "一是政策解读方面做得还不够全面，个别部门缺乏主动解读政策意识。二是人员业务水平有待提高，2019年培训2次。";
const check = (now: string) =>
  sameAsLastYear.check(
    exampleSubject("2019", {
      sections: ["problems"],
      year: 2020,
      texts: [exampleText(now, { sectionId: "problems", headingKey: "problems" })],
      previous: { year: 2019, formatId: "2019", figures: {}, texts: { problems: BEFORE } },
    }),
  );

describe("SAME-AS-LAST-YEAR", () => {
  it("knows last year's text with another year and number in it", () => {
    expect(check(BEFORE.replace("2019", "2020").replace("2次", "3次"))).toMatchObject([
      { severity: "warning", values: { year: "2019", percent: "100" } },
    ]);
  });

  it("is content with a text of its own", () => {
    expect(check("一是平台栏目设置不够清晰，检索不便。二是申请答复说理不充分，将组织案例研讨，统一答复文书。")).toEqual(
      [],
    );
  });

  it("does not compare a few words", () => {
    expect(check("无。")).toEqual([]);
  });
});
