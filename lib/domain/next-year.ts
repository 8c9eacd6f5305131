import { carriedFigures } from "@/lib/domain/carry-forward";
import type { CheckSubject } from "@/lib/domain/check/finding";
import { MOST_CHOICES } from "@/lib/domain/choices";
import type { Cycle, CycleUnit, Indicator, OutlineHeading } from "@/lib/domain/cycle";
import { addDecimals } from "@/lib/domain/decimal";
import type { DecimalText } from "@/lib/domain/figure";
import type { Format } from "@/lib/domain/format";
import { indicatorsInStead, isConcerned } from "@/lib/domain/indicator";
import type { NextYearChoices } from "@/lib/domain/inputs/cycle";
import { printSegments } from "@/lib/domain/narrative";
import type { Organisation } from "@/lib/domain/organisation";
import { Refusal } from "@/lib/domain/refusal";
import { markRepeated } from "@/lib/domain/repeated-share";
import type { ReportDocument } from "@/lib/domain/report-document";

/** The year that a new one is opened from. */
export type YearBefore = {
  cycle: Pick<Cycle, "year" | "format" | "preface" | "tablesDueAt" | "narrativeDueAt">;
  units: readonly CycleUnit[];
  outline: readonly OutlineHeading[];
  indicators: readonly Indicator[];
  /** Its published report, and that of the year before it. */
  document: ReportDocument | null;
  earlier: ReportDocument | null;
};

type Named = { organisationId: string; name: string };

/** A unit that reported in the year before and reports no more. */
export type GoneUnit = Named & {
  /** The requests that it carried out of the year before; null where they are not known. */
  open: DecimalText | null;
  /** The office left its part out of the year's report: nothing of it is added to another's. */
  isLeftOut: boolean;
  headings: number;
  indicators: number;
};

export type NextHeading = {
  heading: OutlineHeading;
  writers: string[];
  /** Of the published text, blanks not counted; 0 where there is none. */
  characters: number;
  /** How much of it repeats the report before it, in whole per cent; null where that is not known. */
  repeated: number | null;
  /** Its section has no other. */
  isOnly: boolean;
};

/** A year as it would be opened now, with all that is otherwise than in the year before. */
export type NextYear = {
  year: number;
  format: Format;
  before: { year: number; formatName: string; hasPreface: boolean } | null;
  /** Every unit that would report. */
  units: Named[];
  added: Named[];
  gone: GoneUnit[];
  exempted: (Named & { reason: string })[];
  headings: NextHeading[];
  indicators: number;
};

/**
 * Lists what a year would begin with and what differs from the year before, so that it is read before it is opened.
 *
 * @param previousOfGone what the units that have gone reported the year before, by id
 */
export function planNextYear(params: {
  year: number;
  format: Format;
  before: YearBefore | null;
  units: readonly Organisation[];
  previousOfGone: ReadonlyMap<string, NonNullable<CheckSubject["previous"]>>;
}): NextYear {
  const { year, format, before, previousOfGone } = params;
  const active = params.units.filter((unit) => unit.isActive);
  const reported = new Set(before?.units.map((unit) => unit.organisationId));
  const plan = {
    year,
    format,
    units: active.map(named),
    added: before ? active.filter((unit) => !reported.has(unit.id)).map(named) : [],
  };
  if (!before) return { ...plan, before: null, gone: [], exempted: [], headings: [], indicators: 0 };

  const activeIds = new Set(active.map((unit) => unit.id));
  const nameOf = new Map(params.units.map((unit) => [unit.id, unit.name]));
  return {
    ...plan,
    before: { year: before.cycle.year, formatName: before.cycle.format.name, hasPreface: before.cycle.preface !== "" },
    gone: before.units
      .filter(({ organisationId }) => !activeIds.has(organisationId))
      .map(({ organisationId, name, ...standing }) => ({
        organisationId,
        name,
        isLeftOut: isLeftOut(standing),
        open: openRequests(format, previousOfGone.get(organisationId)),
        headings: before.outline.filter(({ owners }) => owners.includes(organisationId)).length,
        indicators: before.indicators.filter((indicator) => isConcerned(indicator, organisationId)).length,
      })),
    exempted: before.units.flatMap(({ organisationId, name, exemptReason, dissolvedNote }) =>
      exemptReason !== null && dissolvedNote === null && activeIds.has(organisationId)
        ? [{ organisationId, name, reason: exemptReason }]
        : [],
    ),
    headings: before.outline.map((heading) => ({
      heading,
      writers: heading.owners.flatMap((owner) => nameOf.get(owner) ?? []),
      ...textOf(heading, before),
      isOnly: before.outline.filter(({ sectionId }) => sectionId === heading.sectionId).length === 1,
    })),
    indicators: before.indicators.length,
  };
}

/**
 * The units that may go on with the work of one that has gone. Where there are too many for one list, those that are new,
 * as a merger makes them, and those whose name has two characters in a row of the other's, the likest first.
 */
export function listSuccessors({ units, added }: Pick<NextYear, "units" | "added">, gone: GoneUnit): Named[] {
  if (units.length <= MOST_CHOICES) return units;
  const letters = [...gone.name];
  const pairs = letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
  const isNew = new Set(added.map(({ organisationId }) => organisationId));
  const likeness = ({ name }: Named) => pairs.filter((pair) => name.includes(pair)).length;
  const alike = units
    .filter((unit) => !isNew.has(unit.organisationId) && likeness(unit) > 0)
    .toSorted((left, right) => likeness(right) - likeness(left));
  return [...units.filter(({ organisationId }) => isNew.has(organisationId)), ...alike].slice(0, MOST_CHOICES);
}

/** True for a unit whose part the office left out of the year's report when it was dissolved: nothing of it goes on. */
export function isLeftOut({ dissolvedNote, exemptReason }: Pick<CycleUnit, "dissolvedNote" | "exemptReason">): boolean {
  return dissolvedNote !== null && exemptReason !== null;
}

function named({ id, name }: Organisation): Named {
  return { organisationId: id, name };
}

function openRequests(format: Format, previous: NonNullable<CheckSubject["previous"]> | undefined): DecimalText | null {
  if (!previous) return null;
  return addDecimals(carriedFigures(format, previous.figures).map(({ found }) => found));
}

function textOf({ key }: OutlineHeading, { document, earlier }: YearBefore) {
  const now = printedText(document, key);
  const before = printedText(earlier, key);
  const characters = [...now.replace(/\s/gu, "")].length;
  return { characters, repeated: now && before ? markRepeated(before, now).percent : null };
}

function printedText(document: ReportDocument | null, headingKey: string): string {
  const headings = document?.sections.flatMap((section) => section.headings) ?? [];
  return (
    headings
      .find(({ key }) => key === headingKey)
      ?.paragraphs.map(printSegments)
      .join("\n") ?? ""
  );
}

/**
 * Outline, indicators and opening of the year before as the new one takes them over: without the units that have gone, or
 * with those that go on with their work in their stead.
 *
 * @throws Refusal section_without_heading
 */
export function startOfNextYear(
  before: Pick<YearBefore, "outline" | "indicators"> & { preface: string },
  activeIds: ReadonlySet<string>,
  { texts = {}, takesOver = {}, dropsPreface = false }: NextYearChoices,
): { outline: OutlineHeading[]; indicators: Indicator[]; preface: string } {
  const inStead = (id: string): string[] => {
    const successor = takesOver[id];
    return activeIds.has(id) ? [id] : successor && activeIds.has(successor) ? [successor] : [];
  };
  const outline = before.outline
    .filter(({ key }) => texts[key] !== "drop")
    .map((heading) => ({
      ...heading,
      owners: [...new Set(heading.owners.flatMap(inStead))],
      mayKeepText: texts[heading.key] === "keep",
    }));
  const sections = new Set(outline.map(({ sectionId }) => sectionId));
  if (before.outline.some(({ sectionId }) => !sections.has(sectionId))) throw new Refusal("section_without_heading");
  return {
    outline,
    indicators: indicatorsInStead(before.indicators, inStead),
    preface: dropsPreface ? "" : before.preface,
  };
}
