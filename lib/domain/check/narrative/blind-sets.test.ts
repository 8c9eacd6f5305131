import { describe, expect, it } from "vitest";
import { CHECKS } from "@/lib/domain/check/registry";
import { type ClerkReport, subjectOfClerk } from "@/lib/domain/testing/clerk-reports";
import { changedByOne, withoutBraces } from "@/lib/domain/testing/clerk-templates";
import { GATHERED_WORDING } from "@/lib/domain/testing/gathered-wording";
import { LATER_WORDING } from "@/lib/domain/testing/later-wording";
import { NEWCOMER_WORDING } from "@/lib/domain/testing/newcomer-wording";
import { OFFICE_WORDING } from "@/lib/domain/testing/office-wording";
import { PUBLISHED_WORDING } from "@/lib/domain/testing/published-wording";
import { SECRETARY_WORDING } from "@/lib/domain/testing/secretary-wording";
import { SMALL_OFFICE_WORDING } from "@/lib/domain/testing/small-office-wording";
import { STRANGER_WORDING } from "@/lib/domain/testing/stranger-wording";
import { WITHHELD_WORDING } from "@/lib/domain/testing/withheld-wording";

const TEXT_CHECKS = CHECKS.filter(({ rule }) => rule.startsWith("NARR-"));

function isFound(report: ClerkReport, sentence: string): boolean {
  const subject = subjectOfClerk(report, sentence);
  return TEXT_CHECKS.some(({ check }) => check(subject).length > 0);
}

describe.each([
  ["published reports", PUBLISHED_WORDING, 0.98],
  ["an office's own ways", OFFICE_WORDING, 0.95],
  ["a stranger", STRANGER_WORDING, 0.975],
  ["a stranger, on other reports", NEWCOMER_WORDING, 0.965],
  ["reports found by search", GATHERED_WORDING, 0.95],
  ["other reports found by search", WITHHELD_WORDING, 0.95],
  ["further reports, after the frames", LATER_WORDING, 0.94],
  ["a seasoned secretary, a stranger", SECRETARY_WORDING, 0.78],
  ["clerks of small offices, by a stranger", SMALL_OFFICE_WORDING, 0.73],
] as const)("sentences in the wording of %s", (name, sentences, share) => {
  const all = sentences.flatMap(([report, templates]) => templates.map((template) => ({ report, template })));

  it("raise no false alarm when they are right", () => {
    const alarms = all
      .map(({ report, template }) => ({ report, sentence: withoutBraces(template) }))
      .filter(({ report, sentence }) => isFound(report, sentence))
      .map(({ sentence }) => sentence);
    expect(all.length).toBeGreaterThanOrEqual(50);
    expect(alarms).toEqual([]);
  });

  it("are found when one number is off by one", () => {
    const wrong = all.flatMap(({ report, template }) =>
      changedByOne(template).map((sentence) => ({ sentence, found: isFound(report, sentence) })),
    );
    const missed = wrong.filter(({ found }) => !found).map(({ sentence }) => sentence);
    console.log(`${name}: ${wrong.length - missed.length} of ${wrong.length} found`);
    expect(1 - missed.length / wrong.length, missed.join("\n")).toBeGreaterThanOrEqual(share);
  });
});
