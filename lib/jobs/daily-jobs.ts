import "server-only";
import { doDailyWork } from "@/lib/services/do-daily-work";
import { getDb } from "@/lib/web/database";

/** Each look finds out from the database what is due, so that any number of processes may look, and none must. */
const LOOK_MS = 5 * 60_000;

/** Looks at the start and as long as the app runs. */
export function startDailyJobs(): void {
  const look = () =>
    // The database may be away for a while; the next look finds it again.
    doDailyWork(getDb(), new Date()).catch((error: unknown) => console.error(error));
  void look();
  setInterval(() => void look(), LOOK_MS).unref();
}
