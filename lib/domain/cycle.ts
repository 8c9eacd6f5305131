import type { Format, SectionId } from "@/lib/domain/format";
import type { IndicatorRollUp } from "@/lib/domain/indicator-roll-up";

/** One district's collection for one year, in one frozen format. */
export type Cycle = {
  id: string;
  districtId: string;
  year: number;
  format: Format;
  formatHash: string;
  state: "open" | "closed";
  tablesDueAt: Date;
  narrativeDueAt: Date;
  /** 31 January of the year after: 条例 article 49. */
  statutoryDueAt: Date;
  /** From then on nothing is handed in without an extension; null where lateness is only marked. */
  hardEndAt: Date | null;
  previousReportId: string | null;
  preface: string;
  openedAt: Date;
  closedAt: Date | null;
};

/** A heading of a narrative section in one cycle. */
export type OutlineHeading = {
  key: string;
  sectionId: SectionId;
  position: number;
  level: number;
  /** Printed as it stands: "（一）", "1." or "". */
  number: string;
  title: string;
  /** Reporting units that write here, in the order of assembling. */
  owners: string[];
  /** True where the office lets the year before's text be used again. */
  mayKeepText?: boolean;
  /** What its writers read beside the field; empty or missing for none. */
  help?: string;
};

/** A local figure of a cycle; its cell key is `indicators.` and its key. */
export type Indicator = {
  key: string;
  /** The unit that answers for it, and gives it unless it follows from two others. */
  organisationId: string;
  /** Other units that give it as well. */
  alsoFrom?: string[];
  label: string;
  unit: string;
  isApproximate: boolean;
  position: number;
  /** A sum where nothing is said. */
  rollsUp?: IndicatorRollUp;
  /** The keys of the two that a ratio follows from, dividend first. */
  ratioOf?: string[];
  /** To how many places a ratio is rounded. */
  decimals?: number;
  /** What its units read beside the field; empty or missing for none. */
  help?: string;
};

/** The units that fill an indicator in, the one that answers for it first; none where it follows from two others. */
export function unitsGiving(indicator: Pick<Indicator, "organisationId" | "alsoFrom" | "rollsUp">): string[] {
  if (indicator.rollsUp === "ratio") return [];
  return [...new Set([indicator.organisationId, ...(indicator.alsoFrom ?? [])])];
}

/** Whether a unit fills in this indicator. */
export function isGivenBy(
  indicator: Pick<Indicator, "organisationId" | "alsoFrom" | "rollsUp">,
  organisationId: string,
): boolean {
  return unitsGiving(indicator).includes(organisationId);
}

/** When a section is due in a cycle, before any extension. */
export function dueDateOf(cycle: Pick<Cycle, "tablesDueAt" | "narrativeDueAt" | "format">, sectionId: SectionId): Date {
  const section = cycle.format.sections.find((candidate) => candidate.id === sectionId);
  return section?.kind === "narrative" ? cycle.narrativeDueAt : cycle.tablesDueAt;
}

/**
 * Which sections a unit fills in: every unit the tables, and a narrative section when it owns a heading or indicator
 * there.
 */
export function sectionsOfUnit(
  format: Format,
  organisationId: string,
  outline: readonly OutlineHeading[],
  indicators: readonly Indicator[],
): SectionId[] {
  return format.sections.flatMap((section) => {
    if (section.kind === "tables") return [section.id];
    const writes = outline.some(
      (heading) => heading.sectionId === section.id && heading.owners.includes(organisationId),
    );
    const counts = section.id === "overview" && indicators.some((indicator) => isGivenBy(indicator, organisationId));
    return writes || counts ? [section.id] : [];
  });
}

/** The deadlines of 条例 article 49 and the notice: units by 31 January of the year after, 24:00 in Asia/Shanghai. */
export function statutoryDueDate(year: number): Date {
  return new Date(`${year + 1}-02-01T00:00:00+08:00`);
}

/**
 * The real statutory date of a cycle whose calendar was moved, as the demonstration's is so that its work lies around
 * today; null where the cycle keeps the date of the law.
 */
export function realStatutoryDate(cycle: Pick<Cycle, "year" | "statutoryDueAt">): Date | null {
  const real = statutoryDueDate(cycle.year);
  return real.getTime() === cycle.statutoryDueAt.getTime() ? null : real;
}

/** True where units would hand something in only after the law wants it from the office. */
export function isDueAfterLaw(cycle: Pick<Cycle, "tablesDueAt" | "narrativeDueAt" | "statutoryDueAt">): boolean {
  return cycle.tablesDueAt > cycle.statutoryDueAt || cycle.narrativeDueAt > cycle.statutoryDueAt;
}

/** True where handing in would end before the year's own dates. */
export function isHardEndEarly(cycle: Pick<Cycle, "tablesDueAt" | "narrativeDueAt" | "hardEndAt">): boolean {
  const { tablesDueAt, narrativeDueAt, hardEndAt } = cycle;
  return hardEndAt !== null && (hardEndAt < tablesDueAt || hardEndAt < narrativeDueAt);
}

export type CycleUnit = {
  organisationId: string;
  name: string;
  isOffice: boolean;
  position: number;
  exemptReason: string | null;
  /** What the report says of a unit that was dissolved meanwhile. */
  dissolvedNote: string | null;
};

/** A year without its frozen form. */
export type CycleSummary = Omit<Cycle, "format" | "formatHash" | "preface" | "districtId"> & {
  formatName: string;
  units: number;
};
