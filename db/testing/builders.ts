import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { type Db, withActor } from "@/db/connect";
import { openWorkingDistrict, type WorkingDistrict } from "@/db/demo/open-working-district";
import { loadWorkingDistrict } from "@/db/demo/working-district";
import { insertJob } from "@/db/queries/jobs";
import { getOffice } from "@/db/queries/offices";
import { listUnits } from "@/db/queries/organisations";
import { listPeople } from "@/db/queries/people";
import { getActor } from "@/db/queries/sign-in";
import type { Actor, Role } from "@/lib/domain/access";
import { addPerson } from "@/lib/services/add-person";
import { explainReportFinding } from "@/lib/services/explain-report-finding";
import { loadReport } from "@/lib/services/load-report";
import { saveReportText } from "@/lib/services/save-report-text";
import { createDistrict } from "@/lib/services/set-up";

/** Nobody signs in with it: tests act as the people the builder gives. */
const UNUSABLE_PASSWORD = "none";

/** The moment at which tests begin; each names its later ones itself. */
export const TEST_NOW = new Date("2020-01-06T09:00:00+08:00");

/** A due date that lies ahead then, for what is given back to its unit. */
export const TEST_DUE = new Date("2020-01-15T16:00:00Z");

export type TestDistrict = {
  admin: Actor;
  officeId: string;
  /** Ids of the reporting units by name, the office left out. */
  unitIds: Readonly<Record<string, string>>;
};

/** A district of its own with an office, units and an administrator, made as people make one. */
export async function buildDistrict(db: Db, units: readonly string[] = ["财政局", "应急局"]): Promise<TestDistrict> {
  const mark = randomUUID().slice(0, 8);
  const identity = await createDistrict(
    db,
    {
      districtName: `测试区${mark}`,
      officeName: "区政府办公室",
      units,
      adminName: "管理员",
      adminAccount: `admin-${mark}`,
      password: "correct horse battery",
    },
    TEST_NOW,
  );
  const admin = await actorOf(db, identity, 1);
  return withActor(db, admin, async (tx) => {
    const office = await getOffice(tx, { districtId: admin.districtId });
    const all = await listUnits(tx, { districtId: admin.districtId });
    if (!office) throw new Error("the district has no office");
    return {
      admin,
      officeId: office.id,
      unitIds: Object.fromEntries(all.flatMap((unit) => (unit.id === office.id ? [] : [[unit.name, unit.id]]))),
    };
  });
}

/** A person with one role, and what they may do. */
export async function buildPerson(
  db: Db,
  admin: Actor,
  person: { name: string; organisationId: string; role: Role },
): Promise<Actor> {
  const account = `${person.name}-${randomUUID().slice(0, 8)}`;
  await addPerson(db, admin, { requestId: randomUUID(), account, ...person }, TEST_NOW);
  const people = await withActor(db, admin, (tx) => listPeople(tx, { districtId: admin.districtId, now: TEST_NOW }));
  const added = people.find((person) => person.account === account);
  if (!added) throw new Error(`${account} was not added`);
  return actorOf(db, { districtId: admin.districtId, userId: added.id }, 1);
}

/** The person as a request at `now` would know them. */
export async function actorOf(
  db: Db,
  person: { districtId: string; userId: string },
  sessionEpoch: number,
  now = new Date("2030-01-01"),
): Promise<Actor> {
  const actor = await getActor(db, { districtId: person.districtId, userId: person.userId, sessionEpoch, now });
  if (!actor) throw new Error("this session is not valid");
  return actor;
}

/** A district of eight units with an open year in which nothing is filled in yet. */
export function buildOpenDistrict(db: Db): Promise<WorkingDistrict> {
  return openWorkingDistrict(db, { now: TEST_NOW, passwordHash: UNUSABLE_PASSWORD, suffix: districtSuffix() });
}

/** The same with every section approved, so that the report can be composed. */
export function buildFinishedDistrict(db: Db): Promise<WorkingDistrict> {
  return loadWorkingDistrict(db, {
    now: TEST_NOW,
    passwordHash: UNUSABLE_PASSWORD,
    suffix: districtSuffix(),
    isFinished: true,
  });
}

/** A district in the midst of its work: units in every state. */
export function buildWorkingDistrict(db: Db): Promise<WorkingDistrict> {
  return loadWorkingDistrict(db, {
    now: TEST_NOW,
    passwordHash: UNUSABLE_PASSWORD,
    suffix: districtSuffix(),
    isFinished: false,
  });
}

/** A fresh request, as a form sends it. */
export function request(): { requestId: string } {
  return { requestId: randomUUID() };
}

function districtSuffix(): string {
  return `·${randomUUID().slice(0, 8)}`;
}

/** Puts the district's own sentence in place of the published one that contradicts its table, as the editor would. */
export async function correctText(db: Db, district: WorkingDistrict): Promise<void> {
  const value =
    "在政务服务平台发布行政许可223条，处理决定5228件，行政处罚净增5条，处理决定17件。本年度发生政府集中采购数量597件，金额1098.26万元。";
  const editor = district.person("工委管委办公室统稿人");
  const input = { ...request(), cycleId: district.cycleId, headingKey: "disclosure", seen: null, value };
  await saveReportText(db, editor, input, TEST_NOW);
}

/** The same, with a reason for each warning that stands: the report can then be finalised. */
export async function settleContradictions(db: Db, district: WorkingDistrict): Promise<void> {
  await correctText(db, district);
  const editor = district.person("工委管委办公室统稿人");
  const work = await loadReport(db, editor, { cycleId: district.cycleId }, TEST_NOW);
  for (const { id, severity } of work?.findings ?? []) {
    if (severity !== "warning") continue;
    const reason = { ...request(), cycleId: district.cycleId, findingId: id, body: "这方面今年没有新的工作" };
    await explainReportFinding(db, editor, reason, TEST_NOW);
  }
}

/** A job of the district that failed at the last; its id. */
export async function buildFailedJob(db: Db, districtId: string): Promise<string> {
  const id = randomUUID();
  await insertJob(db, { queue: "write-file", key: id, data: { districtId, id } });
  const { rows } = await db.execute<{ id: string }>(sql`
    update pgboss.job set state = 'failed', completed_on = now(), retry_count = 2, output = '{"message": "no room"}'
    where singleton_key = ${id} returning id`);
  return rows[0]?.id ?? "";
}
