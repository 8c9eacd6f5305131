import type { ServerResponse } from "node:http";
import { KEPT_FORM_POLICY, keptFormPage, type PostedForm } from "./kept-form.ts";
import { PLAIN_PAGE_POLICY, type PlainPage, plainPage, RETRY_AFTER_OF, STATUS_OF } from "./plain-page.ts";
import { PLAIN_WORDS } from "./plain-words.ts";
import { replaceResponse } from "./replace-response.ts";
import { requestScope } from "./request-scope.ts";

export function answerPlainly(response: ServerResponse, status: number, page: PlainPage): void {
  response.writeHead(status, plainHeaders(PLAIN_PAGE_POLICY));
  response.end(plainPage(page, PLAIN_WORDS));
}

/** A form that is answered by the way to signing in is given back with what was typed in it. */
export function giveBackWhenSignedOut(response: ServerResponse, form: PostedForm): void {
  replaceResponse(response, () => {
    const location = response.getHeader("location");
    const isSentAway = response.statusCode >= 300 && response.statusCode < 400;
    if (!isSentAway || typeof location !== "string" || !location.startsWith("/sign-in?")) return null;
    const page = keptFormPage(form, location, { zh: PLAIN_WORDS.zh.kept, en: PLAIN_WORDS.en.kept });
    return { status: 401, headers: plainHeaders(KEPT_FORM_POLICY), page };
  });
}

/**
 * Puts a page in place of what Next writes for a failure, which is empty without scripts; the page's number stands in
 * the log beside what went wrong. Who asked for no page hears of an outage only, by its status: a form's script takes
 * that for no answer and sends the form again.
 */
export function putFaultsInWords(response: ServerResponse, isPage: boolean): void {
  const scope = requestScope().getStore();
  replaceResponse(response, () => {
    if (response.statusCode !== 500) return null;
    const page = scope?.fault ?? (scope?.isOutage ? "database_away" : "fault");
    const status = STATUS_OF[page] ?? 500;
    if (!isPage && status !== 503) return null;
    const retryAfter = RETRY_AFTER_OF[page];
    const retry = retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) };
    const headers = { ...plainHeaders(PLAIN_PAGE_POLICY), ...retry };
    if (!isPage) return { status, headers: { ...headers, "Content-Type": "text/plain" }, page: "unavailable" };
    const number = page === "fault" ? (scope?.id ?? null) : null;
    return { status, headers, page: plainPage(page, { ...PLAIN_WORDS, number }) };
  });
}

function plainHeaders(policy: string): Record<string, string> {
  return {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": policy,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
  };
}
