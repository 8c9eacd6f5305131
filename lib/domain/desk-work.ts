import type { Actor } from "@/lib/domain/access";
import { decideNil, listBlanksAsZero, mayBeNil, withBlanksAsZero } from "@/lib/domain/blank-cells";
import { carriedFrom } from "@/lib/domain/carry-forward";
import type { Figures } from "@/lib/domain/cell";
import type { CheckSubject, Finding, RuleInForce } from "@/lib/domain/check/finding";
import { runChecks } from "@/lib/domain/check/registry";
import { subjectOfUnit } from "@/lib/domain/check/subject";
import type { StoredComment } from "@/lib/domain/comment";
import { type Cycle, type Indicator, isGivenBy, type OutlineHeading } from "@/lib/domain/cycle";
import { type DeskAct, nextAct, orderTasks } from "@/lib/domain/desk";
import type { StoredEvent } from "@/lib/domain/events";
import { type FindingsByNeed, type StoredExplanation, sortByNeed } from "@/lib/domain/explanation";
import type { DecimalText } from "@/lib/domain/figure";
import type { CellKey, FormatSection, SectionId } from "@/lib/domain/format";
import { getSection } from "@/lib/domain/format-cells";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { isHandedIn } from "@/lib/domain/progress";
import type { Seal } from "@/lib/domain/seal";
import { decideMove, isSentBack, type SubmissionEntry } from "@/lib/domain/submission";
import { isTold, newest, SENT_BACK_TYPES, type ToldEvent } from "./desk-events";

/** One section of the person's own units, as the desk lists it. */
export type DeskTask = SubmissionEntry & {
  section: FormatSection;
  headings: OutlineHeading[];
  act: DeskAct;
  /** True where submitting it leads to the unit's head first. */
  waitsForHead: boolean;
  /** Blank cells of its tables, and those of them that count as 0 when it is submitted. */
  blanks: number;
  blanksAsZero: number;
  /** Cells that hold something else than 0. */
  nonZero: number;
  /** A table in which nothing is filled in, which may be declared nil. */
  mayBeNil: boolean;
  /** What the rules say of it as it would be submitted now, and what was said to that. */
  findings: FindingsByNeed;
  explanations: StoredExplanation[];
  errors: number;
  warnings: number;
  explained: number;
  lastEvent: ToldEvent | null;
  /** Who sent it back last, while that is still to be dealt with. */
  returned: ToldEvent | null;
  comments: StoredComment[];
};

/** Everything on a person's desk, what is to be done first in front. */
export type Desk = {
  cycle: Cycle;
  tasks: DeskTask[];
  /** Sections of the form that somebody else fills in, with the one unit that does where it is one. */
  others: { sectionId: SectionId; unitName: string | null }[];
  /** The newest seal of the history, which receipts carry out of the house. */
  seal: Seal | null;
  /** The office's last reminder, while something that it named is still with the unit. */
  reminder: { at: Date; by: string; sectionIds: SectionId[] } | null;
};

/** The stored rows that a desk is made of: all those of the person's units in one year, in no order. */
export type DeskMaterial = {
  cycle: Cycle;
  entries: readonly SubmissionEntry[];
  outline: readonly OutlineHeading[];
  units: readonly { id: string; name: string }[];
  indicators: readonly Indicator[];
  figures: readonly { organisationId: string; cellKey: string; found: string | null }[];
  paragraphs: readonly { submissionId: string; headingKey: string; body: string }[];
  comments: readonly (StoredComment & { submissionId: string })[];
  explanations: readonly StoredExplanation[];
  events: readonly StoredEvent[];
  lastReminder: StoredEvent | null;
  /** What the ledgers of sections count, where they have one. */
  ledgers: readonly { submissionId: string; counts: Figures }[];
  /** What units published themselves for this year. */
  published: readonly { organisationId: string; report: InterchangeReport }[];
  /** What units reported in the year before, by unit. */
  previous: ReadonlyMap<string, NonNullable<CheckSubject["previous"]>>;
  seal: Seal | null;
  ruleSettings: readonly RuleInForce[];
};

/** Arranges a person's sections by what is to be done with them, each checked as it stands. */
export function arrangeDesk(
  material: DeskMaterial,
  actor: Pick<Actor, "userId" | "permissions" | "memberships">,
): Desk {
  const shownEvents = material.events.filter(isTold);
  const tasks = material.entries.map((entry) => taskOf(material, shownEvents, entry, actor));
  return {
    cycle: material.cycle,
    tasks: orderTasks(tasks),
    others: listOthers(material, new Set(tasks.map((task) => task.sectionId))),
    seal: material.seal,
    reminder: openReminder(material.lastReminder, material.entries),
  };
}

function taskOf(
  material: DeskMaterial,
  told: readonly ToldEvent[],
  entry: SubmissionEntry,
  actor: Pick<Actor, "userId" | "permissions" | "memberships">,
): DeskTask {
  const headings = material.outline.filter(
    (heading) => heading.sectionId === entry.sectionId && heading.owners.includes(entry.organisationId),
  );
  const explanations = material.explanations.filter(({ submissionId }) => submissionId === entry.id);
  const figures = figuresOf(material, entry.organisationId);
  const carried = carriedOf(material, entry.organisationId);
  const findings = findingsOf(material, entry, headings, withBlanksAsZero(material.cycle.format, figures, carried));
  const byNeed = sortByNeed(findings, new Set(explanations.map(({ findingId }) => findingId)));
  const ofSection = { format: material.cycle.format, sectionId: entry.sectionId, figures };
  const { blanks, filled } = decideNil(ofSection);
  const submit = decideMove(entry, "submit", actor);
  const events = told.filter((event) => event.submissionId === entry.id);
  const isBack = isSentBack(entry);
  return {
    ...entry,
    section: getSection(material.cycle.format, entry.sectionId),
    headings,
    act: nextAct(entry, actor),
    waitsForHead: submit.ok && submit.to === "awaiting_signature",
    blanks: blanks.length,
    blanksAsZero: listBlanksAsZero({ ...ofSection, carried }).length,
    nonZero: filled,
    mayBeNil: mayBeNil({ ...ofSection, carried }),
    findings: byNeed,
    explanations,
    errors: byNeed.errors.length,
    warnings: byNeed.warnings.length,
    explained: byNeed.explained.length,
    lastEvent: newest(events),
    returned: isBack ? newest(events.filter((event) => SENT_BACK_TYPES.includes(event.event.type))) : null,
    comments: isBack ? material.comments.filter((comment) => comment.submissionId === entry.id) : [],
  };
}

/** A unit's typed cells of all its sections, and its indicators. */
function figuresOf({ figures }: DeskMaterial, unitId: string): Figures {
  return Object.fromEntries(
    figures.flatMap(({ organisationId, cellKey, found }) => (organisationId === unitId ? [[cellKey, found]] : [])),
  );
}

function carriedOf({ cycle, previous }: DeskMaterial, unitId: string): Map<CellKey, DecimalText> {
  return carriedFrom({ format: cycle.format, year: cycle.year, previous: previous.get(unitId) ?? null });
}

function findingsOf(
  { cycle, paragraphs, indicators, previous, published, ledgers, ruleSettings }: DeskMaterial,
  { id, sectionId, organisationId, isOffice }: SubmissionEntry,
  outline: OutlineHeading[],
  figures: Figures,
): Finding[] {
  const ofUnit = (row: { organisationId: string }) => row.organisationId === organisationId;
  const ofSection = (row: { submissionId: string }) => row.submissionId === id;
  const bodies = new Map(paragraphs.filter(ofSection).map(({ headingKey, body }) => [headingKey, body]));
  return runChecks(
    subjectOfUnit({
      cycle,
      sectionId,
      isOffice,
      figures,
      paragraphs: Object.fromEntries(outline.map(({ key }) => [key, bodies.get(key) ?? ""])),
      outline,
      indicators:
        sectionId === "overview" ? indicators.filter((indicator) => isGivenBy(indicator, organisationId)) : [],
      previous: previous.get(organisationId) ?? null,
      ownReport: published.find(ofUnit)?.report.figures ?? null,
      ledger: ledgers.find(ofSection)?.counts ?? null,
      ruleSettings,
    }),
  );
}

/** The sections of the form that are none of the person's own. */
function listOthers({ cycle, outline, units }: DeskMaterial, own: ReadonlySet<SectionId>): Desk["others"] {
  const nameOf = new Map(units.map((unit) => [unit.id, unit.name]));
  return cycle.format.sections.flatMap(({ id }) => {
    if (own.has(id)) return [];
    const owners = new Set(outline.flatMap((heading) => (heading.sectionId === id ? heading.owners : [])));
    const [only] = owners;
    return [{ sectionId: id, unitName: owners.size === 1 && only ? (nameOf.get(only) ?? null) : null }];
  });
}

function openReminder(reminder: StoredEvent | null, entries: readonly SubmissionEntry[]): Desk["reminder"] {
  if (reminder?.event.type !== "unit_reminded") return null;
  const sectionIds = reminder.event.data.sections.filter((sectionId) =>
    entries.some((entry) => entry.sectionId === sectionId && !isHandedIn(entry)),
  );
  return sectionIds.length === 0 ? null : { at: reminder.at, by: reminder.actorName, sectionIds };
}
