"use server";

import { LOCALE_COOKIE, readLocale } from "@/lib/i18n/locale";
import { setCookie } from "@/lib/web/cookies";

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Keeps the chosen language in a cookie; the page that asked is drawn again in it. Anyone may choose. */
export async function setLanguageAction(form: FormData): Promise<void> {
  const chosen = form.get("language");
  const locale = readLocale(typeof chosen === "string" ? chosen : null);
  await setCookie(LOCALE_COOKIE, locale, ONE_YEAR_SECONDS);
}
