import { headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { TIME_ZONE } from "@/lib/i18n/dates";
import { LOCALE_COOKIE, preferredLocale, readLocale } from "@/lib/i18n/locale";
import { loadMessages } from "@/lib/i18n/messages";
import { readCookie } from "@/lib/web/cookies";

/** What next-intl asks for at each request: the language from the cookie, else the browser's, its messages, and the office's clock. */
export default getRequestConfig(async () => {
  const chosen = await readCookie(LOCALE_COOKIE);
  const locale = chosen === undefined ? preferredLocale((await headers()).get("accept-language")) : readLocale(chosen);
  return { locale, messages: await loadMessages(locale), timeZone: TIME_ZONE };
});
