"use server";

import { cookies } from "next/headers";
import { LOCALE_COOKIE, readLocale } from "@/lib/i18n/locale";

const ONE_YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Keeps the chosen language in a cookie; the page that asked is drawn again in it. Anyone may choose. */
export async function setLanguageAction(form: FormData): Promise<void> {
  const chosen = form.get("language");
  const locale = readLocale(typeof chosen === "string" ? chosen : null);
  const store = await cookies();
  store.set(LOCALE_COOKIE, locale, { path: "/", maxAge: ONE_YEAR_SECONDS, sameSite: "lax", httpOnly: true });
}
