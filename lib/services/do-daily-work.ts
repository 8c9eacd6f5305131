import type { Db } from "@/db/connect";
import { deleteExpiredLimits } from "@/db/queries/rate-limits";
import { sealFinishedDays } from "@/lib/services/seal-history";

/** What is due by itself, whoever asks and however often: the days that are over are sealed, old counters forgotten. */
export async function doDailyWork(db: Db, now: Date): Promise<void> {
  await sealFinishedDays(db, now);
  await deleteExpiredLimits(db, { now });
}
