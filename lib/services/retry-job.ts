import type { Db } from "@/db/connect";
import { hasJob, reopenJob } from "@/db/queries/jobs";
import { reopenKeptFile } from "@/db/queries/kept-files";
import { type Actor, may } from "@/lib/domain/access";
import type { RetryJobInput } from "@/lib/domain/inputs/operation";
import { JobDataSchema } from "@/lib/domain/job";
import { Refusal } from "@/lib/domain/refusal";
import { carryOut, withoutResult } from "@/lib/services/carry-out";

/**
 * Lets a job that failed at the last be tried once more, when its cause is mended.
 *
 * @throws Refusal not_permitted, not_found, changed_meanwhile
 */
export async function retryJob(db: Db, actor: Actor, input: RetryJobInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx) => {
      if (!may(actor, "cycle:manage")) throw new Refusal("not_permitted");
      const jobKey = { districtId: actor.districtId, id: input.jobId };
      if (!(await hasJob(tx, jobKey))) throw new Refusal("not_found");
      const job = await reopenJob(tx, jobKey);
      if (!job) throw new Refusal("changed_meanwhile", { move: "unknown" });
      if (job.queue === "write-file") await reopenKeptFile(tx, JobDataSchema["write-file"].parse(job.data));
    },
    withoutResult,
  );
}
