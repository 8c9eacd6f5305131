import { describe, expect, it } from "vitest";
import { narrPercent } from "@/lib/domain/check/narr-percent";
import { BUSY_DISTRICT } from "@/lib/domain/testing/busy-district";
import { exampleFigures, exampleFormat, exampleSubject, exampleText } from "@/lib/domain/testing/example-subject";

const previous = {
  year: 2020,
  formatId: "2019",
  figures: exampleFigures(exampleFormat("2019"), { "requests.received.natural_person": "55" }),
  texts: {},
};

function wrong(text: string, hasPrevious = true): string[] {
  const texts = [exampleText(text)];
  const subject = exampleSubject("2021", { typed: BUSY_DISTRICT, texts, previous: hasPrevious ? previous : null });
  return narrPercent.check(subject).map((finding) => `${finding.severity} ${finding.expected}`);
}

describe("NARR-PERCENT", () => {
  it.each([
    "收到政府信息公开申请70件，同比增长27.3%。",
    "收到政府信息公开申请70件，较2020年增加15件，增长27.27%。",
    "收到政府信息公开申请70件，同比增长约27%。",
    "办结72件，其中予以公开30件，占41.7%；部分公开5件，占6.9%。",
    "共收到政府信息公开申请70件，其中网络申请50件，占71.4%。",
    "事项达到168项，占总事项数的75%。",
    "发布信息100条，占全市的5%。",
    "问题通过率100%，回答率100%，按期办结率98%。",
    "168项，占223项的75.3%。",
    "新收政府信息公开申请70件，上年结转3件，同比增长27.3%。",
    "收到政府信息公开申请70件，网站访问量同比增长37.3%。",
    "自然人申请占申请总量的85.7%，予以公开的占41.7%。",
    "因政府信息公开引发行政复议3件，占全部行政复议案件的5.2%。",
    "收到政府信息公开申请70件，约占全省的2%。",
    "自然人申请约占85%。",
    "收到政府信息公开申请70件，同比增加15件，申请人以网络渠道为主，占比82.4%。",
  ])("is content with %s", (text) => {
    expect(wrong(text)).toEqual([]);
  });

  it.each([
    ["收到政府信息公开申请70件，同比增长37.3%。", "error 27.3%"],
    ["收到政府信息公开申请70件，同比下降27.3%。", "error -27.3%"],
    ["收到政府信息公开申请70件，较2020年增加15件，增长29%。", "error 27%"],
    ["收到政府信息公开申请70件，同比增长27.2%。", "warning 27.3%"],
    ["办结72件，其中予以公开30件，占31.7%。", "error 41.1%"],
    ["共收到政府信息公开申请70件，其中网络申请50件，占81.4%。", "error 71.4%"],
    ["168项，占223项的85.3%。", "error 75.3%"],
    ["自然人申请占申请总量的95.7%。", "error 86.3%"],
    ["政府信息公开新收申请量同比增长37.3%。", "error 27.3%"],
    ["与2020年相比，新收政府信息公开申请增长37.3%。", "error 27.3%"],
    ["新收政府信息公开申请70件，上年结转3件，同比增长37.3%。", "error 27.3%"],
    ["无法提供的约占40%。", "error 33%"],
  ])("finds %s", (text, expected) => {
    expect(wrong(text)).toEqual([expected]);
  });

  it("works out growth from the two years that a sentence tells", () => {
    expect(wrong("2020年收到政府信息公开申请50件，2021年收到政府信息公开申请70件，增长40%。", false)).toEqual([]);
    expect(wrong("2020年收到政府信息公开申请50件，2021年收到政府信息公开申请70件，增长45%。", false)).toEqual([
      "error 40%",
    ]);
  });

  it("knows no growth without the year before, and leaves a wrong count to its own finding", () => {
    expect(wrong("收到政府信息公开申请70件，同比增长37.3%。", false)).toEqual([]);
    expect(wrong("收到政府信息公开申请71件，同比增长37.3%。")).toEqual([]);
  });

  it("works out growth from last year's number, or from the difference, that the sentence tells", () => {
    expect(wrong("收到政府信息公开申请70件，较上年的55件增长37.3%。", false)).toEqual(["error 27.3%"]);
    expect(wrong("收到政府信息公开申请70件，较上年增加15件，增长37.3%。", false)).toEqual(["error 27.3%"]);
    expect(wrong("收到政府信息公开申请70件，较上年减少30件，下降40%。", false)).toEqual(["error 30%"]);
    expect(wrong("收到政府信息公开申请70件，较上年增加70件，增长100%。", false)).toEqual([]);
  });

  it("holds no share against a count of another text", () => {
    const texts = ["收到政府信息公开申请70件，网络申请50件。", "其中网络占81.4%。"].map((text, index) =>
      exampleText(text, { headingKey: `overview.${index + 1}` }),
    );
    expect(narrPercent.check(exampleSubject("2021", { typed: BUSY_DISTRICT, texts }))).toEqual([]);
  });
});
