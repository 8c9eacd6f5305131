import { randomUUID } from "node:crypto";
import { describe } from "vitest";
import { type Db, withActor } from "@/db/connect";
import { openWorkingDistrict, type WorkingDistrict } from "@/db/demo/open-working-district";
import { loadWorkingDistrict } from "@/db/demo/working-district";
import { getCycle } from "@/db/queries/cycles";
import { listUnitFigures } from "@/db/queries/figures";
import { getCycleReport } from "@/db/queries/reports";
import { listSubmissions } from "@/db/queries/submission-entries";
import { settleContradictions } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import type { SectionId } from "@/lib/domain/format";
import type { SubmissionEntry } from "@/lib/domain/submission";
import { changeCycleDates, closeCycle, reopenCycle } from "@/lib/services/change-cycle";
import { exemptUnit } from "@/lib/services/exempt-unit";
import { extendDueDate } from "@/lib/services/extend-due-date";
import { extendUnits } from "@/lib/services/extend-units";
import { openCycle } from "@/lib/services/open-cycle";
import { finaliseReport, publishReport } from "@/lib/services/release-report";

const NOW = new Date("2020-01-20T09:00:00+08:00");
const ask = () => ({ requestId: randomUUID() });
const setting = () => ({ now: NOW, passwordHash: "none", suffix: `·${randomUUID().slice(0, 8)}` });
const adminOf = (district: WorkingDistrict) => district.person("工委管委办公室管理员");

async function sectionsOf(db: Db, district: WorkingDistrict): Promise<SubmissionEntry[]> {
  const admin = adminOf(district);
  return withActor(db, admin, (tx) => listSubmissions(tx, { scope: admin.scope, cycleId: district.cycleId }));
}

async function sectionOf(
  db: Db,
  district: WorkingDistrict,
  unitName: string,
  sectionId: SectionId,
): Promise<SubmissionEntry> {
  const found = (await sectionsOf(db, district)).find(
    (entry) => entry.unitName === unitName && entry.sectionId === sectionId,
  );
  if (!found) throw new Error(`${unitName} has no section ${sectionId}`);
  return found;
}

async function publish(db: Db, district: WorkingDistrict): Promise<string> {
  const admin = adminOf(district);
  const of = { districtId: district.districtId, cycleId: district.cycleId };
  const report = await withActor(db, admin, (tx) => getCycleReport(tx, of));
  const reportId = report?.id ?? "";
  await settleContradictions(db, district);
  await finaliseReport(db, district.person("工委管委办公室统稿人"), { ...ask(), reportId }, NOW);
  await publishReport(db, district.person("工委管委办公室负责人"), { ...ask(), reportId }, NOW);
  return reportId;
}

describe("a year under way", () => {
  test("moves the dates of every section but those that were extended", async ({ db }) => {
    const district = await openWorkingDistrict(db, setting());
    const admin = adminOf(district);
    const extended = await sectionOf(db, district, "财政局", "requests");
    const longer = new Date("2020-02-10T00:00:00+08:00");
    const reason = "系统迁移";
    await extendDueDate(db, admin, { ...ask(), submissionId: extended.id, dueAt: longer, reason }, NOW);

    const tablesDueAt = new Date("2020-01-26T00:00:00+08:00");
    const cycle = await withActor(db, admin, (tx) =>
      getCycle(tx, { id: district.cycleId, districtId: district.districtId }),
    );
    const narrativeDueAt = cycle?.narrativeDueAt ?? NOW;
    await changeCycleDates(db, admin, { ...ask(), cycleId: district.cycleId, tablesDueAt, narrativeDueAt }, NOW);

    const sections = await sectionsOf(db, district);
    expect(sections.find((entry) => entry.id === extended.id)).toMatchObject({ dueAt: longer, isExtended: true });
    const others = sections.filter((entry) => entry.id !== extended.id);
    const isTable = (sectionId: SectionId) => ["active", "requests", "litigation"].includes(sectionId);
    expect(new Set(others.filter((entry) => isTable(entry.sectionId)).map((entry) => entry.dueAt.getTime()))).toEqual(
      new Set([tablesDueAt.getTime()]),
    );
    expect(new Set(others.filter((entry) => !isTable(entry.sectionId)).map((entry) => entry.dueAt.getTime()))).toEqual(
      new Set([narrativeDueAt.getTime()]),
    );
  });

  test("gives more time, never less, and only the administrator does", async ({ db }) => {
    const district = await openWorkingDistrict(db, setting());
    const section = await sectionOf(db, district, "财政局", "requests");
    const input = { submissionId: section.id, reason: "人员交接" };
    const before = new Date(section.dueAt.getTime() - 86_400_000);
    const later = new Date(section.dueAt.getTime() + 86_400_000);
    const extend = (dueAt: Date, now: Date) => extendDueDate(db, adminOf(district), { ...ask(), ...input, dueAt }, now);

    await expect(extend(section.dueAt, before)).rejects.toMatchObject({ code: "due_date_not_later" });
    await expect(extend(later, new Date(later.getTime() + 1))).rejects.toMatchObject({ code: "due_date_past" });
    const units = { cycleId: district.cycleId, organisationIds: [section.organisationId], reason: "人员交接" };
    await expect(
      extendUnits(db, adminOf(district), { ...ask(), ...units, dueAt: later }, new Date(later.getTime() + 1)),
    ).rejects.toMatchObject({ code: "due_date_past" });
    const dates = { cycleId: district.cycleId, tablesDueAt: before, narrativeDueAt: before };
    await expect(changeCycleDates(db, adminOf(district), { ...ask(), ...dates }, before)).rejects.toMatchObject({
      code: "due_date_past",
    });
    await expect(
      extendDueDate(db, district.person("财政局填报人"), { ...ask(), ...input, dueAt: later }, NOW),
    ).rejects.toMatchObject({ code: "not_permitted" });
  });

  test("a unit that is exempt is not waited for and cannot hand anything in", async ({ db }) => {
    const district = await openWorkingDistrict(db, setting());
    const admin = adminOf(district);
    const { organisationId } = await sectionOf(db, district, "财政局", "litigation");
    const unit = { cycleId: district.cycleId, organisationId };
    const desk = district.desk("finance");

    await exemptUnit(db, admin, { ...ask(), ...unit, reason: "机构改革，并入其他单位" }, NOW);
    await expect(desk.declareNil("litigation", NOW)).rejects.toMatchObject({ code: "unit_exempt" });

    await exemptUnit(db, admin, { ...ask(), ...unit, reason: "" }, NOW);
    await desk.declareNil("litigation", NOW);
    await desk.submit("litigation", NOW);
    await expect(exemptUnit(db, admin, { ...ask(), ...unit, reason: "机构改革" }, NOW)).rejects.toMatchObject({
      code: "unit_handed_in",
    });
  });

  test("closes once its report is published, and opens again with a reason", async ({ db }) => {
    const district = await loadWorkingDistrict(db, { ...setting(), isFinished: true });
    const admin = adminOf(district);
    const { cycleId } = district;
    await expect(closeCycle(db, admin, { ...ask(), cycleId }, NOW)).rejects.toMatchObject({
      code: "report_unpublished",
    });
    await publish(db, district);
    await closeCycle(db, admin, { ...ask(), cycleId }, NOW);

    const section = await sectionOf(db, district, "财政局", "requests");
    const later = new Date(section.dueAt.getTime() + 1);
    const extension = { submissionId: section.id, dueAt: later, reason: "更正" };
    await expect(extendDueDate(db, admin, { ...ask(), ...extension }, NOW)).rejects.toMatchObject({
      code: "cycle_closed",
    });
    await expect(closeCycle(db, admin, { ...ask(), cycleId }, NOW)).rejects.toMatchObject({ code: "cycle_closed" });

    await reopenCycle(db, admin, { ...ask(), cycleId, reason: "更正处罚件数" }, NOW);
    await expect(extendDueDate(db, admin, { ...ask(), ...extension }, NOW)).rejects.toMatchObject({
      code: "wrong_state",
    });
  });

  test("hands its closing figures, outline and indicators to the next one, tied to the published report", async ({
    db,
  }) => {
    const district = await loadWorkingDistrict(db, { ...setting(), isFinished: true });
    const admin = adminOf(district);
    const reportId = await publish(db, district);
    const due = new Date("2021-01-21T00:00:00+08:00");

    const { cycleId } = await openCycle(
      db,
      admin,
      { ...ask(), year: 2020, tablesDueAt: due, narrativeDueAt: due },
      NOW,
    );

    await withActor(db, admin, async (tx) => {
      const next = await getCycle(tx, { id: cycleId, districtId: district.districtId });
      expect(next).toMatchObject({ year: 2020, previousReportId: reportId, format: { id: "2019" } });
      const before = await listSubmissions(tx, { scope: admin.scope, cycleId: district.cycleId });
      const after = await listSubmissions(tx, { scope: admin.scope, cycleId });
      const nameOf = (entry: SubmissionEntry) => `${entry.unitName}·${entry.sectionId}`;
      expect(after.map(nameOf).sort()).toEqual(before.map(nameOf).sort());
      for (const unit of new Set(after.map((entry) => entry.organisationId))) {
        const closing = await listUnitFigures(tx, {
          scope: admin.scope,
          cycleId: district.cycleId,
          organisationId: unit,
        });
        const opening = await listUnitFigures(tx, { scope: admin.scope, cycleId, organisationId: unit });
        const carriedOut = closing.filter((cell) => cell.cellKey.startsWith("requests.carried_out."));
        expect(carriedOut).not.toHaveLength(0);
        expect(Object.fromEntries(opening.map((cell) => [cell.cellKey, cell.found]))).toEqual(
          Object.fromEntries(carriedOut.map((cell) => [cell.cellKey.replace("carried_out", "carried_in"), cell.found])),
        );
      }
    });
  });
});
