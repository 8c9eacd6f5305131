import { z } from "zod";

/** What the app does by itself, each kind in a queue of its own. A failed job is kept and can be tried again. */
export const JOB_QUEUES = {
  /** Writes a large file of a report. */
  "write-file": { retryLimit: 2, expireInSeconds: 15 * 60, keptDays: 90 },
  /** Distributes a notice to its recipients. */
  "tell-notice": { retryLimit: 10, expireInSeconds: 5 * 60, keptDays: 60 },
  /** Sends one message to one person; a server that is away for a night does not end it. */
  "send-delivery": { retryLimit: 40, expireInSeconds: 5 * 60, keptDays: 60 },
  /** Tells one address of another program what happened; one that is away for a night gets it in the morning. */
  "send-webhook": { retryLimit: 40, expireInSeconds: 2 * 60, keptDays: 60 },
  /** Seals the days that are over and clears what nobody needs any more. */
  "daily-work": { retryLimit: 5, expireInSeconds: 10 * 60, keptDays: 7 },
} as const;

export type JobQueue = keyof typeof JOB_QUEUES;

/** What each kind of job is about. */
export const JobDataSchema = {
  "write-file": z.object({ districtId: z.string(), id: z.string() }),
  "tell-notice": z.object({ districtId: z.string(), id: z.string() }),
  "send-delivery": z.object({ districtId: z.string(), id: z.string() }),
  "send-webhook": z.object({ districtId: z.string(), id: z.string() }),
  "daily-work": z.object({}),
} as const;
export type JobData = { [Queue in JobQueue]: z.output<(typeof JobDataSchema)[Queue]> };

export type Job<Queue extends JobQueue = JobQueue> = { data: JobData[Queue]; isLastAttempt: boolean };

/** A job that failed at its last attempt and waits for an administrator. */
export type FailedJob = {
  id: string;
  queue: JobQueue;
  failedAt: Date;
  attempts: number;
  problem: string;
  /** The recipient; null where the job has none. */
  recipient: string | null;
};

/** An error that a retry will not mend. */
export class FinalFailure extends Error {}
