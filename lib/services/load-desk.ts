import type { Db } from "@/db/connect";
import { listOpenComments } from "@/db/queries/comments";
import { listEvents, listLatestEvents } from "@/db/queries/events";
import { listExplainedFindings } from "@/db/queries/explanations";
import { listFiguresOfUnits } from "@/db/queries/figures";
import { listIndicators } from "@/db/queries/indicators";
import { listUnits } from "@/db/queries/organisations";
import { listOutline } from "@/db/queries/outline-headings";
import { listUnitParagraphs } from "@/db/queries/paragraphs";
import { getNewestSeal } from "@/db/queries/seals";
import { listSubmissions } from "@/db/queries/submissions";
import { listUnitReports } from "@/db/queries/unit-reports";
import { type Actor, unitsFilledBy } from "@/lib/domain/access";
import type { CheckSubject } from "@/lib/domain/check/finding";
import { runChecks } from "@/lib/domain/check/registry";
import { subjectOfUnit } from "@/lib/domain/check/subject";
import type { Cycle } from "@/lib/domain/cycle";
import { nextAct, orderTasks } from "@/lib/domain/desk";
import type { Desk, DeskTask, ToldEvent } from "@/lib/domain/desk-work";
import { TOLD_TYPES } from "@/lib/domain/desk-work";
import type { StoredEvent } from "@/lib/domain/events";
import { sortByNeed } from "@/lib/domain/explanation";
import { getSection } from "@/lib/domain/format-cells";
import { isHandedIn } from "@/lib/domain/progress";
import type { SubmissionEntry } from "@/lib/domain/submission";
import { loadPreviousOfUnit, SENT_BACK } from "@/lib/services/load-submission";

/** Everything on a person's desk: their units' sections, checked as they stand. The caller opened the transaction. */
export async function loadDesk(tx: Db, actor: Actor, cycle: Cycle): Promise<Desk> {
  const units = [...new Set(unitsFilledBy(actor))];
  const scope = { districtId: actor.districtId, units };
  const of = { scope, cycleId: cycle.id };
  if (units.length === 0) return { cycle, tasks: [], others: [], seal: null, reminder: null };

  const entries = await listSubmissions(tx, of);
  const submissionIds = entries.map((entry) => entry.id);
  const [
    outline,
    organisations,
    indicators,
    figures,
    paragraphs,
    comments,
    explained,
    events,
    reminders,
    published,
    seal,
    ...previous
  ] = await Promise.all([
    listOutline(tx, { districtId: actor.districtId, cycleId: cycle.id }),
    listUnits(tx, { districtId: actor.districtId }),
    listIndicators(tx, of),
    listFiguresOfUnits(tx, { ...of, organisationIds: units }),
    listUnitParagraphs(tx, { ...of, organisationIds: units }),
    listOpenComments(tx, { scope, submissionIds }),
    listExplainedFindings(tx, { scope, submissionIds }),
    listLatestEvents(tx, { scope, submissionIds, types: TOLD_TYPES }),
    listEvents(tx, { scope, filter: { cycleId: cycle.id, types: ["unit_reminded"] }, limit: 1 }),
    listUnitReports(tx, { scope, year: cycle.year }),
    getNewestSeal(tx, { districtId: actor.districtId }),
    ...units.map((organisationId) => loadPreviousOfUnit(tx, actor, { year: cycle.year, organisationId })),
  ]);
  const previousOf = new Map(
    units.map((unit, index): [string, CheckSubject["previous"]] => [unit, previous[index] ?? null]),
  );

  const tasks = entries.map((entry): DeskTask => {
    const own = outline.filter(
      (heading) => heading.sectionId === entry.sectionId && heading.owners.includes(entry.organisationId),
    );
    const written = new Map(
      paragraphs.flatMap((one) => (one.submissionId === entry.id ? [[one.headingKey, one.body] as const] : [])),
    );
    const findings = runChecks(
      subjectOfUnit({
        cycle,
        sectionId: entry.sectionId,
        isOffice: entry.isOffice,
        figures: Object.fromEntries(
          figures.flatMap((one) => (one.organisationId === entry.organisationId ? [[one.cellKey, one.found]] : [])),
        ),
        paragraphs: Object.fromEntries(own.map((heading) => [heading.key, written.get(heading.key) ?? ""])),
        outline: own,
        indicators:
          entry.sectionId === "overview" ? indicators.filter((one) => one.organisationId === entry.organisationId) : [],
        previous: previousOf.get(entry.organisationId) ?? null,
        ownReport: published.find((one) => one.organisationId === entry.organisationId)?.report.figures ?? null,
      }),
    );
    const reasons = new Set(explained.flatMap((one) => (one.submissionId === entry.id ? [one.findingId] : [])));
    const { errors, warnings, explained: settled } = sortByNeed(findings, reasons);
    const about = events.filter(isTold).filter((event) => event.submissionId === entry.id);
    const isSentBack = entry.returnReason !== null && (entry.state === "returned" || entry.state === "draft");
    return {
      ...entry,
      section: getSection(cycle.format, entry.sectionId),
      headings: own,
      act: nextAct(entry, actor),
      errors: errors.length,
      warnings: warnings.length,
      explained: settled.length,
      lastEvent: newest(about),
      returned: isSentBack ? newest(about.filter((event) => SENT_BACK.includes(event.event.type))) : null,
      comments: isSentBack ? comments.filter((comment) => comment.submissionId === entry.id) : [],
    };
  });

  const nameOf = new Map(organisations.map((unit) => [unit.id, unit.name]));
  const mine = new Set(tasks.map((task) => task.sectionId));
  return {
    cycle,
    tasks: orderTasks(tasks),
    others: cycle.format.sections.flatMap(({ id }) => {
      if (mine.has(id)) return [];
      const owners = new Set(outline.flatMap((heading) => (heading.sectionId === id ? heading.owners : [])));
      const [only] = owners;
      return [{ sectionId: id, unitName: owners.size === 1 && only ? (nameOf.get(only) ?? null) : null }];
    }),
    seal,
    reminder: openReminder(reminders[0], entries),
  };
}

function isTold(stored: StoredEvent): stored is ToldEvent {
  return TOLD_TYPES.some((type) => type === stored.event.type);
}

function openReminder(reminder: StoredEvent | undefined, entries: readonly SubmissionEntry[]): Desk["reminder"] {
  if (reminder?.event.type !== "unit_reminded") return null;
  const sectionIds = reminder.event.data.sections.filter((sectionId) =>
    entries.some((entry) => entry.sectionId === sectionId && !isHandedIn(entry)),
  );
  return sectionIds.length === 0 ? null : { at: reminder.at, by: reminder.actorName, sectionIds };
}

function newest(events: readonly ToldEvent[]): ToldEvent | null {
  return events.reduce<ToldEvent | null>((last, event) => (last && last.id > event.id ? last : event), null);
}
