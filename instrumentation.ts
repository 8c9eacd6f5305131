/** Next calls this once when a server process starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startFileJobs } = await import("@/lib/jobs/file-jobs");
  const { startDailyJobs } = await import("@/lib/jobs/daily-jobs");
  startFileJobs();
  startDailyJobs();
}
