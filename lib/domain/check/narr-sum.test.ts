import { describe, expect, it } from "vitest";
import { narrSum } from "@/lib/domain/check/narr-sum";
import { exampleSubject, exampleText } from "@/lib/domain/testing/example-subject";

function wrong(...texts: string[]): string[] {
  const excerpts = texts.length > 1;
  const subject = exampleSubject("2021", {
    texts: texts.map((text, index) => exampleText(text, { headingKey: `h${index}`, isExcerpt: excerpts })),
  });
  return narrSum.check(subject).map((finding) => `${finding.actual} for ${finding.expected}`);
}

describe("NARR-SUM", () => {
  it.each([
    "门户网站发布各类信息1298篇，报纸、广播、电视发稿141篇，网络发稿262篇，共计403篇。",
    "财政资金信息380条=152+197+27+4",
    "财政资金信息1,380条 = 1,152 + 197 ＋ 27 + 4",
    "报纸和网络发稿403篇（141+262）。",
    "公开政府信息66条，其中：工作动态40条，通知公告12条，其他14条。",
    "公开政府信息2599条，其中机构职能类25条，规划类68条。",
    "发稿403篇（报纸141篇、网络262篇）。",
    "主动公开规章13件（含新制定5件，修改4件）。",
    "印发资料300份，培训20次，共计参加500人次。",
    "公开政府信息12190余条，其中要闻285条，公告303条，其他信息3413条。",
    "发布信息100条，其中微信80条，微博60条。",
    "收到申请70件，自然人60件、法人10件，合计70件。",
    "受理400件，其中咨询200件（其中电话150件，来访50件），投诉150件，其他50件。",
  ])("is content with %s", (text) => {
    expect(wrong(text)).toEqual([]);
  });

  it.each([
    ["报纸、广播、电视发稿141篇，网络发稿262篇，共计413篇。", "413 for 403"],
    ["财政资金信息380条=152+197+27+5", "380 for 381"],
    ["财政资金信息1,380条 = 1,152 + 197 + 27 + 5", "1380 for 1381"],
    ["报纸和网络发稿403篇（141+263）。", "403 for 404"],
    ["公开政府信息66条，其中：工作动态40条，通知公告13条，其他14条。", "66 for 67"],
    ["公开信息6391条，其中概况类信息1105条；动态类信息2896条；民众关心的其他信息共计2004条。", "6391 for 6005"],
    ["发稿403篇（报纸142篇、网络262篇）。", "403 for 404"],
  ])("finds %s", (text, expected) => {
    expect(wrong(text)).toEqual([expected]);
  });

  it.each([
    ["公开政府信息50条，其中动态30条，公告15条，财政信息12条。", "warning"],
    ["公开政府信息100条，其中动态30条，公告25条，财政信息20条，人事信息15条，规划信息9条。", "warning"],
    ["公开政府信息100条，其中动态30条，公告25条，财政信息20条。", null],
    ["公开政府信息100条，其中动态30条，公告25条，财政信息20条，人事信息15条，规划信息10条。", null],
  ])("only asks where a list need not be complete: %s", (text, severity) => {
    const found = narrSum.check(exampleSubject("2021", { texts: [exampleText(text)] }));
    expect(found.map((finding) => finding.severity)).toEqual(severity ? [severity] : []);
  });

  it("adds up quoted lines from the total to the rest", () => {
    expect(wrong("共公布政府信息100条", "机构职能类25", "政策类68", "其他8", "财政信息3条")).toEqual(["100 for 101"]);
    expect(wrong("共公布政府信息100条", "机构职能类25", "政策类68", "其他7")).toEqual([]);
    expect(wrong("共公布政府信息100条", "机构职能类25", "政策类68", "培训7次")).toEqual([]);
  });

  it("marks the line of the total where each part stands in a line of its own", () => {
    const lines = ["共公布政府信息100条", "机构职能类25", "政策类68", "其他8"];
    const texts = lines.map((line, index) => exampleText(line, { headingKey: `h${index}`, isExcerpt: true }));
    const [found] = narrSum.check(exampleSubject("2021", { texts }));
    expect(found?.text).toMatchObject({ headingKey: "h0", quote: "100条" });
  });

  it("adds up no further back than the unit is the same", () => {
    expect(wrong("举办培训10次，报纸发稿141篇，网络发稿262篇，共计413篇。")).toEqual(["413 for 403"]);
  });
});
