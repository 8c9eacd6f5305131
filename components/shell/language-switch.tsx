import { CheckIcon } from "lucide-react";
import { useLocale } from "next-intl";
import type { ReactNode } from "react";
import { menuItemVariants } from "@/components/ui/menu-item";
import { setLanguageAction } from "@/lib/i18n/language-action";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/locale";

/** Every language as an entry of a menu. Each is written in itself, for whoever cannot read the others. */
export function LanguageChoice(): ReactNode {
  const current = useLocale();
  return (
    <form action={setLanguageAction}>
      {LOCALES.map((locale) => (
        <button
          key={locale}
          className={menuItemVariants()}
          type="submit"
          name="language"
          value={locale}
          lang={locale}
          aria-pressed={locale === current}
        >
          {LOCALE_NAMES[locale]}
          {locale === current ? <CheckIcon className="size-3.5" /> : null}
        </button>
      ))}
    </form>
  );
}

/** One press changes to the other language. */
export function LanguageSwitch(): ReactNode {
  const current = useLocale();
  return (
    <form action={setLanguageAction}>
      {LOCALES.filter((locale) => locale !== current).map((locale) => (
        <button
          key={locale}
          className="text-accent hover:underline"
          type="submit"
          name="language"
          value={locale}
          lang={locale}
        >
          {LOCALE_NAMES[locale]}
        </button>
      ))}
    </form>
  );
}
