import type { CellSaver } from "@/components/saving/cell-saver";
import { paragraphAnchor } from "@/lib/domain/anchor";
import type { Finding, TextPlace } from "@/lib/domain/check/finding";
import { dropRange, mapNarrative, storedRange } from "@/lib/domain/narrative-map";
import { wrongNumberOf } from "./live-findings";
import type { SectionFindings } from "./use-section-findings";

export type SectionCorrections = ReturnType<typeof correctionsOf>;

/** What can be put right in a text by one press. */
export function correctionsOf(
  saver: CellSaver,
  numbers: SectionFindings["numbers"],
  lookup: (key: string) => string | null,
) {
  return {
    /** The number in the text that a finding corrects, and what it would be; null where a reader must decide. */
    correctionOf: (finding: Finding): string | null => wrongNumberOf(finding, numbers)?.value ?? null,
    /** Puts the cell's number in the place of the wrong one. */
    correct(finding: Finding): void {
      const number = wrongNumberOf(finding, numbers);
      if (!number) return;
      const anchor = paragraphAnchor(number.headingKey);
      const text = saver.cell(anchor).written ?? "";
      const at = storedRange(mapNarrative(text, lookup), number);
      if (!at) return;
      saver.write([{ cellKey: anchor, value: `${text.slice(0, at.start)}${number.value}${text.slice(at.end)}` }]);
    },
    /** Takes a passage that stands twice out of one of its places. */
    drop(place: TextPlace): void {
      const anchor = paragraphAnchor(place.headingKey);
      saver.write([{ cellKey: anchor, value: dropRange(saver.cell(anchor).written ?? "", lookup, place) }]);
    },
  };
}
