"use client";

import { FaultPage } from "@/components/shell/fault-page";

/** Shown when a page could not be made. It names no cause: the log has it, under the same number. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return <FaultPage error={error} onRetry={retry} />;
}
