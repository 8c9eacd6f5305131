/** One entry of a feed. Moments are ISO 8601. */
export type FeedEntry = { id: string; title: string; url: string; updated: string; author: string; summary: string };

type Feed = { id: string; title: string; url: string; page: string; updated: string; entries: readonly FeedEntry[] };

/** A feed as RFC 4287 wants it. */
export function writeAtomFeed({ id, title, url, page, updated, entries }: Feed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `<id>${escapeXml(id)}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<updated>${escapeXml(updated)}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(url)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(page)}"/>`,
    ...entries.flatMap((entry) => [
      "<entry>",
      `<id>${escapeXml(entry.id)}</id>`,
      `<title>${escapeXml(entry.title)}</title>`,
      `<updated>${escapeXml(entry.updated)}</updated>`,
      `<author><name>${escapeXml(entry.author)}</name></author>`,
      `<link rel="alternate" type="text/html" href="${escapeXml(entry.url)}"/>`,
      `<summary>${escapeXml(entry.summary)}</summary>`,
      "</entry>",
    ]),
    "</feed>",
    "",
  ].join("\n");
}

/** A sitemap of these pages as sitemaps.org wants it. */
export function writeSitemap(pages: readonly { url: string; changedOn: string | null }[]): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...pages.map(
      ({ url, changedOn }) =>
        `<url><loc>${escapeXml(url)}</loc>${changedOn ? `<lastmod>${escapeXml(changedOn)}</lastmod>` : ""}</url>`,
    ),
    "</urlset>",
    "",
  ].join("\n");
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Characters that XML does not have at all are left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "")
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
