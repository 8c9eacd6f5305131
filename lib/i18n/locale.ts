/** The languages of the product, the first one being that of whoever has not chosen. */
export const LOCALES = ["zh-CN", "en"] as const;
export type Locale = (typeof LOCALES)[number];
const DEFAULT_LOCALE: Locale = "zh-CN";

/** Remembers the choice; the address of a page is the same in every language. */
export const LOCALE_COOKIE = "NIANBAO_LANG";

export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { "zh-CN": "中文", en: "English" };

/** The language that a cookie or a form names; anything unknown is the default. */
export function readLocale(found: string | null | undefined): Locale {
  return LOCALES.find((locale) => locale === found) ?? DEFAULT_LOCALE;
}
