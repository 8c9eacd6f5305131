"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { RetryJobSchema } from "@/lib/domain/inputs/operation";
import { retryJob } from "@/lib/services/retry-job";
import { getDb } from "@/lib/web/database";
import { formAction } from "@/lib/web/form-action";
import { routes } from "@/lib/web/routes";

export const retryJobAction = formAction(RetryJobSchema, async (actor, input, now) => {
  await retryJob(getDb(), actor, input, now);
  revalidatePath(routes.operation());
  // The job leaves the list of those that failed: what was done is said above it.
  redirect(routes.operation({ retried: "1" }));
});
