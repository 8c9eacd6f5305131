import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { type MessageArea, pickMessages } from "@/lib/i18n/messages";

type ClientMessagesProps = { areas: readonly MessageArea[]; children: ReactNode };

/**
 * Gives client components the words of the areas they use, and no others: what is given here travels to the browser.
 * Providers do not add up; name every area that the components inside need.
 */
export async function ClientMessages({ areas, children }: ClientMessagesProps): Promise<ReactNode> {
  const locale = await getLocale();
  return (
    <NextIntlClientProvider locale={locale} messages={await pickMessages(locale, areas)}>
      {children}
    </NextIntlClientProvider>
  );
}
