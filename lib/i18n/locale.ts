import { LANGUAGES, type Language } from "@/lib/domain/language";

/** The first one is that of whoever has not chosen and whose browser asks for neither. */
export const LOCALES = LANGUAGES;
export type Locale = Language;
const DEFAULT_LOCALE: Locale = "zh-CN";

/** Remembers the choice; the address of a page is the same in every language. */
export const LOCALE_COOKIE = "NIANBAO_LANG";

export const LOCALE_NAMES: Readonly<Record<Locale, string>> = { "zh-CN": "中文", en: "English" };

/** The first of our languages that a browser asks for, by its `Accept-Language`; the default where it asks for none. */
export function preferredLocale(header: string | null | undefined): Locale {
  const preferred = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...rest] = part.trim().split(";");
      const quality = Number(/^\s*q=([\d.]+)$/.exec(rest.at(-1) ?? "")?.[1] ?? "1");
      return { language: tag.trim().toLowerCase().split("-")[0], quality };
    })
    .filter(({ quality }) => quality > 0)
    .toSorted((left, right) => right.quality - left.quality);
  for (const { language } of preferred) {
    const found = LOCALES.find((locale) => locale.split("-")[0] === language);
    if (found) return found;
  }
  return DEFAULT_LOCALE;
}

/** The language that a cookie or a form names; anything unknown is the default. */
export function readLocale(found: string | null | undefined): Locale {
  return LOCALES.find((locale) => locale === found) ?? DEFAULT_LOCALE;
}
