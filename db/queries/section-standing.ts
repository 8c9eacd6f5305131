import { and, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { cycleUnits, submissions } from "@/db/schema";
import type { Scope } from "@/lib/domain/access";
import type { ProgressFilter } from "@/lib/domain/progress";

/** One year of one district, as far as somebody sees it. */
export type CycleInScope = { scope: Scope; cycleId: string };

const isHandedIn = inArray(submissions.state, ["submitted", "approved"]);

/** A section counts while its unit is asked; of a unit that was dissolved meanwhile, what it had handed in. */
export const isCounted = and(isNull(cycleUnits.exemptReason), or(isNull(cycleUnits.dissolvedNote), isHandedIn));

/** Matches sections that are not handed in although they were due. */
export function isLateAt(now: Date): SQL {
  return sql`(${submissions.state} not in ('submitted', 'approved') and ${submissions.dueAt} <= ${now.toISOString()}::timestamptz)`;
}

/** Matches the sections that a filter of the overview asks for. */
export function standsAs(filter: ProgressFilter, now: Date): SQL {
  if (filter === "waiting") return sql`${submissions.state} = 'submitted'`;
  if (filter === "late") return isLateAt(now);
  if (filter === "open") return sql`${submissions.state} not in ('submitted', 'approved')`;
  return filter === "all" ? sql`true` : sql`${submissions.state} = 'approved'`;
}
