import type { Erratum } from "@/lib/domain/erratum";
import type { PrintedReport } from "@/lib/domain/report-document";
import type { Block } from "@/lib/render/block";
import { printFigure } from "@/lib/render/print-format";
import { WORDS } from "@/lib/render/words";

/** What a correction corrects, and why; nothing for a report that corrects none. */
export function erratumBlocks({ erratum }: PrintedReport): Block[] {
  if (!erratum) return [];
  return [
    { kind: "heading", level: 1, text: WORDS.erratum, anchor: "erratum" },
    {
      kind: "paragraph",
      segments: [{ kind: "text", text: WORDS.erratumLead(erratum.supersedesVersion, erratum.reason) }],
    },
    ...differenceBlocks(erratum),
  ];
}

/** What was corrected, figures before text; an empty table would leave open whether something is missing. */
function differenceBlocks({ differences, passages }: Erratum): Block[] {
  if (differences.length === 0 && passages.length === 0) {
    return [{ kind: "paragraph", segments: [{ kind: "text", text: WORDS.nothingCorrected }] }];
  }
  const grid = (caption: string, first: string, rows: string[][], numeric: number[]): Block => ({
    kind: "grid",
    grid: { caption, head: [first, WORDS.before, WORDS.after], rows, numeric },
  });
  const figure = (value: string | null) => (value === null ? WORDS.blank : printFigure(value));
  return [
    ...(differences.length > 0
      ? [
          grid(
            WORDS.differences,
            WORDS.figure,
            differences.map(({ label, before, after }) => [label, figure(before), figure(after)]),
            [1, 2],
          ),
        ]
      : []),
    ...(passages.length > 0
      ? [
          { kind: "heading", level: 2, text: WORDS.passages, anchor: "erratum-text" } satisfies Block,
          grid(
            WORDS.passages,
            WORDS.place,
            passages.map(({ place, before, after }) => [place, before ?? WORDS.noText, after ?? WORDS.noText]),
            [],
          ),
        ]
      : []),
  ];
}
