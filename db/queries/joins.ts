import { and, eq, type SQL } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { cycles, cycleUnits, organisations, submissions, takenReports, versions } from "@/db/schema";

/** Joins the unit of a submission as its year expects it: exempt, dissolved, at which place. */
export const cycleUnitOfSubmission = and(
  eq(cycleUnits.districtId, submissions.districtId),
  eq(cycleUnits.cycleId, submissions.cycleId),
  eq(cycleUnits.organisationId, submissions.organisationId),
);

/** Joins the organisation that a year expects as a unit. */
export const organisationOfCycleUnit = and(
  eq(organisations.districtId, cycleUnits.districtId),
  eq(organisations.id, cycleUnits.organisationId),
);

export const organisationOfSubmission = and(
  eq(organisations.districtId, submissions.districtId),
  eq(organisations.id, submissions.organisationId),
);

export const cycleOfSubmission = and(eq(cycles.districtId, submissions.districtId), eq(cycles.id, submissions.cycleId));

/** Joins the version that counts in the district's report. */
export const approvedVersionOfSubmission = and(
  eq(versions.districtId, submissions.districtId),
  eq(versions.id, submissions.approvedVersionId),
);

/** Joins the published report of a government below that a version was taken from, where it was. */
export const takenReportOfVersion = and(
  eq(takenReports.districtId, versions.districtId),
  eq(takenReports.id, versions.takenReportId),
);

/** What is told of it; null where the join found none. */
export const takenFromColumns = {
  reportId: takenReports.reportId,
  version: takenReports.version,
  hash: takenReports.documentHash,
};

/** Joins the submission that a row of another table belongs to. */
export function submissionOf(table: { districtId: PgColumn; submissionId: PgColumn }): SQL | undefined {
  return and(eq(submissions.districtId, table.districtId), eq(submissions.id, table.submissionId));
}
