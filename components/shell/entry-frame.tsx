import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Brand } from "@/components/shell/brand";
import { LanguageSwitch } from "@/components/shell/language-switch";
import { Card, CardContent } from "@/components/ui/card";

type EntryFrameProps = { title: string; lead: string; children: ReactNode };

/** A page before signing in that asks for one thing. */
export function EntryFrame({ title, lead, children }: EntryFrameProps): ReactNode {
  const t = useTranslations("shell");
  return (
    <main className="mx-auto max-w-155 px-gutter pt-8 pb-16" id="main">
      <div className="flex items-center justify-between gap-2">
        <Brand name={t("brand")} />
        <LanguageSwitch />
      </div>
      <h1 className="mt-6">{title}</h1>
      <p className="mt-1 text-ink-2">{lead}</p>
      <Card className="mt-4">
        <CardContent>{children}</CardContent>
      </Card>
    </main>
  );
}
