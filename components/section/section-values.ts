import type { CellSaver } from "@/components/saving/cell-saver";
import type { UnsavedEntry } from "@/components/saving/unsaved-storage";
import { headingOfAnchor, paragraphAnchor } from "@/lib/domain/anchor";
import { computeTotals } from "@/lib/domain/cell";
import type { UnitAnswers } from "@/lib/domain/check/subject";
import type { CellKey, Format } from "@/lib/domain/format";
import type { VersionContent } from "@/lib/domain/version";

type SectionValuesOptions = {
  saver: CellSaver;
  answers: UnitAnswers;
  format: Format;
  keys: readonly CellKey[];
  placeOf: (anchor: string) => string;
};

/** What is written in the section now, read from its saver whenever it is asked for. */
export function valuesOfSection({ saver, answers, format, keys, placeOf }: SectionValuesOptions) {
  const written = keys.map((key) => saver.cell(key).written);
  return {
    filled: written.filter((value) => value !== null).length,
    isAllZero: written.every((value) => value === "0"),
    isNothingButZeros: written.every((value) => value === null || value === "0"),
    /** What stands in the fields and is not with the server. */
    listUnsaved(): UnsavedEntry[] {
      return keys.flatMap((anchor) => {
        const { typed, stored } = saver.cell(anchor);
        return typed === (stored ?? "") ? [] : [{ anchor, place: placeOf(anchor), value: typed }];
      });
    },
    /** The section as it is typed now, as a version would hold it. */
    contentNow(): VersionContent {
      return {
        sectionId: answers.sectionId,
        figures: Object.fromEntries(
          keys.flatMap((key) => (headingOfAnchor(key) === null ? [[key, saver.cell(key).written]] : [])),
        ),
        paragraphs: Object.fromEntries(
          answers.outline.map(({ key }) => [key, saver.cell(paragraphAnchor(key)).written ?? ""]),
        ),
      };
    },
    /** What stands at an anchor now, as a comment quotes it. */
    valueAt(anchor: string): string | null {
      if (headingOfAnchor(anchor) !== null) return saver.cell(anchor).written ?? "";
      const figures = Object.fromEntries(keys.map((key) => [key, saver.cell(key).written]));
      return (anchor in figures ? figures : computeTotals(format, figures))[anchor] ?? "";
    },
  };
}
