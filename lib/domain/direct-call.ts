import type { RefusalCode } from "./refusal";

/** Where a page's script sends what is saved and submitted: the app's process answers it and draws no page. */
export const DIRECT_CALL_PREFIX = "/api/section/";

/** The last part of the address of each. */
export type DirectCallName = "save-figures" | "save-paragraph" | "submit";

/** The answer to a request that a page's script makes with an object. */
export type CallResult<Result> =
  | { status: "done"; result: Result }
  | { status: "invalid"; fieldErrors: Record<string, string[] | undefined> }
  | { status: "refused"; code: RefusalCode; message: string; isStale: boolean }
  | { status: "signed_out"; message: string };

const STATUSES: readonly unknown[] = ["done", "invalid", "refused", "signed_out"];

/** True of an answer to a call; its result is not looked at, because the server of this page's build wrote it. */
export function isCallResult<Result>(answer: unknown): answer is CallResult<Result> {
  return typeof answer === "object" && answer !== null && "status" in answer && STATUSES.includes(answer.status);
}
