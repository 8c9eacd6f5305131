import { describe, expect, it } from "vitest";
import { CHECKS } from "@/lib/domain/check/registry";
import { type ClerkReport, subjectOfClerk } from "@/lib/domain/testing/clerk-reports";
import { CLERK_SENTENCES } from "@/lib/domain/testing/clerk-sentences";
import { rightSentence, wrongSentences } from "@/lib/domain/testing/clerk-templates";
import { OTHER_CLERK_SENTENCES } from "@/lib/domain/testing/other-clerk-sentences";

const TEXT_CHECKS = CHECKS.filter(({ rule }) => rule.startsWith("NARR-"));

function isFound(report: ClerkReport, sentence: string): boolean {
  const subject = subjectOfClerk(report, sentence);
  return TEXT_CHECKS.some(({ check }) => check(subject).length > 0);
}

describe.each([
  ["a county, a city and a bureau", CLERK_SENTENCES],
  ["offices with other habits", OTHER_CLERK_SENTENCES],
])("sentences of %s", (_, sentences) => {
  it("raise no false alarm when they are right", () => {
    const alarms = sentences.flatMap(([report, templates]) =>
      templates.map(rightSentence).filter((sentence) => isFound(report, sentence)),
    );
    expect(alarms).toEqual([]);
  });

  it("are found when one number is wrong", () => {
    const wrong = sentences.flatMap(([report, templates]) =>
      templates.flatMap(wrongSentences).map((sentence) => ({ sentence, found: isFound(report, sentence) })),
    );
    const missed = wrong.filter(({ found }) => !found).map(({ sentence }) => sentence);
    expect(missed.length / wrong.length, missed.join("\n")).toBeLessThan(0.02);
  });
});
