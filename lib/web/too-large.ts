import { PLAIN_PAGE_POLICY, plainPage } from "./plain-page";
import { PLAIN_WORDS } from "./plain-words";

/** What is sent at once: a report for the check-up and last year's beside it, ten megabytes each. */
const MAX_SENT_MEGABYTES = 22;

/** True of a form that is larger than is taken; what it holds is not read. */
export function isTooLarge(headers: Headers): boolean {
  return Number(headers.get("content-length") ?? 0) > MAX_SENT_MEGABYTES * 1024 * 1024;
}

export function answerTooLarge(): Response {
  return new Response(plainPage("tooLarge", PLAIN_WORDS), {
    status: 413,
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": PLAIN_PAGE_POLICY },
  });
}
