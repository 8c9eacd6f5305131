import { Client, escapeIdentifier } from "pg";
import { PgBoss } from "pg-boss";
import { FinalFailure, JOB_QUEUES, type Job, type JobData, type JobQueue } from "../lib/domain/job";
import { LONGEST_ANSWER_MS } from "./connect";
import { openPool } from "./pool";

/** The queue's tables, which are pg-boss's own, lie in a schema of this name. */
const SCHEMA = "pgboss";
/** A process without a heartbeat for this long loses its job; the shortest time that pg-boss allows. */
const HEARTBEAT_SECONDS = 10;
const LOOK_SECONDS = 5;
const FIRST_RETRY_SECONDS = 5;
/** The pauses double up to this. */
const LONGEST_RETRY_SECONDS = 1800;
/** The key of the advisory lock on granting rights, the same in every process. */
const GRANT_LOCK = 2_019_604_540;
const DAY_SECONDS = 86_400;

/** What neither side of the queue does: statements that only the owner may run, and tables of figures nobody reads. */
const QUIET = { schema: SCHEMA, schedule: false, reindex: false, monitorVacuum: false, registerInstance: false };

const TAKING = { includeMetadata: true, pollingIntervalSeconds: 1 } as const;

/** Several addresses are told at a time, each one thing after the other: one that does not answer holds up its own alone. */
const AT_ONCE: Partial<Record<JobQueue, { localConcurrency: number; groupConcurrency: number }>> = {
  "send-webhook": { localConcurrency: 4, groupConcurrency: 1 },
};

/** Brings the queue's tables up to date as the database's owner, and lets the app's role use them. */
export async function prepareJobQueue(ownerUrl: string, appRole: string): Promise<void> {
  const boss = new PgBoss({ ...QUIET, connectionString: ownerUrl, max: 1, supervise: false });
  boss.on("error", () => undefined);
  await boss.start();
  try {
    for (const [name, { retryLimit, expireInSeconds, keptDays }] of Object.entries(JOB_QUEUES)) {
      const options = {
        retryLimit,
        retryDelay: FIRST_RETRY_SECONDS,
        retryBackoff: true,
        retryDelayMax: LONGEST_RETRY_SECONDS,
        expireInSeconds,
        heartbeatSeconds: HEARTBEAT_SECONDS,
        deleteAfterSeconds: keptDays * DAY_SECONDS,
      };
      // The same thing is asked for once, however many ask while it waits or is being done.
      await boss.createQueue(name, { ...options, policy: "exclusive" });
      await boss.updateQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  await grantTo(ownerUrl, appRole);
}

async function grantTo(ownerUrl: string, appRole: string): Promise<void> {
  const role = escapeIdentifier(appRole);
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    // Processes that start at the same time would conflict in the system catalogue.
    await client.query("select pg_advisory_xact_lock($1)", [GRANT_LOCK]);
    // Another login may have been named for the app since.
    await client.query(`
      do $former$
      declare former text;
      begin
        for former in select distinct r.rolname from pg_namespace n, aclexplode(n.nspacl) a join pg_roles r on r.oid = a.grantee
          where n.nspname = '${SCHEMA}' and a.grantee <> n.nspowner
        loop
          execute format('revoke all on schema ${SCHEMA} from %I', former);
          execute format('revoke all on all tables in schema ${SCHEMA} from %I', former);
        end loop;
      end $former$`);
    await client.query(`grant usage on schema ${SCHEMA} to ${role}`);
    await client.query(`grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${role}`);
    await client.query(`grant usage on all sequences in schema ${SCHEMA} to ${role}`);
    await client.query(`grant execute on all functions in schema ${SCHEMA} to ${role}`);
    await client.query("commit");
  } finally {
    await client.end();
  }
}

export type JobWork = { [Queue in JobQueue]: (job: Job<Queue>) => Promise<void> };

export type JobRunner = { stop(): Promise<void> };

/**
 * Takes jobs as the app's role and does them one at a time, webhooks a few at a time. Any number of processes may do so: each job is one's, and
 * one whose process dies is another's when it has not been heard of for ten seconds.
 */
export async function runJobs(url: string, work: JobWork, onError: (error: Error) => void): Promise<JobRunner> {
  // Without names for statements: some hold several.
  const pool = openPool(url, { max: 2, isPooled: true, patienceMs: LONGEST_ANSWER_MS });
  const boss = new PgBoss({
    ...QUIET,
    db: { executeSql: (text, values) => pool.query(text, values) },
    migrate: false,
    supervise: true,
    superviseIntervalSeconds: LOOK_SECONDS,
    monitorIntervalSeconds: LOOK_SECONDS,
  });
  boss.on("error", onError);
  await boss.start();
  const take = <Queue extends JobQueue>(name: Queue) =>
    boss.work<JobData[Queue], void, typeof TAKING>(name, { ...TAKING, ...AT_ONCE[name] }, async ([job]) => {
      if (!job) return;
      try {
        await work[name]({ data: job.data, isLastAttempt: job.retryCount >= job.retryLimit });
      } catch (error) {
        if (error instanceof FinalFailure) {
          await pool.query(`update ${SCHEMA}.job set retry_limit = retry_count where name = $1 and id = $2`, [
            name,
            job.id,
          ]);
        }
        onError(new Error(`job ${name} ${job.id} failed, attempt ${job.retryCount + 1}`, { cause: error }));
        throw error;
      }
    });
  await take("write-file");
  await take("tell-notice");
  await take("send-delivery");
  await take("send-webhook");
  await take("daily-work");
  return {
    async stop() {
      await boss.stop({ graceful: true, timeout: 5_000 });
      await pool.end();
    },
  };
}
