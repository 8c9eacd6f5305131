import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Db } from "@/db/connect";
import { listUnits } from "@/db/queries/organisations";
import { insertProposedUnitReport, listProposedUnitReports } from "@/db/queries/unit-reports";
import type { Actor } from "@/lib/domain/access";
import type { ImportUnitReportInput } from "@/lib/domain/inputs/past-report";
import { isReportOf, mayTakeUnitReport } from "@/lib/domain/own-reports";
import { Refusal } from "@/lib/domain/refusal";
import { nameOrganisation } from "@/lib/domain/subject-of-interchange";
import { getFormat } from "@/lib/formats";
import { carryOut, type RecordEvent } from "@/lib/services/carry-out";
import { hashOf } from "@/lib/services/hash";
import { storeUnitReport } from "@/lib/services/store-unit-report";

const OutcomeSchema = z.enum(["taken", "proposed"]);
export type ImportOutcome = z.infer<typeof OutcomeSchema>;

/**
 * Takes in what a unit published itself for a year, by the unit or by the office. What it submits here is held against
 * it, and the year after starts from it where the unit did not report here. A later file of the same year replaces it.
 * A report that does not name the unit is only proposed, with the reason: a second person of the office lets it in.
 *
 * @throws Refusal not_permitted, not_found, other_body_unexplained with `body` and `unit` and other_body_waiting with
 * `year` and `who`
 */
export async function importUnitReport(
  db: Db,
  actor: Actor,
  input: ImportUnitReportInput,
  now: Date,
): Promise<ImportOutcome> {
  return carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const { organisationId, report } = input;
      if (!mayTakeUnitReport(actor, organisationId)) throw new Refusal("not_permitted");
      const unit = (await listUnits(tx, { districtId: actor.districtId })).find(
        (candidate) => candidate.id === organisationId,
      );
      if (!unit || !getFormat(report.format)) throw new Refusal("not_found");
      if (!isReportOf(report, { name: unit.name, districtName: actor.districtName })) {
        return proposeOtherBody(tx, actor, { ...input, unitName: unit.name }, now, record);
      }
      await storeUnitReport(tx, actor, { organisationId, report, importedBy: actor, other: null }, now, record);
      return "taken";
    },
    (kept) => OutcomeSchema.parse(kept),
  );
}

async function proposeOtherBody(
  tx: Db,
  actor: Actor,
  input: ImportUnitReportInput & { unitName: string },
  now: Date,
  record: RecordEvent,
): Promise<"proposed"> {
  const { organisationId, report, otherBodyReason: reason, unitName } = input;
  const { year, title } = report;
  const body = nameOrganisation(report);
  if (!reason) throw new Refusal("other_body_unexplained", { body: body || "none", unit: unitName });
  const hash = hashOf(report);
  const isNew = await insertProposedUnitReport(tx, {
    districtId: actor.districtId,
    id: randomUUID(),
    organisationId,
    year,
    title,
    body,
    reason,
    report,
    hash,
    proposedBy: actor.userId,
    proposedByName: actor.name,
    proposedAt: now,
  });
  if (!isNew) {
    const waiting = await listProposedUnitReports(tx, { scope: { ...actor.scope, units: [organisationId] } });
    const proposedByName = waiting.find((candidate) => candidate.year === year)?.proposedByName ?? "";
    throw new Refusal("other_body_waiting", { year: String(year), who: proposedByName });
  }
  await record({ organisationId }, { type: "unit_report_proposed", data: { year, title, body, hash, reason } });
  return "proposed";
}
