import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { TIME_ZONE } from "@/lib/i18n/dates";
import { LOCALE_COOKIE, readLocale } from "@/lib/i18n/locale";
import { MESSAGES } from "@/lib/i18n/messages";

/** What next-intl asks for at each request: the language from the cookie, its messages, and the office's clock. */
export default getRequestConfig(async () => {
  const store = await cookies();
  const locale = readLocale(store.get(LOCALE_COOKIE)?.value);
  return { locale, messages: MESSAGES[locale], timeZone: TIME_ZONE };
});
