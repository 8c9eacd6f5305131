import { type Db, withPublic } from "@/db/connect";
import { insertJob } from "@/db/queries/jobs";
import { listWaitingFiles } from "@/db/queries/kept-files";
import { deleteExpiredLimits } from "@/db/queries/rate-limits";
import { forgetNamedCalls } from "@/lib/services/kept-answer";
import { cleanUpMessages, distributeWaiting, makeDeliveries } from "@/lib/services/notify-people";
import { remindByPlan } from "@/lib/services/remind-by-plan";
import { sealFinishedDays } from "@/lib/services/seal-history";
import { cleanUpWebhookCalls } from "@/lib/services/tell-webhooks";

/** Queues the scheduled work; while it waits, another call adds nothing. */
export async function askForDailyWork(db: Db): Promise<void> {
  await withPublic(db, (tx) => insertJob(tx, { queue: "daily-work", key: "daily-work", data: {} }));
}

/**
 * What is due by itself, whoever asks and however often: the days that are over are sealed, old counters forgotten, files
 * whose job was lost with the processes that tried it are on the queue again, units are
 * reminded, and what waits to be told goes out.
 */
export async function doDailyWork(db: Db, options: { isMailSent: boolean }, now: Date): Promise<void> {
  await sealFinishedDays(db, now);
  await deleteExpiredLimits(db, { now });
  await withPublic(db, async (tx) => {
    for (const data of await listWaitingFiles(tx)) await insertJob(tx, { queue: "write-file", key: data.id, data });
  });
  await remindByPlan(db, now);
  await distributeWaiting(db, options, now);
  await makeDeliveries(db, now);
  await cleanUpMessages(db, now);
  await forgetNamedCalls(db, now);
  await cleanUpWebhookCalls(db, now);
}
