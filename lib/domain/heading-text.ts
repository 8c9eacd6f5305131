import { computeTotals, type Figures } from "@/lib/domain/cell";
import type { OutlineHeading } from "@/lib/domain/cycle";
import type { Format } from "@/lib/domain/format";
import { type FigureLookup, printKnown } from "@/lib/domain/narrative";
import type { SourceVersion } from "@/lib/domain/version";

const NONE_SHARED: ReadonlySet<string> = new Set();

/**
 * The text of a heading as it stands: the district's own, else what its units wrote, in their order.
 *
 * A unit's live figure means the unit's own cell, and the same cell of the district is another number: it is printed with
 * the unit's value. An indicator of one unit stays live; one of those in `shared` is another number in the district.
 */
export function textOfHeading(
  heading: OutlineHeading,
  texts: ReadonlyMap<string, string>,
  versions: readonly SourceVersion[],
  format: Format,
  shared: ReadonlySet<string> = NONE_SHARED,
): string {
  const districtText = texts.get(heading.key);
  if (districtText !== undefined) return districtText;
  return heading.owners
    .map((owner) => textOfUnit(owner, heading, versions, format, shared))
    .filter((text) => text.trim() !== "")
    .join("\n");
}

/** What one unit wrote under a heading, as it stands in the district's text; empty where nothing is approved. */
export function textOfUnit(
  organisationId: string,
  heading: Pick<OutlineHeading, "key" | "sectionId">,
  versions: readonly SourceVersion[],
  format: Format,
  shared: ReadonlySet<string> = NONE_SHARED,
): string {
  const unitVersions = versions.filter((version) => version.organisationId === organisationId);
  const stored =
    unitVersions.find((version) => version.sectionId === heading.sectionId)?.content.paragraphs[heading.key] ?? "";
  return printKnown(stored, lookupOfUnit(unitVersions, format, shared));
}

function lookupOfUnit(
  unitVersions: readonly SourceVersion[],
  format: Format,
  shared: ReadonlySet<string>,
): FigureLookup {
  return (key) => {
    const typed: Figures = Object.fromEntries(
      unitVersions.flatMap((version) => Object.entries(version.content.figures)),
    );
    if (key.startsWith("indicators.")) return shared.has(key) ? (typed[key] ?? null) : null;
    return computeTotals(format, typed)[key] ?? null;
  };
}

/**
 * Whose each line of a text is, among the units that wrote under its heading: null for an empty line, and for one that
 * no unit wrote like this. A line that two units wrote is, each time it stands there, the next one's.
 */
export function unitsOfLines(text: string, units: readonly { unit: string; text: string }[]): (string | null)[] {
  const written = units.flatMap(({ unit, text: own }) => own.split("\n").map((line) => ({ unit, line: line.trim() })));
  return text.split("\n").map((line) => {
    const at = line.trim() === "" ? -1 : written.findIndex((heading) => heading.line === line.trim());
    return at < 0 ? null : (written.splice(at, 1)[0]?.unit ?? null);
  });
}
