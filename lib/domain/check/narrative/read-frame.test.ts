import { describe, expect, it } from "vitest";
import { readNarrative } from "@/lib/domain/check/narrative/read-narrative";
import { subjectOfClerk } from "@/lib/domain/testing/clerk-reports";
import { LINCHUAN } from "@/lib/domain/testing/gathered-reports";

/** What each number of a sentence may count, where nothing ties it without doubt. */
function likelyOf(sentence: string): string[] {
  return readNarrative(subjectOfClerk(LINCHUAN, sentence)).numbers.map(({ likely }) =>
    likely.quantities.map(({ cells }) => cells.join("+")).join(" | "),
  );
}

describe("a clause whose words are not all known", () => {
  it.each([
    ["区政府门户收录现行有效的规范性文件76件。", ["active.normative_documents.in_force"]],
    ["申请公开受理中，连同上年接续办理的18件。", ["requests.carried_in.total"]],
    ["对12件申请实际办结前已留待来年答复。", ["requests.carried_out.total"]],
    [
      "信息公开行政复议中，被撤销、变更或责令履行的6件，25件跨年续审。",
      ["litigation.review.corrected", "litigation.review.pending"],
    ],
    ["信息公开诉讼中，不经复议便直接诉至法院的9件。", ["litigation.direct_suit.total"]],
    ["对11件实为信访、投诉、举报的申请和12件反复重复的申请。", ["requests.not_processed_petition.total", ""]],
  ])("%s leaves open only what its words allow", (sentence, expected) => {
    expect(
      likelyOf(sentence)
        .slice(0, expected.length)
        .map((one, index) => (expected[index] === "" ? "" : one)),
    ).toEqual(expected);
  });

  it.each([
    ["one body of many", "区住建局收到政府信息公开申请393件。"],
    ["one way of applying", "通过网上渠道提交政府信息公开申请393件。"],
    ["one matter of many", "涉及征地补偿的申请393件。"],
    ["another noun behind the known words", "收到政府信息公开申请补正材料393份。"],
    ["what a court takes on", "区法院受理涉政府信息公开行政案件33件。"],
    ["a sentence on petitions alone", "全区信访类事项登记12件。"],
  ])("names nothing of the tables where it speaks of %s", (_kind, sentence) => {
    expect(likelyOf(sentence)).toEqual([""]);
  });
});
