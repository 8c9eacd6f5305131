import type { MailMessage } from "@/lib/domain/delivery";
import { formatDeadline } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { translatorOf } from "@/lib/i18n/translator";
import type { WordedMail } from "@/lib/mail/worded-mail";
import { routes } from "@/lib/web/routes";

type AccountMail = Exclude<MailMessage, { kind: "notices" }>;

/** Puts into words what is told about somebody's account. It names no account: a mail may be read by others. */
export async function wordAccountMail(
  message: AccountMail,
  of: { locale: Locale; origin: string; now: Date },
): Promise<WordedMail> {
  const t = await translatorOf(of.locale, "mail");
  const { districtName: district, name } = message;
  const common = { greeting: t("account.greeting", { name }), choose: null };
  if (message.kind === "address_changed") {
    return {
      ...common,
      subject: t("subject.one", { what: t("account.addressChanged.short") }),
      entries: [{ text: t("account.addressChanged.long", { district }), link: null }],
      lines: [t("noReply")],
    };
  }
  const until = formatDeadline(message.expiresAt, of.now, of.locale);
  const url = new URL(routes.invitation(message.token), of.origin).href;
  return {
    ...common,
    subject: t("subject.one", { what: t("account.invitation.short", { district }) }),
    entries: [
      { text: t("account.invitation.long", { district, until }), link: { url, label: t("account.invitation.open") } },
    ],
    lines: [t("account.invitation.notMine"), t("noReply")],
  };
}
