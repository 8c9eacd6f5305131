import { unstable_isUnrecognizedActionError as isUnknownAction } from "next/navigation";
import { UnknownCall } from "./call-directly";

/** Why the server said nothing about a request: it does not know this page's build, or it was not reached. */
export type Unanswered = "outdated" | "unreachable";

const RETRY_MS = [1_000, 2_000, 4_000, 8_000, 15_000] as const;

/** Null where the server did answer: with a redirect, or with a fault that has its number. */
export function whyUnanswered(error: unknown): Unanswered | null {
  if (isUnknownAction(error) || error instanceof UnknownCall) return "outdated";
  return typeof error === "object" && error !== null && "digest" in error ? null : "unreachable";
}

/**
 * Sends a request until the server answers, some half a minute long. One that `mayRepeat` carries an id, so that it
 * changes nothing twice; another is sent once.
 */
export async function sendUntilAnswered<Answer>(
  send: () => Promise<Answer>,
  options: { mayRepeat: boolean; wait: (ms: number) => Promise<void> },
): Promise<{ answer: Answer } | { unanswered: Unanswered }> {
  const pauses = options.mayRepeat ? RETRY_MS : [];
  for (let attempt = 0; ; attempt += 1) {
    try {
      return { answer: await send() };
    } catch (error) {
      const unanswered = whyUnanswered(error);
      if (unanswered === null) throw error;
      const pause = pauses[attempt];
      if (unanswered === "outdated" || pause === undefined) return { unanswered };
      await options.wait(pause);
    }
  }
}
