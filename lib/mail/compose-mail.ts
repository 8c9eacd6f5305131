import type { MailMessage } from "@/lib/domain/delivery";
import type { Locale } from "@/lib/i18n/locale";
import { translatorOf } from "@/lib/i18n/translator";
import { wordAccountMail } from "@/lib/mail/word-account-mail";
import { wordDelivery } from "@/lib/mail/word-delivery";
import type { WordedMail } from "@/lib/mail/worded-mail";
import { escapeMarkup } from "@/lib/render/markup";
import { routes } from "@/lib/web/routes";

export type Mail = { subject: string; text: string; html: string };

/** Faces that are on the machines of offices; mail programs load none. */
const FACES = "'Microsoft YaHei','PingFang SC','Noto Sans CJK SC',Arial,sans-serif";

type Reader = { locale: Locale; origin: string; now: Date };

/** A message as a mail, in plain text and as a page of tables with inline styles, which every mail program draws. */
export async function composeMail(message: MailMessage, of: Reader): Promise<Mail> {
  const worded = await wordMail(message, of);
  return {
    subject: worded.subject,
    text: textOf(worded, { isNumbered: message.kind === "notices" }),
    html: htmlOf(worded, of.locale),
  };
}

async function wordMail(message: MailMessage, of: Reader): Promise<WordedMail> {
  if (message.kind !== "notices") return wordAccountMail(message, of);
  const t = await translatorOf(of.locale, "mail");
  const { subject, greeting, entries } = await wordDelivery(message, of);
  return {
    ...{ subject, greeting },
    entries: entries.map(({ text, url }) => ({ text, link: { url, label: t("open") } })),
    lines: [t("noFigures"), t("noReply")],
    choose: { text: t("choose"), url: new URL(routes.account(), of.origin).href },
  };
}

function textOf({ greeting, entries, lines, choose }: WordedMail, { isNumbered }: { isNumbered: boolean }): string {
  const told = entries.map(({ text, link }, index) =>
    [`${isNumbered ? `${index + 1}. ` : ""}${text}`, ...(link ? [`${isNumbered ? "   " : ""}${link.url}`] : [])].join(
      "\n",
    ),
  );
  const foot = [...lines, ...(choose ? [`${choose.text}\n${choose.url}`] : [])].join("\n");
  return [greeting, ...told, foot].join("\n\n").concat("\n");
}

function htmlOf({ subject, greeting, entries, lines, choose }: WordedMail, locale: Locale): string {
  const text = (size: number, color: string) =>
    `font-family:${FACES};font-size:${size}px;line-height:1.6;color:${color};`;
  const linkIn = ({ url, label }: { url: string; label: string }) =>
    `<br><a href="${escapeMarkup(url)}" style="${text(15, "#0b5394")}text-decoration:underline;">${escapeMarkup(label)}</a>`;
  const rows = entries.map(
    ({ text: told, link }) =>
      `<tr><td style="${text(15, "#1f2933")}padding:12px 0;border-top:1px solid #d8dee6;">${escapeMarkup(told)}` +
      `${link ? linkIn(link) : ""}</td></tr>`,
  );
  const last = [
    ...lines.map(escapeMarkup),
    ...(choose ? [`${escapeMarkup(choose.text)}<br>${linkOf(choose.url)}`] : []),
  ].join("<br>");
  return [
    "<!doctype html>",
    `<html lang="${locale}"><head><meta charset="utf-8">`,
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
