/**
 * Why a request failed, where people can be told more than that it did. Next answers a failure itself and hides its cause;
 * `instrumentation.ts` sees the cause, and `server.ts`, which is not bundled with it, writes the page.
 */
export type RequestFault = "storage_full" | "storage_read_only" | "database_busy" | "badForm";

/** Names a request between the two; whatever came from outside under this name is overwritten. */
export const REQUEST_HEADER = "x-nianbao-request";

const FAULTS: unique symbol = Symbol.for("nianbao.request-faults");
/** One map for the process, whichever copy of this file is asked. */
const shared: typeof globalThis & { [FAULTS]?: Map<string, RequestFault> } = globalThis;
shared[FAULTS] ??= new Map();
const faults = shared[FAULTS];

export function noteFault(requestId: string, fault: RequestFault): void {
  faults.set(requestId, fault);
}

export function faultOf(requestId: string): RequestFault | null {
  return faults.get(requestId) ?? null;
}

/** A request that was answered is not asked for again. */
export function forgetFault(requestId: string): void {
  faults.delete(requestId);
}

const UNREADABLE_FORM =
  /parse body as FormData|Unexpected end of (?:form|multipart)|Malformed (?:part|content)|Boundary not found|missing boundary/i;

/** True of a form whose parts cannot be told apart: cut off on its way, or made by a program. */
export function isUnreadableForm(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return UNREADABLE_FORM.test(error.message) || isUnreadableForm(error.cause);
}
