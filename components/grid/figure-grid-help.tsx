import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KeyTable } from "@/components/help/key-table";
import { Drawer } from "@/components/ui/dialog";
import { GRID_KEYS } from "./grid-key-list";

/** The keys of the grid, beside the page that one is filling in. */
export function GridHelp({ onClose }: { onClose: () => void }): ReactNode {
  const t = useTranslations("grid.keys");
  return (
    <Drawer open onOpenChange={(isOpen) => (isOpen ? undefined : onClose())} title={t("title")}>
      <p className="px-4 pt-3 text-sm text-ink-2">{t("text")}</p>
      <KeyTable caption={t("title")} rows={GRID_KEYS.map(({ keys, word }) => ({ keys, does: t(word) }))} />
    </Drawer>
  );
}
