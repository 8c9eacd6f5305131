import type { EventNames } from "@/components/events/event-sentence";
import { headingOfAnchor } from "@/lib/domain/anchor";
import { cellsOf, nameCell } from "@/lib/domain/check/subject-cells";
import type { ReviewWork } from "@/lib/domain/review-work";

/** How a list calls a cell, an indicator or the text under a heading. */
export function nameAnchors(work: ReviewWork, opening: string): (anchor: string) => string {
  return (anchor) => {
    const headingKey = headingOfAnchor(anchor);
    if (headingKey !== null) {
      const heading = work.outline.find((heading) => heading.key === headingKey);
      return heading?.title ? `${heading.number}${heading.title}` : opening;
    }
    const indicator = work.indicators.find((indicator) => `indicators.${indicator.key}` === anchor);
    return indicator?.label ?? nameCell(work.cycle.format, anchor);
  };
}

/** The names that the events of one submission need. */
export function namesOf(work: ReviewWork, nameOf: (anchor: string) => string): EventNames {
  return {
    unitOf: () => work.submission.unitName,
    yearOf: () => work.cycle.year,
    cellOf: (key) => (cellsOf(work.cycle.format).has(key) || key.startsWith("indicators.") ? nameOf(key) : null),
    headingOf: (key) => nameOf(`paragraph:${key}`),
  };
}
