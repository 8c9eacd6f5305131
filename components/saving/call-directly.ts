import { type CallResult, DIRECT_CALL_PREFIX, type DirectCallName, isCallResult } from "@/lib/domain/direct-call";

/** The server has no such call, or answers it otherwise than this page understands: the page is of another build. */
export class UnknownCall extends Error {}

/**
 * Sends an object to the app's process, which answers without drawing a page.
 *
 * @throws UnknownCall; an error with the fault's number as `digest` where the server failed; any other error where it was not reached
 */
export async function callDirectly<Result>(name: DirectCallName, input: object): Promise<CallResult<Result>> {
  const response = await fetch(`${DIRECT_CALL_PREFIX}${name}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(input),
  });
  if (response.status === 404) throw new UnknownCall(name);
  if (!response.headers.get("Content-Type")?.startsWith("application/json")) {
    throw new Error(`${name} was answered with ${response.status}`);
  }
  const answer: unknown = await response.json();
  if (isFault(answer)) throw Object.assign(new Error(`${name} failed`), { digest: answer.fault });
  if (!isCallResult<Result>(answer)) throw new UnknownCall(name);
  return answer;
}

function isFault(answer: unknown): answer is { fault: string } {
  return typeof answer === "object" && answer !== null && "fault" in answer && typeof answer.fault === "string";
}
