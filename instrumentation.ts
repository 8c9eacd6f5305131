import type { Instrumentation } from "next";
import { isOutage } from "@/lib/domain/outage";
import { isUnreadableForm } from "@/lib/web/request-fault";
import { requestScope } from "@/lib/web/request-scope";

/** Next calls this once when a server process starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startJobs } = await import("@/lib/jobs/start-jobs");
  void startJobs();
  const { registerDirectCalls } = await import("@/lib/web/answer-direct-call");
  const { answerSectionCall } = await import("@/lib/web/section-calls");
  registerDirectCalls(answerSectionCall);
}

/** Next calls this for what it answers with a failure; what people can be told of it goes to the process around it. */
export const onRequestError: Instrumentation.onRequestError = (error) => {
  const scope = requestScope().getStore();
  if (!scope) return;
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : "";
  if (isOutage(digest)) scope.fault = digest;
  else if (isUnreadableForm(error)) scope.fault = "badForm";
};
