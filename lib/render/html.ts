import type { PrintedReport } from "@/lib/domain/report-document";
import { htmlBody } from "@/lib/render/html-body";
import { HTML_STYLE } from "@/lib/render/html-style";
import { attributes, escapeMarkup } from "@/lib/render/markup";
import { titleWithMark } from "@/lib/render/print-format";
import type { RenderOptions } from "@/lib/render/render-format";
import { WORDS } from "@/lib/render/words";

/**
 * One page that needs nothing else: no script, no font, no picture from elsewhere. What stands in its `<article>` is
 * plain enough to be pasted into a content system.
 */
export function renderHtml(document: PrintedReport, options: RenderOptions = {}): Uint8Array {
  const isDraft = document.state === "draft";
  const version = document.version === null ? WORDS.rendering : WORDS.version(document.version);
  const publisher = document.office || document.district;
  return new TextEncoder().encode(
    [
      "<!doctype html>",
      '<html lang="zh-CN">',
      "<head>",
      '<meta charset="utf-8">',
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      `<title>${escapeMarkup(titleWithMark(document))}</title>`,
      `<meta${attributes({ name: "author", content: publisher })}>`,
      `<meta${attributes({ name: "description", content: `${document.title}，${version}` })}>`,
      ...(document.state === "draft" || document.state === null ? ['<meta name="robots" content="noindex">'] : []),
      `<script type="application/ld+json">${metadata(document)}</script>`,
      `<style>${HTML_STYLE}</style>`,
      "</head>",
      "<body>",
      `<main><article${attributes({ class: "report-document", "data-draft": isDraft ? "" : null })}>`,
      htmlBody(document, options),
      "</article></main>",
      "</body>",
      "</html>",
      "",
    ].join("\n"),
  );
}

/** What search engines and catalogues of government data read. "<" is escaped so that no text can end the element. */
function metadata(document: PrintedReport): string {
  const organisation = { "@type": "GovernmentOrganization", name: document.office || document.district };
  return JSON.stringify({
    "@context": "https://schema.org",
    "@type": "Report",
    name: document.title,
    inLanguage: "zh-CN",
    ...(document.version === null ? {} : { version: document.version }),
    ...(document.date === null ? {} : { dateCreated: document.date }),
    ...(document.publishedOn ? { datePublished: document.publishedOn } : {}),
    temporalCoverage: `${document.year}-01-01/${document.year}-12-31`,
    spatialCoverage: { "@type": "AdministrativeArea", name: document.district },
    publisher: organisation,
    isBasedOn: document.format.document,
    ...(document.state === null ? {} : { creativeWorkStatus: document.state }),
    ...(document.verificationCode ? { identifier: document.verificationCode } : {}),
  }).replaceAll("<", "\\u003c");
}
