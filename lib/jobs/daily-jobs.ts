import "server-only";
import { getDb } from "@/db/client";
import { deleteExpiredLimits } from "@/db/queries/rate-limits";
import { sealFinishedDays } from "@/lib/services/seal-history";

/** Each look finds out from the database what is due, so that any number of processes may look, and none must. */
const LOOK_MS = 5 * 60_000;

/** What the app does by itself: seals the day before, and forgets counters whose time is over. */
async function doWhatIsDue(now: Date): Promise<void> {
  await sealFinishedDays(getDb(), now);
  await deleteExpiredLimits(getDb(), { now });
}

/** Looks at the start and as long as the app runs. */
export function startDailyJobs(): void {
  const look = () =>
    // The database may be away for a while; the next look finds it again.
    doWhatIsDue(new Date()).catch((error: unknown) => console.error(error));
  void look();
  setInterval(() => void look(), LOOK_MS).unref();
}
