import en from "@/lib/i18n/messages/en/fault.json";
import zh from "@/lib/i18n/messages/zh-CN/fault.json";

/** What is sent at once: a report for the check-up and last year's beside it, ten megabytes each. */
const MAX_SENT_MEGABYTES = 22;

/** True of a form that is larger than is taken; what it holds is not read. */
export function isTooLarge(headers: Headers): boolean {
  return Number(headers.get("content-length") ?? 0) > MAX_SENT_MEGABYTES * 1024 * 1024;
}

/** In both languages, as every page that stands in for another; the browser's way back keeps what was typed. */
export function answerTooLarge(): Response {
  const part = ({ title, text, next }: typeof zh.tooLarge) => `<h1>${title}</h1><p>${text}</p><p>${next}</p>`;
  const page =
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${zh.tooLarge.title}</title><body style="font:16px/1.6 sans-serif;max-width:36em;margin:3em auto;padding:0 1em">` +
    `${part(zh.tooLarge)}<div lang="en">${part(en.tooLarge)}</div>`;
  return new Response(page, { status: 413, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
