/**
 * Why a request failed, where people can be told more than that it did. Next answers a failure itself and hides its cause;
 * `instrumentation.ts` sees the cause, and `server.ts`, which is not bundled with it, writes the page.
 */
export type RequestFault = "storage_full" | "storage_read_only" | "database_busy" | "badForm";

const UNREADABLE_FORM =
  /parse body as FormData|Unexpected end of (?:form|multipart)|Malformed (?:part|content)|Boundary not found|missing boundary/i;

/** True of a form whose parts cannot be told apart: cut off on its way, or made by a program. */
export function isUnreadableForm(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return UNREADABLE_FORM.test(error.message) || isUnreadableForm(error.cause);
}
