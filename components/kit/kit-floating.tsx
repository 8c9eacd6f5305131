"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { KitSection } from "@/components/kit/kit-section";
import { Button } from "@/components/ui/button";
import { Dialog, DialogFooter, Drawer } from "@/components/ui/dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { Popover } from "@/components/ui/popover";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "@/components/ui/tabs";
import { ToastProvider, useToast } from "@/components/ui/toast";

/** What opens over the page, and what moves within it. */
export function KitFloating(): ReactNode {
  const t = useTranslations("common");
  const [isWrong, setWrong] = useState(false);
  return (
    <ToastProvider>
      <KitSection title="Dialog, Drawer, Popover, Toast, ErrorSummary">
        <div className="flex flex-wrap gap-2">
          <Dialog trigger={<Button>Dialog</Button>} title={t("remove")} description={t("details")}>
            <DialogFooter>
              <Button variant="danger">{t("remove")}</Button>
            </DialogFooter>
          </Dialog>
          <Dialog trigger={<Button>Dialog lg</Button>} title={t("edit")} size="lg">
            {t("product").repeat(60)}
          </Dialog>
          <Drawer trigger={<Button>Drawer</Button>} title={t("details")} kicker={t("all")}>
            <p className="px-4 py-3">{t("product").repeat(60)}</p>
          </Drawer>
          <Popover trigger={<Button>Popover</Button>} title={t("details")}>
            <p className="mt-2">{t("product").repeat(12)}</p>
          </Popover>
          <ToastButton />
          <Button onClick={() => setWrong(true)}>ErrorSummary</Button>
        </div>
        {isWrong ? <ErrorSummary title={t("required")} items={[{ text: t("search"), href: "#kit-text" }]} /> : null}
      </KitSection>
      <KitSection title="Tabs">
        <Tabs defaultValue="all">
          <TabsList aria-label={t("details")}>
            <TabsTrigger value="all" count={3}>
              {t("all")}
            </TabsTrigger>
            <TabsTrigger value="none">{t("none")}</TabsTrigger>
          </TabsList>
          <TabsContent value="all">{t("all")}</TabsContent>
          <TabsContent value="none">{t("none")}</TabsContent>
        </Tabs>
      </KitSection>
    </ToastProvider>
  );
}

function ToastButton(): ReactNode {
  const t = useTranslations("common");
  const showToast = useToast();
  return <Button onClick={() => showToast({ text: t("save"), undo: () => {} })}>Toast</Button>;
}
