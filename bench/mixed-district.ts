import { getActor } from "@/db/queries/sign-in";
import type { Actor } from "@/lib/domain/access";
import { buildLargeDistrict, type LargeDistrict } from "./large-district";
import type { BenchDatabase } from "./with-database";

/** A district in the middle of its year: units with their people, a part of the sections waiting or sent back. */
export async function buildMixedDistrict(database: BenchDatabase, units: number): Promise<LargeDistrict> {
  const district = await buildLargeDistrict(database, units);
  await addPeople(database, district);
  await submitEachFourth(database, district);
  await tellHistory(database, district);
  await database.owner.query("analyze");
  return district;
}

/** The same with nothing left to do: every section of every unit approved. */
export async function buildFinishedDistrict(database: BenchDatabase, units: number): Promise<LargeDistrict> {
  const district = await buildLargeDistrict(database, units);
  await addPeople(database, district);
  const { districtId, userId } = district.admin;
  const of = [districtId, district.cycleId, userId];
  await database.owner.query(
    `insert into versions (district_id, id, submission_id, cycle_id, organisation_id, number, content, content_hash,
       is_nil, receipt, submitted_by, submitted_by_name, submitted_at)
     select s.district_id, gen_random_uuid(), s.id, s.cycle_id, s.organisation_id, 1,
       jsonb_build_object('sectionId', s.section_id, 'figures', coalesce(f.figures, '{}'), 'paragraphs', '{}'::jsonb),
       '', false, '', $3, '', now()
     from submissions s left join lateral (
       select jsonb_object_agg(cell_key, found) as figures from figures f
       where f.district_id = s.district_id and f.submission_id = s.id) f on true
     where s.district_id = $1 and s.cycle_id = $2 and s.state <> 'approved'`,
    of,
  );
  await database.owner.query(
    `insert into version_figures (district_id, version_id, organisation_id, cell_key, value)
     select v.district_id, v.id, v.organisation_id, f.cell_key, f.value
     from versions v join figures f on f.district_id = v.district_id and f.submission_id = v.submission_id
     where v.district_id = $1 and v.cycle_id = $2 and f.value <> 0`,
    of.slice(0, 2),
  );
  await database.owner.query(
    `update submissions set state = 'approved', latest_version = 1, approved_version_id = v.id, approved_at = now()
     from versions v where v.district_id = submissions.district_id and v.submission_id = submissions.id
       and submissions.district_id = $1 and submissions.cycle_id = $2 and submissions.state <> 'approved'`,
    of.slice(0, 2),
  );
  await tellHistory(database, district);
  await database.owner.query("analyze");
  return district;
}

/** The administrator may do everything; every unit has somebody who fills in, and the office's may publish too. */
async function addPeople({ owner }: BenchDatabase, { admin, account }: LargeDistrict): Promise<void> {
  const { districtId, userId } = admin;
  await owner.query(
    `insert into memberships (district_id, id, user_id, organisation_id, role, from_at)
     select $1, gen_random_uuid(), $2, o.id, role, now()
     from organisations o cross join unnest(array['reviewer', 'editor', 'director', 'auditor']) as r(role)
     where o.district_id = $1 and o.kind = 'office'`,
    [districtId, userId],
  );
  await owner.query(
    `with taken as (
       insert into accounts (folded_account, account, district_id, user_id)
       select $2 || o.position, $2 || o.position, $1, o.id from organisations o
       where o.district_id = $1 and o.kind <> 'district'),
     added as (
       insert into users (district_id, id, account, folded_account, name, has_password, created_at)
       select $1, o.id, $2 || o.position, $2 || o.position, '填报人' || o.position, true, now()
       from organisations o where o.district_id = $1 and o.kind <> 'district'
       returning id)
     insert into memberships (district_id, id, user_id, organisation_id, role, from_at)
     select $1, gen_random_uuid(), id, id, 'submitter', now() from added`,
    [districtId, account],
  );
  await owner.query(
    `insert into memberships (district_id, id, user_id, organisation_id, role, from_at)
     select $1, gen_random_uuid(), o.id, o.id, 'director', now()
     from organisations o where o.district_id = $1 and o.kind = 'office'`,
    [districtId],
  );
}

/** The person of the office who did not finalise the report. */
export async function findDirector({ db, owner }: BenchDatabase, districtId: string): Promise<Actor | null> {
  const { rows } = await owner.query<{ id: string }>(
    "select id from organisations where district_id = $1 and kind = 'office'",
    [districtId],
  );
  return getActor(db, { districtId, userId: rows[0]?.id ?? "", sessionEpoch: 1, now: new Date() });
}

async function submitEachFourth({ owner }: BenchDatabase, { admin, cycleId }: LargeDistrict): Promise<void> {
  const { districtId } = admin;
  await owner.query(
    `insert into versions (district_id, id, submission_id, cycle_id, organisation_id, number, content, content_hash,
       is_nil, receipt, submitted_by, submitted_by_name, submitted_at)
     select s.district_id, gen_random_uuid(), s.id, s.cycle_id, s.organisation_id, 1,
       (select jsonb_build_object('sectionId', s.section_id, 'figures', jsonb_object_agg(cell_key, found),
          'paragraphs', '{}'::jsonb) from figures f where f.district_id = s.district_id and f.submission_id = s.id),
       '', false, '22-000-01-0000', s.organisation_id, '填报人', s.updated_at
     from submissions s join organisations o on o.district_id = s.district_id and o.id = s.organisation_id
     where s.district_id = $1 and s.cycle_id = $2 and s.section_id = 'litigation' and o.position % 4 = 0`,
    [districtId, cycleId],
  );
  await owner.query(
    `update submissions s set state = 'submitted', latest_version = 1, submitted_by = s.organisation_id,
       submitted_at = timestamptz '2022-01-07' + o.position * interval '1 minute'
     from organisations o where o.district_id = s.district_id and o.id = s.organisation_id
       and s.district_id = $1 and s.cycle_id = $2 and s.section_id = 'litigation' and o.position % 4 = 0`,
    [districtId, cycleId],
  );
}

/** Tells of what was submitted and approved, as the services would have. */
async function tellHistory({ owner }: BenchDatabase, { admin, cycleId }: LargeDistrict): Promise<void> {
  await owner.query(
    `insert into events (district_id, at, actor_id, actor_name, organisation_id, cycle_id, submission_id, type, data)
     select district_id, at, organisation_id, '填报人', organisation_id, cycle_id, id, type,
       case type when 'section_submitted'
         then jsonb_build_object('sectionId', section_id, 'version', 1, 'receipt', '22-000-01-0000', 'isNil', false,
             'hash', '', 'awaitsSignature', false, 'isLate', false)
         else jsonb_build_object('sectionId', section_id, 'version', 1) end
     from (
       select *, 'section_submitted' as type, coalesce(submitted_at, approved_at - interval '1 day') as at
       from submissions where latest_version > 0
       union all
       select *, 'submission_approved', approved_at from submissions where state = 'approved') as told
     where district_id = $1 and cycle_id = $2
     order by at`,
    [admin.districtId, cycleId],
  );
}
