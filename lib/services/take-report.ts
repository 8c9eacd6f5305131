import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Db } from "@/db/connect";
import { getCycleForUpdate } from "@/db/queries/cycles";
import { listChildGovernments } from "@/db/queries/governments";
import { listOutline } from "@/db/queries/outline-headings";
import { getPublicReport } from "@/db/queries/public-reports";
import { getEntryForUpdate } from "@/db/queries/submission-entries";
import { listUnitSubmissionsForUpdate } from "@/db/queries/submissions";
import { insertTakenReport, listTakenReports } from "@/db/queries/taken-reports";
import { type Actor, may } from "@/lib/domain/access";
import { type ChildGovernment, refuseOffer } from "@/lib/domain/child-report";
import type { Cycle } from "@/lib/domain/cycle";
import type { TakeReportInput } from "@/lib/domain/inputs/government";
import { Refusal } from "@/lib/domain/refusal";
import type { SubmissionEntry } from "@/lib/domain/submission";
import { carryOut } from "@/lib/services/carry-out";
import { documentHashOf } from "@/lib/services/release-report";
import { type ChildReport, type Taking, takeSection } from "@/lib/services/take-section";

/**
 * Takes over the report that a government below has published as what its unit submits: a version of each of its sections
 * whose figures or text are others than before. They wait for review like those of any unit; a section that says what the
 * approved version says stays approved, and one that was sent back comes again. Gives how many sections have a new version.
 *
 * @throws Refusal not_permitted, not_found, changed_meanwhile, report_taken, other_form with `form`, child_cells_unread
 * with `count`, hash_differs, and what `requireMove` refuses
 */
export async function takeReport(
  db: Db,
  actor: Actor,
  input: TakeReportInput,
  now: Date,
): Promise<{ sections: number }> {
  return carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "submission:review")) throw new Refusal("not_permitted");
      const { districtId } = actor;
      const cycle = await getCycleForUpdate(tx, { id: input.cycleId, districtId });
      const children = await listChildGovernments(tx, { districtId });
      const child = children.find(({ organisationId }) => organisationId === input.organisationId);
      if (!cycle || !child) throw new Refusal("not_found");
      const report = await requireOffered(tx, { cycle, child, input });
      const submissions = await lockSections(tx, actor, { cycle, child });
      const { takenReportId, isNew } = await storeTaken(tx, actor, { cycle, child, report, now });
      const outline = await listOutline(tx, { districtId, cycleId: cycle.id });
      const taking: Taking = { cycle, child, report, takenReportId, now };
      let sections = 0;
      for (const submission of submissions) {
        if (await takeSection(tx, actor, { ...taking, submission, outline }, record)) sections += 1;
      }
      if (sections === 0 && !isNew) throw new Refusal("report_taken");
      await record(
        { cycleId: cycle.id, organisationId: child.organisationId },
        {
          type: "report_taken",
          data: { title: report.title, version: report.version, hash: report.documentHash, sections },
        },
      );
      return { sections };
    },
    (kept) => z.object({ sections: z.number().int() }).parse(kept),
  );
}

/** The published report that was seen, if it still counts below and fills the form of the year here. */
async function requireOffered(
  tx: Db,
  { cycle, child, input }: { cycle: Cycle; child: ChildGovernment; input: TakeReportInput },
): Promise<ChildReport> {
  const report = await getPublicReport(tx, { id: input.reportId });
  if (report?.districtId !== child.districtId || report.year !== cycle.year) throw new Refusal("not_found");
  const { documentHash, publishedAt, document } = report;
  const computedHash = documentHashOf(document);
  const refusal = refuseOffer(report, { format: cycle.format, seenHash: input.documentHash, computedHash });
  if (refusal) throw refusal;
  if (!documentHash || !publishedAt) throw new Refusal("not_found");
  return { ...report, documentHash, publishedAt };
}

/** The row of what is taken over: one for each report, however often it is taken. */
async function storeTaken(
  tx: Db,
  actor: Actor,
  { cycle, child, report, now }: Omit<Taking, "takenReportId">,
): Promise<{ takenReportId: string; isNew: boolean }> {
  const id = randomUUID();
  const isNew = await insertTakenReport(tx, {
    districtId: actor.districtId,
    id,
    cycleId: cycle.id,
    organisationId: child.organisationId,
    reportId: report.id,
    version: report.version,
    title: report.title,
    documentHash: report.documentHash,
    publishedByName: report.publishedByName ?? "",
    publishedAt: report.publishedAt,
    takenBy: actor.userId,
    takenByName: actor.name,
    takenAt: now,
  });
  if (isNew) return { takenReportId: id, isNew };
  const before = await listTakenReports(tx, { districtId: actor.districtId, cycleId: cycle.id });
  const same = before.find(({ reportId }) => reportId === report.id);
  if (!same) throw new Refusal("changed_meanwhile");
  return { takenReportId: same.id, isNew };
}

/** The sections of the unit; a government that came after the year was opened has none. */
async function lockSections(
  tx: Db,
  { scope }: Actor,
  { cycle, child }: Pick<Taking, "cycle" | "child">,
): Promise<SubmissionEntry[]> {
  const of = { scope, cycleId: cycle.id, organisationId: child.organisationId };
  const entries = [];
  for (const { id } of await listUnitSubmissionsForUpdate(tx, of)) {
    const entry = await getEntryForUpdate(tx, { id, scope });
    if (entry) entries.push(entry);
  }
  if (entries.length === 0) throw new Refusal("not_found");
  return entries;
}
