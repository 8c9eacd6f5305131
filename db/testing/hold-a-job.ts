import { runJobs } from "../job-queue";

// A process that takes a job and never ends it, for a test that kills it.
const held = () => new Promise<void>(() => undefined);
await runJobs(
  process.env.APP_URL ?? "",
  { "write-file": held, "tell-notice": held, "send-delivery": held, "send-webhook": held, "daily-work": held },
  () => undefined,
);
