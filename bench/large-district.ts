import { randomUUID } from "node:crypto";
import { withActor } from "@/db/connect";
import { getActor } from "@/db/queries/sign-in";
import { listSubmissions } from "@/db/queries/submission-entries";
import type { Actor } from "@/lib/domain/access";
import type { SectionId } from "@/lib/domain/format";
import { listSectionCells } from "@/lib/domain/format-cells";
import { BUSY_DISTRICT } from "@/lib/domain/testing/busy-district";
import { formatForYear } from "@/lib/formats";
import { openCycle } from "@/lib/services/open-cycle";
import { createDistrict } from "@/lib/services/set-up";
import type { BenchDatabase } from "./with-database";

const YEAR = 2021;
const NOW = new Date("2022-01-06T09:00:00+08:00");
const DUE = new Date("2022-01-21T00:00:00+08:00");

export type LargeDistrict = {
  admin: Actor;
  /** With what the administrator signs in. */
  account: string;
  password: string;
  cycleId: string;
  /** How long it took to open the year. */
  openingMs: number;
  /** One section of every unit, filled in and ready to be submitted. */
  ready: { id: string; revision: number; clerk: Actor }[];
};

/** A district of many units: these tables approved, and one section that waits to be submitted. */
export async function buildLargeDistrict(
  { db, owner }: Pick<BenchDatabase, "db" | "owner">,
  units: number,
  approved: readonly SectionId[] = ["active", "requests"],
): Promise<LargeDistrict> {
  const names = Array.from({ length: units - 1 }, (_, index) => `大区第${index + 1}社区卫生服务中心`);
  const account = `admin-${randomUUID().slice(0, 8)}`;
  const password = randomUUID();
  const identity = await createDistrict(
    db,
    {
      districtName: `大区${account}`,
      officeName: "区政府办公室",
      units: names,
      adminName: account,
      adminAccount: account,
      password,
    },
    NOW,
  );
  const admin = await getActor(db, {
    districtId: identity.districtId,
    userId: identity.userId,
    sessionEpoch: 1,
    now: new Date(),
  });
  if (!admin) throw new Error("the administrator is not there");
  const input = { requestId: randomUUID(), year: YEAR, tablesDueAt: DUE, narrativeDueAt: DUE };
  const from = performance.now();
  const { cycleId } = await openCycle(db, admin, input, NOW);
  const openingMs = performance.now() - from;
  await approveTables({ owner }, admin, cycleId, approved);
  await fillIn({ owner }, admin, cycleId, "litigation");
  await owner.query("analyze");

  const entries = await withActor(db, admin, (tx) => listSubmissions(tx, { scope: admin.scope, cycleId }));
  const ready = entries
    .filter((entry) => entry.sectionId === "litigation")
    .map(({ id, revision, organisationId }) => ({ id, revision, clerk: clerkOf(admin, organisationId) }));
  return { admin, account, password, cycleId, openingMs, ready };
}

/** Somebody who fills in for the unit, known by the administrator's number: who it is makes no difference in time. */
function clerkOf(admin: Actor, organisationId: string): Actor {
  return {
    ...admin,
    memberships: [{ organisationId, role: "submitter" }],
    permissions: ["submission:fill", "submission:submit"],
    scope: { districtId: admin.districtId, units: [organisationId] },
  };
}

/** The typed cells of a section, as every unit of the district reports them. */
export function figuresOf(sectionId: SectionId): { key: string; value: string }[] {
  const format = formatForYear(YEAR);
  if (!format) throw new Error(`there is no form for ${YEAR}`);
  return listSectionCells(format, sectionId)
    .filter((cell) => !cell.sumOf)
    .map(({ key }) => ({ key, value: BUSY_DISTRICT[key] ?? "0" }));
}

async function approveTables(
  { owner }: Pick<BenchDatabase, "owner">,
  { districtId, userId }: Actor,
  cycleId: string,
  sections: readonly SectionId[],
): Promise<void> {
  for (const sectionId of sections) {
    const cells = figuresOf(sectionId);
    const figures = Object.fromEntries(cells.map(({ key, value }) => [key, value]));
    const content = JSON.stringify({ sectionId, figures, paragraphs: {} });
    await owner.query(
      `insert into versions (district_id, id, submission_id, cycle_id, organisation_id, number, content, content_hash,
         is_nil, receipt, submitted_by, submitted_by_name, submitted_at)
       select district_id, gen_random_uuid(), id, cycle_id, organisation_id, 1, $3, '', false, '', $4, '', $5
       from submissions where district_id = $1 and cycle_id = $2 and section_id = $6`,
      [districtId, cycleId, content, userId, NOW, sectionId],
    );
    const nonZero = cells.filter(({ value }) => value !== "0");
    await owner.query(
      `insert into version_figures (district_id, version_id, organisation_id, cell_key, value)
       select v.district_id, v.id, v.organisation_id, f.key, f.value
       from versions v join submissions s on s.district_id = v.district_id and s.id = v.submission_id
         cross join unnest($4::text[], $5::numeric[]) as f(key, value)
       where v.district_id = $1 and v.cycle_id = $2 and s.section_id = $3`,
      [districtId, cycleId, sectionId, nonZero.map(({ key }) => key), nonZero.map(({ value }) => value)],
    );
    await owner.query(
      `update submissions set state = 'approved', latest_version = 1, approved_version_id = v.id, approved_at = $4
       from versions v where v.district_id = submissions.district_id and v.submission_id = submissions.id
         and submissions.district_id = $1 and submissions.cycle_id = $2 and submissions.section_id = $3`,
      [districtId, cycleId, sectionId, NOW],
    );
  }
}

async function fillIn(
  { owner }: Pick<BenchDatabase, "owner">,
  { districtId, userId }: Actor,
  cycleId: string,
  sectionId: SectionId,
): Promise<void> {
  const cells = figuresOf(sectionId);
  await owner.query(
    `insert into figures (district_id, submission_id, organisation_id, cell_key, found, value, updated_by, updated_by_name, updated_at)
     select district_id, id, organisation_id, f.key, f.value, f.value::numeric, $4, '', $5
     from submissions cross join unnest($6::text[], $7::text[]) as f(key, value)
     where district_id = $1 and cycle_id = $2 and section_id = $3`,
    [districtId, cycleId, sectionId, userId, NOW, cells.map(({ key }) => key), cells.map(({ value }) => value)],
  );
  await owner.query(
    "update submissions set state = 'draft', revision = 1 where district_id = $1 and cycle_id = $2 and section_id = $3",
    [districtId, cycleId, sectionId],
  );
}
