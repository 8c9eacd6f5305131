import { describe, expect, it } from "vitest";
import type { CheckSubject } from "@/lib/domain/check/finding";
import { type ClerkReport, subjectOfClerk } from "@/lib/domain/testing/clerk-reports";
import { CLERK_SENTENCES } from "@/lib/domain/testing/clerk-sentences";
import { changedByOne, rightSentence, withoutBraces, wrongSentences } from "@/lib/domain/testing/clerk-templates";
import { describeFindings, describeReading } from "@/lib/domain/testing/describe-reading";
import { exampleFormat, exampleSubject, exampleText } from "@/lib/domain/testing/example-subject";
import { GATHERED_WORDING } from "@/lib/domain/testing/gathered-wording";
import { LATER_WORDING } from "@/lib/domain/testing/later-wording";
import { NEWCOMER_WORDING } from "@/lib/domain/testing/newcomer-wording";
import { OFFICE_WORDING } from "@/lib/domain/testing/office-wording";
import { OTHER_CLERK_SENTENCES } from "@/lib/domain/testing/other-clerk-sentences";
import { PUBLISHED_WORDING } from "@/lib/domain/testing/published-wording";
import { chanceOf } from "@/lib/domain/testing/random";
import { randomFigures } from "@/lib/domain/testing/random-figures";
import { writeSentence } from "@/lib/domain/testing/report-grammar";
import {
  FOREIGN_PHRASINGS,
  PHRASINGS_2019,
  PHRASINGS_2021,
  SHARED_PHRASINGS,
} from "@/lib/domain/testing/report-phrasings";
import { SECRETARY_WORDING } from "@/lib/domain/testing/secretary-wording";
import { SMALL_OFFICE_WORDING } from "@/lib/domain/testing/small-office-wording";
import { STRANGER_WORDING } from "@/lib/domain/testing/stranger-wording";
import { UNSEEN_FOREIGN_PHRASINGS, UNSEEN_PHRASINGS } from "@/lib/domain/testing/unseen-phrasings";
import { WITHHELD_WORDING } from "@/lib/domain/testing/withheld-wording";

type Sentences = readonly (readonly [ClerkReport, readonly string[]])[];

const SETS: readonly [name: string, sentences: Sentences, isChoice: boolean][] = [
  ["clerk", CLERK_SENTENCES, true],
  ["other-clerk", OTHER_CLERK_SENTENCES, true],
  ["published", PUBLISHED_WORDING, false],
  ["office", OFFICE_WORDING, false],
  ["stranger", STRANGER_WORDING, false],
  ["newcomer", NEWCOMER_WORDING, false],
  ["gathered", GATHERED_WORDING, false],
  ["withheld", WITHHELD_WORDING, false],
  ["later", LATER_WORDING, false],
  ["secretary", SECRETARY_WORDING, false],
  ["small-office", SMALL_OFFICE_WORDING, false],
];

/**
 * The shares that other tests of these sentences ask for leave room: here each number's reading and each finding stands
 * in a file. Whoever changes the reading looks at the difference (`vitest -u` writes the files anew) and keeps it or not.
 */
describe.each(SETS)("the sentences of %s", (name, sentences, isChoice) => {
  const all = sentences.flatMap(([report, templates]) => templates.map((template) => ({ report, template })));

  it("are read as recorded", async () => {
    const lines = all.flatMap(({ report, template }) => {
      const sentence = isChoice ? rightSentence(template) : withoutBraces(template);
      return [sentence, ...describeReading(subjectOfClerk(report, sentence)).map((line) => `  ${line}`)];
    });
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(`readings/${name}.txt`);
  });

  it("give the recorded findings when a number is wrong", async () => {
    const lines = all.flatMap(({ report, template }) =>
      (isChoice ? wrongSentences(template) : changedByOne(template)).flatMap((sentence) => {
        const findings = describeFindings(subjectOfClerk(report, sentence));
        return [sentence, ...(findings.length === 0 ? ["nothing"] : findings).map((line) => `  ${line}`)];
      }),
    );
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(`findings/${name}.txt`);
  });
});

/** Sentences with places for figures, each written once from figures and numbers that are drawn by lot. */
describe.each([
  ["shared", [...SHARED_PHRASINGS, ...FOREIGN_PHRASINGS], "2021"],
  ["unseen", [...UNSEEN_PHRASINGS, ...UNSEEN_FOREIGN_PHRASINGS], "2021"],
  ["form-of-2019", [...SHARED_PHRASINGS, ...PHRASINGS_2019], "2019"],
  ["form-of-2021", PHRASINGS_2021, "2021"],
] as const)("the phrasings of %s", (name, templates, id) => {
  const year = id === "2019" ? 2020 : 2022;
  const subjects = (isWrong: boolean) =>
    templates.flatMap((template, index) => {
      const chance = chanceOf(index);
      const figures = randomFigures(exampleFormat(id), chance);
      const previous = { year: year - 1, formatId: id, figures: randomFigures(exampleFormat(id), chance), texts: {} };
      const written = writeSentence(template, figures, year, chance, isWrong);
      const given = { figures, year, organisation: "平和区", previous };
      return written ? [exampleSubject(id, { ...given, texts: [exampleText(written.text)] })] : [];
    });
  const record = (describeSubject: (subject: CheckSubject) => string[], isWrong: boolean): string =>
    subjects(isWrong)
      .flatMap((subject) => [subject.texts[0]?.text ?? "", ...describeSubject(subject).map((line) => `  ${line}`)])
      .join("\n");

  it("are read as recorded", async () => {
    await expect(`${record(describeReading, false)}\n`).toMatchFileSnapshot(`readings/${name}-phrasings.txt`);
  });

  it("give the recorded findings when a number is wrong", async () => {
    await expect(`${record(describeFindings, true)}\n`).toMatchFileSnapshot(`findings/${name}-phrasings.txt`);
  });
});
