import type { Delivery } from "@/lib/domain/delivery";
import type { Locale } from "@/lib/i18n/locale";
import { translatorOf } from "@/lib/i18n/translator";
import { type WordedDelivery, wordDelivery } from "@/lib/mail/word-delivery";
import { escapeMarkup } from "@/lib/render/markup";
import { routes } from "@/lib/web/routes";

export type Mail = { subject: string; text: string; html: string };

/** Faces that are on the machines of offices; mail programs load none. */
const FACES = "'Microsoft YaHei','PingFang SC','Noto Sans CJK SC',Arial,sans-serif";

/** A message as a mail, in plain text and as a page of tables with inline styles, which every mail program draws. */
export async function composeMail(
  delivery: Delivery,
  of: { locale: Locale; origin: string; now: Date },
): Promise<Mail> {
  const t = await translatorOf(of.locale, "mail");
  const worded = await wordDelivery(delivery, of);
  const foot = {
    lines: [t("noFigures"), t("noReply")],
    choose: t("choose"),
    url: new URL(routes.account(), of.origin).href,
  };
  return {
    subject: worded.subject,
    text: textOf(worded, foot),
    html: htmlOf(worded, { ...foot, open: t("open"), locale: of.locale }),
  };
}

type Foot = { lines: readonly string[]; choose: string; url: string };

function textOf({ greeting, entries }: WordedDelivery, { lines, choose, url }: Foot): string {
  const numbered = entries.map(({ text, url: href }, index) => `${index + 1}. ${text}\n   ${href}`);
  return [greeting, ...numbered, [...lines, `${choose}\n${url}`].join("\n")].join("\n\n").concat("\n");
}

function htmlOf({ subject, greeting, entries }: WordedDelivery, foot: Foot & { open: string; locale: Locale }): string {
  const text = (size: number, color: string) =>
    `font-family:${FACES};font-size:${size}px;line-height:1.6;color:${color};`;
  const rows = entries.map(
    ({ text: told, url }) =>
      `<tr><td style="${text(15, "#1f2933")}padding:12px 0;border-top:1px solid #d8dee6;">${escapeMarkup(told)}<br>` +
      `<a href="${escapeMarkup(url)}" style="${text(15, "#0b5394")}text-decoration:underline;">${escapeMarkup(foot.open)}</a></td></tr>`,
  );
  const last = [...foot.lines.map(escapeMarkup), `${escapeMarkup(foot.choose)}<br>${linkOf(foot.url)}`].join("<br>");
  return [
    "<!doctype html>",
    `<html lang="${foot.locale}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeMarkup(subject)}</title></head>`,
    '<body style="margin:0;padding:0;background-color:#f4f6f8;">',
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" bgcolor="#f4f6f8"><tr>',
    '<td align="center" style="padding:16px 8px;">',
    '<table role="presentation" width="600" cellpadding="0" cellspacing="0" border="0" bgcolor="#ffffff" style="width:100%;max-width:600px;background-color:#ffffff;">',
    `<tr><td style="padding:20px 24px;"><table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">`,
    `<tr><td style="${text(16, "#1f2933")}padding:0 0 12px;">${escapeMarkup(greeting)}</td></tr>`,
    ...rows,
    `<tr><td style="${text(13, "#52606d")}padding:16px 0 0;border-top:1px solid #d8dee6;">${last}</td></tr>`,
    "</table></td></tr></table></td></tr></table></body></html>",
  ].join("\n");
}

function linkOf(url: string): string {
  return `<a href="${escapeMarkup(url)}" style="color:#0b5394;">${escapeMarkup(url)}</a>`;
}
