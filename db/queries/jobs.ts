import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/connect";
import { deliveries, robots, users } from "@/db/schema";
import type { FailedJob, JobData, JobQueue } from "@/lib/domain/job";

/** Of jobs with the same `group` one is done at a time, where their queue says so. */
type NewJob<Queue extends JobQueue> = { key: string; data: JobData[Queue]; group?: string };

/**
 * Puts a job on its queue in the caller's transaction: it is there when, and only when, what it is about is. `key` names
 * the thing; asked for again while it waits or is being done, it is not put there twice.
 */
export async function insertJob<Queue extends JobQueue>(
  db: Db,
  params: { queue: Queue } & NewJob<Queue>,
): Promise<void> {
  await insertJobs(db, { queue: params.queue, jobs: [params] });
}

/** As `insertJob`, for any number of them at once. */
export async function insertJobs<Queue extends JobQueue>(
  db: Db,
  params: { queue: Queue; jobs: readonly NewJob<Queue>[] },
): Promise<void> {
  const jobs = JSON.stringify(params.jobs.map(({ key, data, group = null }) => ({ key, data, group })));
  await db.execute(sql`
    insert into pgboss.job (name, singleton_key, data, group_id, policy, retry_limit, retry_delay, retry_backoff,
      retry_delay_max, expire_seconds, heartbeat_seconds, deletion_seconds)
    select queue.name, job.key, job.data, job."group", queue.policy, queue.retry_limit, queue.retry_delay, queue.retry_backoff,
      queue.retry_delay_max, queue.expire_seconds, queue.heartbeat_seconds, queue.deletion_seconds
    from pgboss.queue, jsonb_to_recordset(${jobs}::jsonb) as job(key text, data jsonb, "group" text) where queue.name = ${params.queue}
    on conflict do nothing`);
}

/** As `insertJob`, where no job about it is left, in whatever state: for what was lost with the processes that tried it. */
export async function insertLostJob<Queue extends JobQueue>(
  db: Db,
  params: { queue: Queue; key: string; data: JobData[Queue] },
): Promise<void> {
  const { rows } = await db.execute(
    sql`select from pgboss.job where name = ${params.queue} and singleton_key = ${params.key} limit 1`,
  );
  if (rows.length === 0) await insertJob(db, params);
}

/** Matches jobs of the whole installation, and those of this district. */
const ofDistrict = (districtId: string) => sql`coalesce(data ->> 'districtId', ${districtId}) = ${districtId}`;

export async function countOpenJobs(
  db: Db,
  params: { districtId: string },
): Promise<{ waiting: number; active: number }> {
  const { rows } = await db.execute<{ waiting: number; active: number }>(sql`
    select count(*) filter (where state in ('created', 'retry'))::int as waiting,
      count(*) filter (where state = 'active')::int as active
    from pgboss.job where ${ofDistrict(params.districtId)}`);
  return rows[0] ?? { waiting: 0, active: 0 };
}

/** How many jobs failed at their last attempt, messages to people and groups apart from the rest. */
export async function countFailedJobs(
  db: Db,
  params: { districtId: string },
): Promise<{ messages: number; others: number }> {
  const { rows } = await db.execute<{ messages: number; others: number }>(sql`
    select count(*) filter (where name = 'send-delivery')::int as messages,
      count(*) filter (where name <> 'send-delivery')::int as others
    from pgboss.job where state = 'failed' and ${ofDistrict(params.districtId)}`);
  return rows[0] ?? { messages: 0, others: 0 };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Jobs that failed at their last attempt, newest first. */
export async function listFailedJobs(db: Db, params: { districtId: string; limit: number }): Promise<FailedJob[]> {
  const { rows } = await db.execute<{
    id: string;
    queue: FailedJob["queue"];
    failed_at: string;
    attempts: number;
    problem: string;
    about: string;
  }>(sql`
    select id, name as queue, completed_on as failed_at, retry_count + 1 as attempts,
      coalesce(output ->> 'message', '') as problem, coalesce(data ->> 'id', '') as about
    from pgboss.job where state = 'failed' and ${ofDistrict(params.districtId)}
    order by completed_on desc limit ${params.limit}`);
  const sent = rows
    .filter(({ queue, about }) => queue === "send-delivery" && UUID.test(about))
    .map(({ about }) => about);
  const recipients = await listRecipients(db, { districtId: params.districtId, deliveryIds: sent });
  return rows.map(({ id, queue, attempts, problem, about, failed_at: failedAt }) => ({
    ...{ id, queue, attempts, problem },
    recipient: recipients.get(about) ?? null,
    failedAt: new Date(failedAt),
  }));
}

/** Whom deliveries go to, a person or the robot of a group; those that are gone are left out. */
async function listRecipients(
  db: Db,
  params: { districtId: string; deliveryIds: readonly string[] },
): Promise<Map<string, string>> {
  if (params.deliveryIds.length === 0) return new Map();
  const rows = await db
    .select({ id: deliveries.id, user: users.name, robot: robots.name })
    .from(deliveries)
    .leftJoin(users, and(eq(users.districtId, deliveries.districtId), eq(users.id, deliveries.userId)))
    .leftJoin(robots, and(eq(robots.districtId, deliveries.districtId), eq(robots.id, deliveries.robotId)))
    .where(and(eq(deliveries.districtId, params.districtId), inArray(deliveries.id, [...params.deliveryIds])));
  return new Map(rows.map(({ id, user, robot }) => [id, user ?? robot ?? ""]));
}

/**
 * Puts a failed job on its queue again, once more than it may be tried otherwise. Gives what it is about; null when it
 * is not there, or did not fail.
 */
export async function reopenJob(
  db: Db,
  params: { districtId: string; id: string },
): Promise<{ queue: string; data: unknown } | null> {
  const { rows } = await db.execute<{ queue: string; data: unknown }>(sql`
    update pgboss.job as failed set state = 'retry', retry_limit = retry_limit + 1, completed_on = null, start_after = now()
    where id = ${params.id}::uuid and state = 'failed' and ${ofDistrict(params.districtId)}
      and not exists (select from pgboss.job as open where open.name = failed.name
        and open.singleton_key = failed.singleton_key and open.state in ('created', 'retry', 'active'))
    returning name as queue, data`);
  return rows[0] ?? null;
}

/** True when the district has such a job, in whatever state. */
export async function hasJob(db: Db, params: { districtId: string; id: string }): Promise<boolean> {
  const { rows } = await db.execute(
    sql`select from pgboss.job where id = ${params.id}::uuid and ${ofDistrict(params.districtId)}`,
  );
  return rows.length > 0;
}
