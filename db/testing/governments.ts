import { randomUUID } from "node:crypto";
import { type Db, withActor } from "@/db/connect";
import { listChildGovernments } from "@/db/queries/governments";
import { getOffice } from "@/db/queries/offices";
import { listUnits } from "@/db/queries/organisations";
import { listPeople } from "@/db/queries/people";
import { getPublishedReport } from "@/db/queries/reports";
import { listSubmissions } from "@/db/queries/submission-entries";
import { actorOf, buildPerson, request, TEST_DUE, TEST_NOW } from "@/db/testing/builders";
import type { Actor } from "@/lib/domain/access";
import type { PublishedVersion } from "@/lib/domain/child-report";
import { listSectionCells } from "@/lib/domain/format-cells";
import type { GovernmentLevel } from "@/lib/domain/government-level";
import type { ReportWriting } from "@/lib/domain/report-work";
import { addGovernment } from "@/lib/services/add-government";
import { approveSubmission } from "@/lib/services/approve-submission";
import { explainFinding } from "@/lib/services/explain-finding";
import { explainReportFinding } from "@/lib/services/explain-report-finding";
import { loadReport } from "@/lib/services/load-report";
import { getSubmissionWork } from "@/lib/services/load-submission";
import { openCycle } from "@/lib/services/open-cycle";
import { finaliseReport, publishReport } from "@/lib/services/release-report";
import { saveFigures } from "@/lib/services/save-figures";
import { saveParagraph } from "@/lib/services/save-paragraph";
import { createDistrict } from "@/lib/services/set-up";
import { submitSection } from "@/lib/services/submit-section";

export const TEST_YEAR = 2019;

/** A government with the people of its office; the office and each unit are filled in by `clerk`s. */
export type TestGovernment = {
  districtId: string;
  name: string;
  admin: Actor;
  reviewer: Actor;
  editor: Actor;
  director: Actor;
  /** By the name of the unit. */
  clerks: ReadonlyMap<string, Actor>;
  cycleId: string;
};

/** Cells other than zero. */
type TestFigures = Readonly<Record<string, string>>;

const mark = () => randomUUID().slice(0, 8);

/** The government at the top, with its people and units, before any year. */
export async function buildTopGovernment(
  db: Db,
  name: string,
  units: readonly string[] = [],
): Promise<Omit<TestGovernment, "cycleId">> {
  const districtName = `${name}${mark()}`;
  const people = { adminName: "管理员", adminAccount: `admin-${mark()}`, password: "correct horse battery" };
  const identity = await createDistrict(db, { districtName, officeName: "政府办公室", units, ...people }, TEST_NOW);
  return staffGovernment(db, await actorOf(db, identity, 1));
}

/** A government that another one sets up below itself, with its people. */
export async function buildGovernmentBelow(
  db: Db,
  above: Pick<TestGovernment, "admin">,
  of: { name: string; level: GovernmentLevel },
): Promise<Omit<TestGovernment, "cycleId"> & { code: string; organisationId: string }> {
  const name = `${of.name}${mark()}`;
  const input = { ...of, name, officeName: "政府办公室", adminName: "管理员", adminAccount: `admin-${mark()}` };
  const { code } = await addGovernment(db, above.admin, { ...request(), ...input }, TEST_NOW);
  const children = await withActor(db, above.admin, (tx) =>
    listChildGovernments(tx, { districtId: above.admin.districtId }),
  );
  const child = children.find((candidate) => candidate.name === name);
  if (!child || !code) throw new Error(`${name} was not set up`);
  const { districtId, organisationId } = child;
  const scope = { districtId, units: "all" as const };
  const [admin] = await withActor(db, { userId: randomUUID(), scope }, (tx) =>
    listPeople(tx, { districtId, now: TEST_NOW }),
  );
  if (!admin) throw new Error(`${name} has no administrator`);
  const staffed = await staffGovernment(db, await actorOf(db, { districtId, userId: admin.id }, 1));
  return { ...staffed, code, organisationId };
}

async function staffGovernment(db: Db, admin: Actor): Promise<Omit<TestGovernment, "cycleId">> {
  const { districtId, districtName: name } = admin;
  const [units, office] = await withActor(db, admin, (tx) =>
    Promise.all([listUnits(tx, { districtId }), getOffice(tx, { districtId })]),
  );
  if (!office) throw new Error(`${name} has no office`);
  const of = { organisationId: office.id };
  const reviewer = await buildPerson(db, admin, { ...of, name: "审核人", role: "reviewer" });
  const editor = await buildPerson(db, admin, { ...of, name: "统稿人", role: "editor" });
  const director = await buildPerson(db, admin, { ...of, name: "负责人", role: "director" });
  const clerks = new Map<string, Actor>();
  for (const unit of units) {
    if (unit.kind === "government") continue;
    const clerk = { name: `${unit.name}填报人`, organisationId: unit.id, role: "submitter" as const };
    clerks.set(unit.name, await buildPerson(db, admin, clerk));
  }
  return { districtId, name, admin, reviewer, editor, director, clerks };
}

/** Opens the year of the tests. */
export async function openTestYear<Staffed extends Omit<TestGovernment, "cycleId">>(
  db: Db,
  government: Staffed,
): Promise<Staffed & { cycleId: string }> {
  const dates = { tablesDueAt: TEST_DUE, narrativeDueAt: TEST_DUE };
  const { cycleId } = await openCycle(db, government.admin, { ...request(), year: TEST_YEAR, ...dates }, TEST_NOW);
  return { ...government, cycleId };
}

/** Fills in, submits and approves what a unit reports. */
export async function reportUnit(
  db: Db,
  government: TestGovernment,
  unitName: string,
  figures: TestFigures,
): Promise<void> {
  const clerk = government.clerks.get(unitName);
  if (!clerk) throw new Error(`nobody fills in for ${unitName}`);
  const { scope } = clerk;
  const sections = await withActor(db, clerk, (tx) => listSubmissions(tx, { scope, cycleId: government.cycleId }));
  for (const { id, state } of sections) {
    if (state === "submitted" || state === "approved") continue;
    await fillSection(db, clerk, id, figures);
    await submitAsItStands(db, clerk, id);
  }
  await approveAll(db, government);
}

async function fillSection(db: Db, clerk: Actor, submissionId: string, figures: TestFigures): Promise<void> {
  const work = await loadWork(db, clerk, submissionId);
  const { cycle, submission, values, outline } = work;
  const cells = listSectionCells(cycle.format, submission.sectionId).filter((cell) => !cell.sumOf);
  const changes = cells
    .map(({ key }) => ({ cellKey: key, seen: values[key] ?? null, value: figures[key] ?? "0" }))
    .filter(({ seen, value }) => seen !== value);
  if (changes.length > 0) await saveFigures(db, clerk, { ...request(), submissionId, changes }, TEST_NOW);
  for (const { key: headingKey, title } of outline) {
    const text = { headingKey, seen: "", value: `${title}工作按要求开展。本年度没有收取信息处理费。` };
    await saveParagraph(db, clerk, { ...request(), submissionId, ...text }, TEST_NOW);
  }
}

async function submitAsItStands(db: Db, clerk: Actor, submissionId: string): Promise<void> {
  const { findings, submission } = await loadWork(db, clerk, submissionId);
  for (const { id: findingId, severity } of findings) {
    if (severity !== "warning") continue;
    await explainFinding(db, clerk, { ...request(), submissionId, findingId, body: "已经核对" }, TEST_NOW);
  }
  const { revision: expectedRevision } = submission;
  await submitSection(db, clerk, { ...request(), submissionId, expectedRevision }, TEST_NOW);
}

async function loadWork(db: Db, actor: Actor, submissionId: string) {
  const work = await withActor(db, actor, (tx) => getSubmissionWork(tx, actor, submissionId));
  if (!work) throw new Error("no such section");
  return work;
}

/** Approves every section that waits. */
export async function approveAll(db: Db, { reviewer, cycleId }: TestGovernment): Promise<void> {
  const { scope } = reviewer;
  const sections = await withActor(db, reviewer, (tx) => listSubmissions(tx, { scope, cycleId }));
  for (const { id: submissionId, revision: expectedRevision, state } of sections) {
    if (state !== "submitted") continue;
    await approveSubmission(db, reviewer, { ...request(), submissionId, expectedRevision }, TEST_NOW);
  }
}

/** Explains what is still a warning of the year's report. */
export async function explainReport(db: Db, { editor, cycleId }: TestGovernment): Promise<ReportWriting> {
  const work = await loadReport(db, editor, { cycleId }, TEST_NOW);
  if (!work) throw new Error("no report");
  for (const { id: findingId, severity } of work.findings) {
    if (severity !== "warning") continue;
    await explainReportFinding(db, editor, { ...request(), cycleId, findingId, body: "已经核对" }, TEST_NOW);
  }
  return work;
}

/** Finalises and publishes the year's report as it stands; every section is approved. */
export async function publishTestReport(db: Db, government: TestGovernment): Promise<PublishedVersion> {
  const { editor, director, districtId } = government;
  const work = await explainReport(db, government);
  const of = { reportId: work.report.id };
  await finaliseReport(db, editor, { ...request(), ...of }, TEST_NOW);
  await publishReport(db, director, { ...request(), ...of }, TEST_NOW);
  const published = await withActor(db, director, (tx) => getPublishedReport(tx, { districtId, year: TEST_YEAR }));
  if (!published?.documentHash || !published.publishedAt) throw new Error("the report was not published");
  const { id: reportId, version, title, documentHash, publishedByName, publishedAt } = published;
  return { reportId, version, title, documentHash, publishedByName: publishedByName ?? "", publishedAt };
}
