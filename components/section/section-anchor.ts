import { cellId } from "@/components/grid/figure-grid-model";
import { headingOfAnchor } from "@/lib/domain/anchor";

/** The id of the input that a comment or finding is anchored to: a cell of the grid, or the text under a heading. */
export function idOfAnchor(anchor: string): string {
  return headingOfAnchor(anchor) !== null || anchor.startsWith("indicators.") ? anchor : cellId(anchor);
}
