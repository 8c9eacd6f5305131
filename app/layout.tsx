import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return { title: { default: t("product"), template: `%s·${t("product")}` }, formatDetection: { telephone: false } };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, themeColor: "#17556f" };

/**
 * The frame of every page. It holds no client component: what is here is paid for by the public pages too. Where
 * something is to be printed alone (`data-printed-alone`), the rest of the page is left out on paper.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  return (
    <html lang={locale}>
      <body className="print:has-data-printed-alone:invisible">{children}</body>
    </html>
  );
}
