import { describe, expect, it } from "vitest";
import { CHECKS } from "@/lib/domain/check/registry";
import { subjectOfClerk } from "@/lib/domain/testing/clerk-reports";
import { LANHAI } from "@/lib/domain/testing/secretary-reports";

/** What is asked about the numbers of a sentence that stand beside each other. */
function askedOf(sentence: string): string[] {
  const subject = subjectOfClerk(LANHAI, sentence);
  return CHECKS.filter(({ rule }) => rule.startsWith("NARR-"))
    .flatMap(({ check }) => check(subject))
    .map(({ rule, messageKey, actual, expected }) => `${rule} ${messageKey} ${actual} ${expected}`);
}

describe("numbers told beside each other of one count", () => {
  it.each([
    [
      "this year's among last year's, the difference and the growth",
      "案卷总数降至318407件，较上年减少16721件，降幅为4.99%。",
      "NARR-TABLE text_beside_now 318407 318406",
    ],
    ["last year's", "案卷总数由335126件降至318406件，降幅为4.99%。", "NARR-YEAR text_beside_then 335126 335127"],
    ["the difference", "案卷总数为318406件，较上年减少16722件。", "NARR-YEAR text_beside_change 16722 16721"],
    ["the growth", "案卷总数由335127件降至318406件，降幅为5.99%。", "NARR-PERCENT text_beside_growth 5.99% 4.99%"],
    [
      "the points between two shares",
      "不予公开的占办结总数的12.1%，较上年的10.8%提高2.3个百分点。",
      "NARR-PERCENT text_beside_points 2.3 1.3",
    ],
  ])("hold %s fast, whatever the words are", (_kind, sentence, expected) => {
    expect(askedOf(sentence)).toEqual([expected]);
  });

  it.each([
    ["all are right", "案卷总数由335127件降至318406件，减少16721件，降幅为4.99%。"],
    ["nothing of a table stands among them", "培训人数由335件降至318件，减少18件，降幅为5.07%。"],
    ["one number alone is right by chance", "信件47件，比上年少12件，减少20.3%。"],
    ["they count in another measure", "网站信息318406篇，较上年减少16722篇。"],
  ])("say nothing where %s", (_kind, sentence) => {
    expect(askedOf(sentence)).toEqual([]);
  });
});

describe("a number that the words before it in the sentence make right", () => {
  it.each([
    "本年末结转的137件中，自然人109件，商业企业17件。",
    "律师事务所提出申请107件，办结105件，其中52件予以公开。",
    "行政许可1264873件、行政处罚318406件、行政强制12738件，各类行政处罚等决定总数为1596017件。",
    "复议、诉讼案件共455件，结果维持265件。",
    "予以公开的1029件，与上年一件不差的说法不实，增加129件。",
  ])("is no mistake: %s", (sentence) => {
    expect(askedOf(sentence)).toEqual([]);
  });
});
