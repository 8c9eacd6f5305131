import { z } from "zod";
import type { Figures } from "@/lib/domain/cell";
import type { CheckSubject } from "@/lib/domain/check/finding";
import { addDecimals } from "@/lib/domain/decimal";
import { readFigure } from "@/lib/domain/figure";
import { SectionIdSchema } from "@/lib/domain/format";

/** What units that have gone reported the year before, kept with the unit that goes on with their work. */
export const TakenOverSchema = z.array(
  z.object({
    organisationId: z.uuid(),
    name: z.string(),
    year: z.number().int(),
    formatId: z.string(),
    /** Cell key to text, totals included. */
    figures: z.record(z.string(), z.string().nullable()),
    texts: z.partialRecord(SectionIdSchema, z.string()),
  }),
);
export type TakenOver = z.infer<typeof TakenOverSchema>;

/** What a unit's year is held against. */
export type PreviousOfUnit = NonNullable<CheckSubject["previous"]> & {
  /** The text under each heading, where the unit reported here. */
  paragraphs: Readonly<Record<string, string>>;
};

/**
 * The year before of a unit that goes on with the work of others: its own figures and theirs together, cell by cell, and
 * all their texts. A cell that nobody filled in stays blank; what is no number stays as the unit itself had it.
 */
export function withTakenOver(own: PreviousOfUnit | null, takenOver: TakenOver): PreviousOfUnit | null {
  const [first] = takenOver;
  if (!first) return own;
  const year = own?.year ?? first.year;
  const parts = takenOver.filter((part) => part.year === year);
  const all: readonly Pick<PreviousOfUnit, "figures" | "texts">[] = own ? [own, ...parts] : parts;
  return {
    year,
    formatId: own?.formatId ?? first.formatId,
    figures: sumOfFigures(all.map(({ figures }) => figures)),
    texts: joinTexts(all.map(({ texts }) => texts)),
    paragraphs: own?.paragraphs ?? {},
    takenOverFrom: parts.map(({ name }) => name),
  };
}

function sumOfFigures(all: readonly Figures[]): Figures {
  const keys = new Set(all.flatMap((figures) => Object.keys(figures)));
  return Object.fromEntries(
    [...keys].map((key) => {
      const found = all.map((figures) => figures[key] ?? null);
      const numbers = found.flatMap((text) => {
        const figure = readFigure(text);
        return figure.kind === "number" ? [figure.value] : [];
      });
      return [key, numbers.length === 0 ? (found.find((text) => text !== null) ?? null) : addDecimals(numbers)];
    }),
  );
}

function joinTexts(all: readonly PreviousOfUnit["texts"][]): PreviousOfUnit["texts"] {
  const parts = SectionIdSchema.options.flatMap((sectionId) => {
    const texts = all.flatMap((texts) => texts[sectionId] || []);
    return texts.length === 0 ? [] : [[sectionId, texts.join("\n")] as const];
  });
  return Object.fromEntries(parts);
}
