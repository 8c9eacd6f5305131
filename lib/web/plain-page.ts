type Part = { title: string; text: string; next: string };
type Outage = "storage_full" | "storage_read_only" | "database_busy" | "database_away";
type Special = "tooLarge" | "badAddress" | "badForm" | "fromElsewhere" | Outage;
type Words = Part & Record<Special, Part> & Record<"retry" | "home" | "number", string>;

export type PlainPage = "fault" | Special;

/** What the answer's status says; a page that is not in the list is chosen by who answers. */
export const STATUS_OF: Readonly<Partial<Record<PlainPage, number>>> = {
  badForm: 400,
  storage_full: 503,
  storage_read_only: 503,
  database_busy: 503,
  database_away: 503,
};

/** When to come again, in seconds: a database that is away is soon back, a full disk waits for somebody. */
export const RETRY_AFTER_OF: Readonly<Partial<Record<PlainPage, number>>> = {
  storage_full: 60,
  storage_read_only: 60,
  database_busy: 60,
  database_away: 10,
};

/** Nothing but its own style. */
export const PLAIN_PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export const PLAIN_PAGE_STYLE =
  "body{font:16px/1.6 system-ui,sans-serif;max-width:36em;margin:3em auto;padding:0 1em;color:#1c2426;background:#fff}" +
  "a{color:#17556f}.n{color:#5b6669;font-size:14px}h1{font-size:24px}h2{font-size:18px}";

/**
 * A page that stands in for another: in both languages, because nothing is known of the reader, and without scripts.
 * The browser's way back keeps what was typed.
 */
export function plainPage(
  page: PlainPage,
  { zh, en, number = null }: { zh: Words; en: Words; number?: string | null },
): string {
  const [chinese, english] = page === "fault" ? [zh, en] : [zh[page], en[page]];
  const words = ({ title, text, next }: Part, heading: "h1" | "h2") =>
    `<${heading}>${title}</${heading}><p>${text}</p><p>${next}</p>`;
  const isPassing = page === "fault" || STATUS_OF[page] === 503;
  const retry = isPassing ? `<a href="">${zh.retry} <span lang="en">${en.retry}</span></a>　` : "";
  return (
    `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>${chinese.title}</title><style>${PLAIN_PAGE_STYLE}</style><body><main>${words(chinese, "h1")}` +
    `<div lang="en">${words(english, "h2")}</div>` +
    (number ? `<p class="n">${zh.number} <span lang="en">${en.number}</span> ${number}</p>` : "") +
    `<p>${retry}<a href="/">${zh.home} <span lang="en">${en.home}</span></a></p></main></body></html>`
  );
}
