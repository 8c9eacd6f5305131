import { describe, expect, it } from "vitest";
import { narrTable } from "@/lib/domain/check/narr-table";
import { narrYear } from "@/lib/domain/check/narr-year";
import { isExplainable } from "@/lib/domain/explanation";
import { BUSY_DISTRICT } from "@/lib/domain/testing/busy-district";
import { exampleFigures, exampleFormat, exampleSubject, exampleText } from "@/lib/domain/testing/example-subject";

/** Of the year before: 55 requests received and 50 concluded, 2 reviews, 2300 licences, 6 documents made. */
const PREVIOUS = {
  year: 2020,
  formatId: "2019",
  figures: exampleFigures(exampleFormat("2019"), {
    "requests.received.natural_person": "45",
    "requests.received.business": "10",
    "requests.granted.natural_person": "40",
    "requests.granted.business": "10",
    "litigation.review.upheld": "2",
    "active.licensing.decisions": "2300",
    "active.normative_documents.made": "6",
  }),
  texts: {},
};

function findings(text: string, previous: typeof PREVIOUS | null = PREVIOUS) {
  const texts = [exampleText(text)];
  const subject = exampleSubject("2021", { typed: BUSY_DISTRICT, organisation: "平和区", texts, previous });
  return [...narrYear.check(subject), ...narrTable.check(subject)];
}

function wrong(text: string, previous: typeof PREVIOUS | null = PREVIOUS): (string | null)[] {
  return findings(text, previous).map(({ expected }) => expected);
}

describe("NARR-YEAR", () => {
  it.each([
    "收到政府信息公开申请70件，较上年增加15件，增长27.3%。",
    "收到政府信息公开申请70件，比2020年的55件多15件。",
    "去年收到政府信息公开申请55件，今年收到政府信息公开申请70件。",
    "2020年收到政府信息公开申请55件，办结50件；2021年收到政府信息公开申请70件，办结72件。",
    "收到政府信息公开申请70件（上年55件），办结72件（上年50件）。",
    "新收政府信息公开申请由上年的55件增加到70件。",
    "政府信息公开申请量由2020年的55件上升至2021年的70件。",
    "与上年相比，新收政府信息公开申请增加15件，办结申请增加22件。",
    "收到政府信息公开申请70件、办结72件，分别比上年增加15件和22件。",
    "收到政府信息公开申请70件，其中自然人60件，比上年增加15件。",
    "作出行政许可决定2293件，同比减少7件。",
    "制发行政规范性文件9件，较上年增加3件。",
    "收到政府信息公开申请70件，较上年增加10余件。",
    "因政府信息公开引起的行政复议3件，同比增加1件。",
  ])("is content with %s", (text) => {
    expect(wrong(text)).toEqual([]);
  });

  it.each([
    ["收到政府信息公开申请70件，较上年增加16件。", ["15"]],
    ["收到政府信息公开申请70件，较上年减少15件。", ["-15"]],
    ["收到政府信息公开申请70件，比2020年的56件多14件。", ["55"]],
    ["去年收到政府信息公开申请54件，今年收到政府信息公开申请70件。", ["55"]],
    ["收到政府信息公开申请70件（上年54件），办结72件（上年51件）。", ["55", "50"]],
    ["新收政府信息公开申请由上年的55件增加到71件。", ["70"]],
    ["与上年相比，新收政府信息公开申请增加15件，办结申请增加21件。", ["22"]],
    ["收到政府信息公开申请70件、办结72件，分别比上年增加15件和12件。", ["22"]],
    ["作出行政许可决定2293件，同比减少9件。", ["7"]],
    ["收到政府信息公开申请70件，较上年增加20余件。", ["15"]],
  ])("finds %s", (text, expected) => {
    expect(wrong(text)).toEqual(expected);
  });

  it.each([
    "收到政府信息公开申请70件，发布信息300条，较上年增加20条。",
    "收到政府信息公开申请70件，其中网络申请50件，较上年增加20件。",
    "收到政府信息公开申请70件，群众来信明显减少，较上年减少20件。",
    "2018年收到政府信息公开申请30件，去年上半年收到政府信息公开申请20件。",
    "收到政府信息公开申请70件，日均比上年增加2件。",
    "区教育局收到政府信息公开申请9件，较上年增加3件。",
    "较2019年增加政府信息公开申请30件。",
    "上年结转政府信息公开申请3件。",
  ])("leaves alone what it cannot tell: %s", (text) => {
    expect(wrong(text)).toEqual([]);
  });

  it("says both years' values, and lets a lawful difference be explained", () => {
    const [finding] = findings("收到政府信息公开申请70件，较上年增加16件。");
    expect(finding).toMatchObject({ rule: "NARR-YEAR", severity: "error", cells: ["requests.received.total"] });
    expect(finding?.values).toMatchObject({ now: "70", before: "55", expected: "15" });
    expect(finding && isExplainable(finding)).toBe(true);
  });

  it("knows nothing without last year's report but what the sentence itself tells", () => {
    expect(wrong("收到政府信息公开申请70件，较上年增加16件。", null)).toEqual([]);
    expect(wrong("去年收到政府信息公开申请54件。", null)).toEqual([]);
    expect(wrong("收到政府信息公开申请70件，较上年的55件增加16件。", null)).toEqual(["15"]);
  });

  it("leaves text alone whose own tables are not at hand", () => {
    const texts = [exampleText("去年收到政府信息公开申请54件。")];
    const subject = { ...exampleSubject("2021", { texts, previous: PREVIOUS }), figures: {} };
    expect(narrYear.check(subject)).toEqual([]);
  });
});
