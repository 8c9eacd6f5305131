import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { type JobRunner, type JobWork, runJobs } from "@/db/job-queue";
import { openGroups } from "@/lib/channels/group-channel";
import { postWebhook } from "@/lib/channels/post-webhook";
import { isDatabaseAway } from "@/lib/domain/outage";
import { env, mailEnv } from "@/lib/env";
import { openMail } from "@/lib/mail/smtp";
import { askForDailyWork, doDailyWork } from "@/lib/services/do-daily-work";
import { distributeNotice } from "@/lib/services/notify-people";
import { type Channels, sendDelivery } from "@/lib/services/send-delivery";
import { type PostCall, sendWebhook } from "@/lib/services/tell-webhooks";
import { writeKeptFile } from "@/lib/services/write-kept-file";
import { getDb } from "@/lib/web/database";
import { log } from "@/lib/web/log";

/** How often it is asked what is due; asked for by many processes at once it is done once. */
const LOOK_MS = 5 * 60_000;
/** The database may be away for a while; it is tried again. */
const PAUSE_MS = 5_000;
const QUIET_MS = 60_000;

const clock = () => new Date();

function channels(): Channels {
  const mail = mailEnv();
  const { NEXTAUTH_URL: origin, NEXTAUTH_SECRET: appSecret } = env();
  return { mail: mail && openMail({ ...mail, origin, clock }), group: openGroups({ origin, clock }), appSecret };
}

function webhooks() {
  const post: PostCall = (call, now) => postWebhook(call, { now });
  return { post, appSecret: env().NEXTAUTH_SECRET };
}

const WORK: JobWork = {
  "write-file": ({ data, isLastAttempt }) => writeKeptFile(getDb(), data, { isLastAttempt }),
  "tell-notice": ({ data }) => distributeNotice(getDb(), data, { isMailSent: mailEnv() !== null }, clock()),
  "send-delivery": ({ data }) => sendDelivery(getDb(), data, channels(), clock),
  "send-webhook": ({ data }) => sendWebhook(getDb(), data, webhooks(), clock),
  "daily-work": () => doDailyWork(getDb(), { isMailSent: mailEnv() !== null }, clock()),
};

let toldAt = Number.NEGATIVE_INFINITY;

/** Every second is asked for jobs: a database that is away is told of once a minute. */
function tell(error: unknown): void {
  const now = performance.now();
  if (isDatabaseAway(error) && now - toldAt < QUIET_MS) return;
  toldAt = now;
  log("error", "jobs", {}, error);
}

/** Takes jobs as long as the process runs, and asks for those that are due by the clock. */
export async function startJobs(): Promise<void> {
  const look = () => askForDailyWork(getDb()).catch(tell);
  const runner = await runUntilStarted();
  for (const event of ["SIGTERM", "message"] as const) {
    process.on(event, (said: unknown) => {
      if (said === "SIGTERM" || said === "retire") void runner.stop();
    });
  }
  void look();
  setInterval(() => void look(), LOOK_MS).unref();
}

async function runUntilStarted(): Promise<JobRunner> {
  for (;;) {
    try {
      return await runJobs(env().APP_DATABASE_URL, WORK, tell);
    } catch (error) {
      tell(error);
      await sleep(PAUSE_MS, undefined, { ref: false });
    }
  }
}
