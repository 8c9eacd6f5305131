import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KitButtons } from "@/components/kit/kit-buttons";
import { KitCards } from "@/components/kit/kit-cards";
import { KitFields } from "@/components/kit/kit-fields";
import { KitFloating } from "@/components/kit/kit-floating";
import { KitLists, KitTable } from "@/components/kit/kit-lists";
import { KitStates } from "@/components/kit/kit-states";
import { KitTexts } from "@/components/kit/kit-texts";
import { BottomBar } from "@/components/ui/bottom-bar";
import { Kbd } from "@/components/ui/kbd";
import { Page, PageAside, PageColumns, PageHead } from "@/components/ui/page";
import { KitForms } from "./kit-forms";

/** Every primitive of `components/ui` in its variants and states, for whoever builds a page or changes a primitive. */
export function Kit(): ReactNode {
  const t = useTranslations("common");
  const href = "/kit";
  return (
    <Page>
      <PageHead
        crumbs={[{ label: t("product"), href }, { label: "Kit" }]}
        title="Kit"
        actions={<Kbd>Tab</Kbd>}
        lead={t("product")}
      />
      <PageColumns>
        <div className="grid min-w-0 gap-4">
          <KitButtons />
          <KitStates />
          <KitFields />
          <KitForms />
          <KitLists />
          <KitFloating />
          <KitTable />
          <KitTexts />
        </div>
        <PageAside className="grid gap-4">
          <KitCards />
        </PageAside>
      </PageColumns>
      <BottomBar aria-label="BottomBar">{t("details")}</BottomBar>
    </Page>
  );
}
