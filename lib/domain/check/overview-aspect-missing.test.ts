import { describe, expect, it } from "vitest";
import { overviewAspectMissing } from "@/lib/domain/check/overview-aspect-missing";
import { exampleSubject, exampleText } from "@/lib/domain/testing/example-subject";

const sections = ["overview"] as const;
const missing = (texts: ReturnType<typeof exampleText>[], format: "2019" | "2021" = "2021") =>
  overviewAspectMissing.check(exampleSubject(format, { sections, texts })).map((finding) => finding.expected);

describe("OVERVIEW-ASPECT-MISSING", () => {
  it("recognises the aspects by their headings", () => {
    const titles = ["主动公开", "依申请公开工作", "政府信息管理", "政府信息公开平台建设", "监督保障"];
    expect(missing(titles.map((title, index) => exampleText("略述。", { title, headingKey: `h${index}` })))).toEqual(
      [],
    );
  });

  it("recognises them by what the text speaks of", () => {
    const text =
      "全年主动公开政府信息2645条。收到公开申请70件，均按期答复。落实发布审核制度，清理行政规范性文件。改版门户网站。把信息公开纳入年度考核，接受社会评议。";
    expect(missing([exampleText(text)])).toEqual([]);
  });

  it("names those that are not written about, and not those mentioned in passing only", () => {
    const text = "主动公开政府信息2599条。加强财务人员管理与培训，建立财务信息更新监督机制，在门户网站发布。";
    expect(missing([exampleText(text)], "2019")).toEqual(["依申请公开", "政府信息管理", "监督保障"]);
  });

  it("says nothing of quoted sentences, of a unit's paragraphs, or of no text at all", () => {
    expect(missing([exampleText("公开信息3条", { isExcerpt: true })])).toEqual([]);
    expect(missing([])).toEqual([]);
    const subject = exampleSubject("2021", { sections, level: "unit", texts: [exampleText("培训7次。")] });
    expect(overviewAspectMissing.check(subject)).toEqual([]);
  });
});
