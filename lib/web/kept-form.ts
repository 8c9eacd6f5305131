import { IncomingMessage } from "node:http";
import { PLAIN_PAGE_STYLE } from "./plain-page.ts";

/**
 * A form that somebody sent without scripts after their session had ended. What they typed would be gone with the page
 * that asks them to sign in; it is given back to them in that page, to be sent again.
 */
export type PostedForm = { url: string; fields: readonly (readonly [string, string | File])[] };

/** Larger forms carry files, which no page can give back. */
const MOST_KEPT_BYTES = 2 * 1024 * 1024;

/** Passwords and codes do not travel back to a page; they are typed again. */
const SECRETS = ["password", "current", "code"];

/** As of every plain page, and: the form may be sent, to us alone. */
export const KEPT_FORM_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** True of what a browser sends where no script does it: a form of ours, as a page of its own. */
export function isPlainPost({ method, headers }: Pick<IncomingMessage, "method" | "headers">): boolean {
  const { accept, "next-action": action, "content-type": type, "content-length": length } = headers;
  const isForm = type?.startsWith("multipart/form-data") === true;
  const isSmall = length !== undefined && Number(length) <= MOST_KEPT_BYTES;
  return method === "POST" && action === undefined && isForm && isSmall && accept?.includes("text/html") === true;
}

/** Reads a form and gives a request in its place that can be read again; null when its sender went away meanwhile. */
export async function readPost(
  request: IncomingMessage,
): Promise<{ request: IncomingMessage; form: PostedForm } | null> {
  const parts: Uint8Array[] = [];
  try {
    for await (const part of request) if (part instanceof Uint8Array) parts.push(part);
  } catch {
    return null;
  }
  const body = new Uint8Array(Buffer.concat(parts));
  const again = new IncomingMessage(request.socket);
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  const as = { httpVersion, httpVersionMajor, httpVersionMinor, rawHeaders, complete: true };
  Object.assign(again, { method, url, headers, ...as });
  again.push(body);
  again.push(null);
  return { request: again, form: { url: url ?? "/", fields: await fieldsOf(headers["content-type"] ?? "", body) } };
}

type Words = Record<"title" | "text" | "signIn" | "again" | "typed" | "files", string>;

/** The page: why nothing was saved, where to sign in, everything that was sent, and a button that sends it again. */
export function keptFormPage(
  { url, fields }: PostedForm,
  signInAddress: string,
  { zh, en }: { zh: Words; en: Words },
): string {
  const texts = fields.flatMap(([name, value]) =>
    typeof value === "string" && !SECRETS.includes(name) ? [{ name, value }] : [],
  );
  const hasFiles = fields.some(([, value]) => typeof value !== "string" && value.size > 0);
  const hidden = texts.map(
    ({ name, value }) => `<input type="hidden" name="${inMarkup(name)}" value="${inMarkup(value)}">`,
  );
  const typed = texts.filter(({ name, value }) => isTyped(name) && value.trim() !== "");
  const both = (word: keyof Words) => `${zh[word]} <span lang="en">${en[word]}</span>`;
  return (
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${zh.title}</title><style>${PLAIN_PAGE_STYLE}pre{white-space:pre-wrap;border-left:2px solid #c9d1d3;padding-left:.6em;margin:.4em 0}</style>` +
    `<body><main><h1>${zh.title}</h1><p>${zh.text}</p><div lang="en"><h2>${en.title}</h2><p>${en.text}</p></div>` +
    `<p><a href="${inMarkup(signInAddress)}" target="_blank" rel="noreferrer">${both("signIn")}</a></p>` +
    `<form method="post" enctype="multipart/form-data" action="${inMarkup(url)}">${hidden.join("")}` +
    `<p><button type="submit">${both("again")}</button></p></form>` +
    (hasFiles ? `<p>${both("files")}</p>` : "") +
    (typed.length > 0
      ? `<h2>${both("typed")}</h2>${typed.map(({ value }) => `<pre>${inMarkup(value)}</pre>`).join("")}`
      : "") +
    `</main></body></html>`
  );
}

async function fieldsOf(contentType: string, body: Uint8Array<ArrayBuffer>): Promise<[string, string | File][]> {
  const read = new Response(body, { headers: { "content-type": contentType } });
  // What cannot be read is answered as a broken form and not by this page.
  const form = await read.formData().catch(() => new FormData());
  return [...form.entries()];
}

/** Fields that a page filled in for itself are sent again and not shown. */
function isTyped(name: string): boolean {
  return !/^\$|^(?:seen|was)[:.]|(?:Id|Revision|Version)$|^(?:next|step|decision|report)$/.test(name);
}

function inMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;").replaceAll("\r", "&#13;");
}
