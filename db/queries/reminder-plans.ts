import { and, eq, isNull, notInArray, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { cycleOfSubmission, cycleUnitOfSubmission } from "@/db/queries/joins";
import { cycles, cycleUnits, reminderPlans, submissions } from "@/db/schema";
import type { Remindable, ReminderPlan } from "@/lib/domain/reminder";

const columns = { daysBefore: reminderPlans.daysBefore, isOverdueDaily: reminderPlans.isOverdueDaily };

/** Null where the district has the usual plan. */
export async function getReminderPlan(db: Db, params: { districtId: string }): Promise<ReminderPlan | null> {
  const rows = await db.select(columns).from(reminderPlans).where(eq(reminderPlans.districtId, params.districtId));
  return rows[0] ?? null;
}

export async function upsertReminderPlan(db: Db, params: { districtId: string; plan: ReminderPlan }): Promise<void> {
  const set = { daysBefore: [...params.plan.daysBefore], isOverdueDaily: params.plan.isOverdueDaily };
  await db
    .insert(reminderPlans)
    .values({ districtId: params.districtId, ...set })
    .onConflictDoUpdate({ target: reminderPlans.districtId, set });
}

/** Claims a day for the first process that asks, and returns the plan in force; null when the day was claimed before. */
export async function claimReminderDay(
  db: Db,
  params: { districtId: string; day: string; usual: ReminderPlan },
): Promise<ReminderPlan | null> {
  const { districtId, day, usual } = params;
  const rows = await db
    .insert(reminderPlans)
    .values({ districtId, daysBefore: [...usual.daysBefore], isOverdueDaily: usual.isOverdueDaily, doneOn: day })
    .onConflictDoUpdate({
      target: reminderPlans.districtId,
      set: { doneOn: day },
      setWhere: sql`${reminderPlans.doneOn} is distinct from ${day}::date`,
    })
    .returning(columns);
  return rows[0] ?? null;
}

/** Sections of open cycles that are not handed in, without those of units that need not report. */
export async function listUnsubmittedSections(db: Db, params: { districtId: string }): Promise<Remindable[]> {
  return db
    .select({
      cycleId: submissions.cycleId,
      organisationId: submissions.organisationId,
      sectionId: submissions.sectionId,
      state: submissions.state,
      dueAt: submissions.dueAt,
    })
    .from(submissions)
    .innerJoin(cycles, cycleOfSubmission)
    .innerJoin(cycleUnits, cycleUnitOfSubmission)
    .where(
      and(
        eq(submissions.districtId, params.districtId),
        eq(cycles.state, "open"),
        notInArray(submissions.state, ["submitted", "approved"]),
        isNull(cycleUnits.exemptReason),
        isNull(cycleUnits.dissolvedNote),
      ),
    )
    .orderBy(submissions.organisationId, submissions.dueAt, submissions.sectionId);
}
