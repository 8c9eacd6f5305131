import { describe, expect, it } from "vitest";
import type { Finding } from "@/lib/domain/check/finding";
import { narrPercent } from "@/lib/domain/check/narr-percent";
import { narrSum } from "@/lib/domain/check/narr-sum";
import { narrTable } from "@/lib/domain/check/narr-table";
import { narrYear } from "@/lib/domain/check/narr-year";
import { exampleFormat, exampleSubject, exampleText } from "@/lib/domain/testing/example-subject";
import { chanceOf } from "@/lib/domain/testing/random";
import { randomFigures } from "@/lib/domain/testing/random-figures";
import { type WrittenSentence, writeSentence } from "@/lib/domain/testing/report-grammar";
import {
  FOREIGN_PHRASINGS,
  PHRASINGS_2019,
  PHRASINGS_2021,
  SHARED_PHRASINGS,
} from "@/lib/domain/testing/report-phrasings";
import { UNSEEN_FOREIGN_PHRASINGS, UNSEEN_PHRASINGS } from "@/lib/domain/testing/unseen-phrasings";

type Measured = { right: number; falseAlarms: string[]; wrong: number; missed: string[] };

/** Writes right and wrong sentences of random but consistent years and counts what is said of them. */
function measure(seed: number, tied: readonly string[], foreign: readonly string[], rounds: number): Measured {
  const chance = chanceOf(seed);
  const measured: Measured = { right: 0, falseAlarms: [], wrong: 0, missed: [] };
  for (let round = 0; round < rounds; round += 1) {
    const id = chance.pick(["2019", "2021"] as const);
    const figures = randomFigures(exampleFormat(id), chance);
    const year = id === "2019" ? 2020 : 2022;
    const own = tied === SHARED_PHRASINGS ? (id === "2019" ? PHRASINGS_2019 : PHRASINGS_2021) : [];
    const previous = { year: year - 1, formatId: id, figures: randomFigures(exampleFormat(id), chance), texts: {} };
    const check = ({ text, template }: WrittenSentence): Finding[] => {
      const subject = exampleSubject(id, {
        figures,
        year,
        organisation: "平和区",
        texts: [exampleText(text)],
        // What a foreign sentence says of last year is drawn by lot.
        previous: foreign.includes(template) ? null : previous,
      });
      // The numbers that no table knows are drawn by lot: that such a list does not add up is no false alarm.
      return [narrTable, narrSum, narrPercent, narrYear]
        .flatMap((rule) => rule.check(subject))
        .filter((finding) => finding.messageKey !== "text_sum_unsure");
    };
    for (const template of [
      chance.pick([...tied, ...own]),
      chance.pick(tied),
      chance.pick(tied),
      chance.pick(foreign),
    ]) {
      const right = writeSentence(template, figures, year, chance, false);
      if (right) {
        measured.right += 1;
        if (check(right).length > 0) measured.falseAlarms.push(right.text);
      }
      const wrong = foreign.includes(template) ? null : writeSentence(template, figures, year, chance, true);
      if (wrong?.isWrong) {
        measured.wrong += 1;
        if (check(wrong).length === 0) measured.missed.push(wrong.text);
      }
    }
  }
  return measured;
}

function report(name: string, { right, falseAlarms, wrong, missed }: Measured): number {
  const recall = 1 - missed.length / wrong;
  const precision = (wrong - missed.length) / (wrong - missed.length + falseAlarms.length);
  console.log(
    `${name}: ${right} right, ${wrong} wrong; precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`,
  );
  for (const text of [...new Set(missed)].slice(0, 5)) console.log(`  missed: ${text}`);
  return recall;
}

describe("generated sentences", () => {
  it("raise no false alarm when right, and are found when wrong", () => {
    const measured = measure(20260101, SHARED_PHRASINGS, FOREIGN_PHRASINGS, 550);
    expect(measured.right).toBeGreaterThanOrEqual(2_000);
    expect(measured.falseAlarms).toEqual([]);
    expect(report("known phrasings", measured)).toBeGreaterThanOrEqual(0.95);
  }, 120_000);

  it("raise no false alarm in phrasings that the reading was not made from", () => {
    const measured = measure(20260102, UNSEEN_PHRASINGS, UNSEEN_FOREIGN_PHRASINGS, 550);
    expect(measured.falseAlarms).toEqual([]);
    expect(report("unseen phrasings", measured)).toBeGreaterThanOrEqual(0.95);
  }, 120_000);
});
