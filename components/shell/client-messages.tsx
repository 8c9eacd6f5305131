import { NextIntlClientProvider, useLocale } from "next-intl";
import type { ReactNode } from "react";
import { type MessageArea, pickMessages } from "@/lib/i18n/messages";

type ClientMessagesProps = { areas: readonly MessageArea[]; children: ReactNode };

/**
 * Gives client components the words of the areas they use, and no others: what is given here travels to the browser.
 * Providers do not add up; name every area that the components inside need.
 */
export function ClientMessages({ areas, children }: ClientMessagesProps): ReactNode {
  const locale = useLocale();
  return (
    <NextIntlClientProvider locale={locale} messages={pickMessages(locale, areas)}>
      {children}
    </NextIntlClientProvider>
  );
}
