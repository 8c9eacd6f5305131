import enFault from "@/lib/i18n/messages/en/fault.json";
import enRejected from "@/lib/i18n/messages/en/rejected.json";
import zhFault from "@/lib/i18n/messages/zh-CN/fault.json";
import zhRejected from "@/lib/i18n/messages/zh-CN/rejected.json";
import { PLAIN_PAGE_POLICY, plainPage } from "./plain-page";

const WORDS = { zh: { ...zhFault, ...zhRejected }, en: { ...enFault, ...enRejected } };

/** What is sent at once: a report for the check-up and last year's beside it, ten megabytes each. */
const MAX_SENT_MEGABYTES = 22;

/** True of a form that is larger than is taken; what it holds is not read. */
export function isTooLarge(headers: Headers): boolean {
  return Number(headers.get("content-length") ?? 0) > MAX_SENT_MEGABYTES * 1024 * 1024;
}

export function answerTooLarge(): Response {
  return new Response(plainPage("tooLarge", WORDS), {
    status: 413,
    headers: { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": PLAIN_PAGE_POLICY },
  });
}
