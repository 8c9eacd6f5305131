import {
  type Bindable,
  type ComposeHeading,
  type ComposeMaterial,
  listTexts,
  lookupOf,
  textOf,
} from "@/components/compose/compose-model";
import type { CellSaver } from "@/components/saving/cell-saver";
import { keepUnsaved } from "@/components/saving/unsaved-storage";
import { paragraphAnchor } from "@/lib/domain/anchor";
import type { TextPlace } from "@/lib/domain/check/finding";
import { bindFigures, dropRange } from "@/lib/domain/narrative-map";

/** What the panel and the head change in the report's texts, each change written through `saver`. */
export function textChanges(material: ComposeMaterial, saver: CellSaver) {
  const lookup = lookupOf(material.values);
  return {
    /** Takes words out of a text. */
    drop(place: TextPlace): void {
      const text = listTexts(material, saver).find(({ key }) => key === place.headingKey)?.text ?? "";
      saver.write([{ cellKey: paragraphAnchor(place.headingKey), value: dropRange(text, lookup, place) }]);
    },
    /** Puts live figures in the place of numbers that were typed. */
    bind(numbers: readonly Bindable[]): void {
      const changes = listTexts(material, saver).flatMap(({ key, text }) => {
        const numbersOfHeading = numbers.filter((number) => number.headingKey === key);
        if (numbersOfHeading.length === 0) return [];
        return [{ cellKey: paragraphAnchor(key), value: bindFigures(text, lookup, numbersOfHeading) }];
      });
      saver.write(changes);
    },
    /** Adds a unit's paragraph at the end of a text. */
    append(heading: ComposeHeading, paragraph: string): void {
      const before = textOf(heading, saver);
      const value = before === "" ? paragraph : `${before}\n${paragraph}`;
      saver.write([{ cellKey: paragraphAnchor(heading.key), value }]);
    },
    /** Loads the page anew and offers there what could not be saved. */
    reload(): void {
      const unsaved = listTexts(material, saver).flatMap(({ key, text }) => {
        const anchor = paragraphAnchor(key);
        const { written, stored } = saver.cell(anchor);
        const place = material.headings.find((heading) => heading.key === key)?.title ?? "";
        return written === stored ? [] : [{ anchor, place, value: text }];
      });
      keepUnsaved(material.cycleId, unsaved);
      saver.letGo();
      window.location.reload();
    },
  };
}
