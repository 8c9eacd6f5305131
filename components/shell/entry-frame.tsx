import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BrandMark } from "@/components/icons";
import { LanguageSwitch } from "@/components/shell/language-switch";

type EntryFrameProps = { title: string; lead: string; children: ReactNode };

/** A page before signing in that asks for one thing. */
export function EntryFrame({ title, lead, children }: EntryFrameProps): ReactNode {
  const t = useTranslations("shell");
  return (
    <main className="setup" id="main">
      <div className="row between">
        <span className="brand">
          <BrandMark />
          {t("brand")}
        </span>
        <LanguageSwitch />
      </div>
      <h1 className="mt24">{title}</h1>
      <p className="sec mt4">{lead}</p>
      <div className="card card-b mt16">{children}</div>
    </main>
  );
}
