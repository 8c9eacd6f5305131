import { describe, expect, it } from "vitest";
import { listReplaceable, narrTable } from "@/lib/domain/check/narr-table";
import { BUSY_DISTRICT } from "@/lib/domain/testing/busy-district";
import { exampleSubject, exampleText } from "@/lib/domain/testing/example-subject";

function subjectOf(text: string) {
  return exampleSubject("2021", { typed: BUSY_DISTRICT, organisation: "平和区", texts: [exampleText(text)] });
}

/** What is wrong in the text: the expected values, in order. */
function wrong(text: string): (string | null)[] {
  return narrTable.check(subjectOf(text)).map((finding) => finding.expected);
}

describe("NARR-TABLE", () => {
  it.each([
    "共收到70件申请，办结72件，1件结转下年度。",
    "2021年，全区共收到政府信息公开申请70件，上年结转3件，办结72件，结转下年度继续办理1件。",
    "平和区共收到政府信息申请公开件70件，因政府信息公开引起的行政复议3件、行政诉讼案件14件。",
    "共收到70份政府信息公开申请，其中自然人60件，法人或其他组织10件。其中，予以公开30件，本办不掌握相关政府信息20件，其他1件（申请人自主撤销）。",
    "收办申请73件（新收70件，上年结转3件），予以公开及部分公开35件，不予公开11件、占15.3%；无法提供的23件；其他处理1件。",
    "我街道共受理政府信息公开申请70件，上年结转政府信息公开办理数量3件，结转至2022年办理1件。",
    "收到申请政府信息公开事项70件。收到针对我街道信息公开事务的行政复议3件，未经复议直接起诉12件，复议后起诉2件。",
    "70件申请中，30件予以公开，5件部分公开，11件不予公开。",
    "予以公开、部分公开、不予公开分别为30件、5件、11件。",
    "新制定行政规范性文件9件，废止行政规范性文件4件，现行有效65件。",
    "作出行政许可决定2293件，行政处罚1282件，行政强制42件，行政事业性收费24252.31万元。",
    "全年办理政府信息公开申请七十余件，作出行政处罚决定1200余件，行政许可决定约2300件。",
    "行政事业性收费2.4亿元。",
  ])("is content with what is right: %s", (text) => {
    expect(wrong(text)).toEqual([]);
  });

  it.each([
    ["共收到71件申请，办结70件，2件结转下年度。", ["70", "72", "1"]],
    ["收到政府信息公开申请７１件。", ["70"]],
    ["全年共收到政府信息公开申请七十一件。", ["70"]],
    ["在县委、县政府的坚强领导下，共收到政府信息公开申请71件。", ["70"]],
    ["共受理依申请公开71件，其中予以公开31件，属过程性信息3件，不属于本机关信息21件。", ["70", "30", "2", "20"]],
    ["予以公开及部分公开36件，无法提供24件。", ["35", "23"]],
    ["予以公开、部分公开、不予公开分别为30件、6件、11件。", ["5"]],
    ["收到自然人申请61件，法人或其他组织申请9件。", ["60", "10"]],
    ["因政府信息公开引起的行政复议4件，其中维持2件。", ["3", "1"]],
    ["作出行政许可决定2295件，行政处罚1281起。", ["2293", "1282"]],
    ["制发行政规范性文件8件，现行有效66件。", ["9", "65"]],
    ["行政事业性收费24252.41万元。", ["24252.311082"]],
    ["全年收到政府信息公开申请80余件，作出行政处罚决定近1200件。", ["70", "1282"]],
  ])("finds what is wrong: %s", (text, expected) => {
    expect(wrong(text)).toEqual(expected);
  });

  it("only asks where 办理 is said of what was concluded or received, and not where it is said of neither", () => {
    const severities = (text: string) => narrTable.check(subjectOf(text)).map((finding) => finding.severity);
    expect(severities("全年共办理政府信息公开申请72件。")).toEqual(["warning"]);
    expect(severities("全年共收办政府信息公开申请72件。")).toEqual(["error"]);
    expect(severities("全年共办理政府信息公开申请75件。")).toEqual(["error"]);
  });

  it.each([
    "区教育局认真落实条例，全年收到政府信息公开申请12件，办结12件。",
    "区政府办公室收到政府信息公开申请12件，答复12件，其中予以公开3件。",
    "各镇街收到政府信息公开申请20件。",
    "收到网上申请12件，信函申请5件。",
    "收到涉及征地拆迁的政府信息公开申请12件。",
    "2020年收到政府信息公开申请55件。",
    "全年共收到政府信息公开申请70件，较上年增加15件。",
    "处理门户网站咨询投诉类信息16条，已回复16条，正在办理0条。",
    "区政府网站共受理领导信箱337件，均按期办结。",
    "受理行政许可申请2300件，办结2293件。",
    "办理行政复议案件120件，审结110件。",
    "主动公开信息66条，其中：信息公开年报1条、行政许可事项3条、行政处罚1条。",
    "共制作政府信息3021条，其中主动公开信息1027条，依申请公开信息459条，不予公开信息1535条。",
    "发布行政许可223条，公示行政处罚信息17条。",
    "公开规范性文件解读材料29件，清理规范性文件120件。",
    "全年办理人大代表建议56件、政协提案72件，办结率100%。",
    "接待群众咨询300人次，受理信访件12件，答复12件。",
    "依据条例第36条第7项，电话0576-82330003，〔2021〕30号。",
    "12345热线办结1件，召开会议1次。",
  ])("leaves alone what no table knows: %s", (text) => {
    expect(wrong(text)).toEqual([]);
  });

  it("names a number that is right for another word", () => {
    const [finding] = narrTable.check(subjectOf("全区收到政府信息公开申请73件。"));
    expect(finding).toMatchObject({
      messageKey: "text_means_other",
      expected: "70",
      actual: "73",
      values: { other: "新收加上年结转·总计" },
    });
  });

  it("quotes the clause and says where it stands", () => {
    const text = "政务服务平稳。全区收到政府信息公开申请71件，均已答复。";
    const [finding] = narrTable.check(subjectOf(text));
    expect(finding?.text?.quote).toBe("全区收到政府信息公开申请71件");
    expect(text.slice(finding?.text?.start, finding?.text?.end)).toBe(finding?.text?.quote);
    expect(finding?.cells).toEqual(["requests.received.total"]);
  });

  it.each([
    ["本年度未收到政府信息公开申请。", ["70"]],
    ["未发生因政府信息公开引起的行政复议、行政诉讼案件。", ["17"]],
    ["无下年度结转。", ["1"]],
    ["未收到网上申请。", []],
    ["未收到投诉举报。", []],
    ["未发生重大政务舆情。", []],
  ])("holds “%s” against the table", (text, expected) => {
    expect(wrong(text)).toEqual(expected);
  });

  it("stays silent where the cell is absent or blank, and cannot be added up either", () => {
    const subject = subjectOf("共收到71件申请，办结71件。");
    const { "requests.received.total": _, "requests.received.natural_person": __, ...figures } = subject.figures;
    expect(narrTable.check({ ...subject, figures }).map((finding) => finding.expected)).toEqual(["72"]);
    const blank = { ...figures, "requests.received.total": null };
    expect(narrTable.check({ ...subject, figures: blank }).map((finding) => finding.expected)).toEqual(["72"]);
  });

  it("holds the text against the sum of the parts where only the total was left blank", () => {
    const subject = subjectOf("共收到71件申请。");
    const figures = { ...subject.figures, "requests.received.total": null };
    expect(narrTable.check({ ...subject, figures }).map((finding) => finding.expected)).toEqual(["70"]);
  });

  it("goes on from one quoted sentence to the next", () => {
    const texts = ["共收到70件申请", "办结71件", "1件结转下年度", "（行政处罚）处决数量14条"].map((text, index) =>
      exampleText(text, { headingKey: `narrative_facts.${index}`, isExcerpt: true }),
    );
    const findings = narrTable.check(exampleSubject("2021", { typed: BUSY_DISTRICT, texts }));
    expect(findings.map((finding) => [finding.text?.quote, finding.expected])).toEqual([
      ["办结71件", "72"],
      ["（行政处罚）处决数量14条", "1282"],
    ]);
  });

  it("holds a local figure against its indicator, approximations as such", () => {
    const indicators = [
      { key: "trainings", label: "安全生产培训", unit: "次", value: "7", isApproximate: false },
      { key: "trainees", label: "培训人员", unit: "人次", value: "1600", isApproximate: true },
    ];
    const check = (text: string) =>
      narrTable.check({ ...subjectOf(text), indicators }).map((finding) => [finding.cells[0], finding.expected]);
    expect(check("组织安全生产培训7次、培训人员1600余人次。")).toEqual([]);
    expect(check("组织安全生产培训8次、培训人员1700余人次，开展业务培训9次。")).toEqual([
      ["indicators.trainings", "7"],
      ["indicators.trainees", "1600"],
    ]);
  });

  it("offers no live figure where the words have the sign that the table would repeat", () => {
    const typed = { "active.licensing.change": "3", "active.coercion.change": "-5" };
    const texts = [exampleText("行政许可项目较上年增加3项，行政强制项目较上年减少5项。")];
    const subject = exampleSubject("2019", { typed, texts });
    expect(narrTable.check(subject)).toEqual([]);
    expect(listReplaceable(subject).map(({ cellKey }) => cellKey)).toEqual(["active.licensing.change"]);
  });

  it("lists the numbers that can become live figures", () => {
    const text = "全区收到政府信息公开申请70件，不予公开11件，召开会议3次。";
    expect(listReplaceable(subjectOf(text))).toEqual([
      { headingKey: "overview.1", start: 12, end: 14, cellKey: "requests.received.total" },
    ]);
  });
});
