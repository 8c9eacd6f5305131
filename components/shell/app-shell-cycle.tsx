"use client";

import { CheckIcon, ChevronDownIcon } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DropMenu } from "@/components/shell/app-shell-menu";
import { cycleOfPath, type ShellCycle } from "@/components/shell/page-cycle";
import { menuItemVariants } from "@/components/ui/menu-item";

type CyclesProps = {
  /** The year that was chosen; null before the first one is opened. */
  cycle: ShellCycle | null;
  /** Every year that the person may look at, newest first. */
  cycles: readonly ShellCycle[];
};

/** Beside the brand; a phone shows the years in the person's menu. */
const CYCLE =
  "flex h-5 min-w-0 items-center border-l border-line pl-gutter text-sm whitespace-nowrap text-ink-2 max-xl:pl-3 max-md:hidden";

/** The district and the year that the page is about, with the other years to change to. */
export function CycleSwitcher({ district, cycle, cycles }: CyclesProps & { district: string }): ReactNode {
  const t = useTranslations("shell");
  const shown = cycleOfPath(cycles, cycle, usePathname());
  const name = shown ? t("cycle", { district, year: String(shown.year) }) : district;
  if (cycles.length < 2) {
    return (
      <span className={CYCLE}>
        <span className="truncate max-xl:max-w-[12em]">{name}</span>
      </span>
    );
  }
  return (
    <div className={CYCLE}>
      <DropMenu
        summary={
          <>
            <span className="truncate max-xl:max-w-[12em]">{name}</span>
            <ChevronDownIcon className="size-3.5" />
          </>
        }
      >
        <p className="px-2 pt-1 pb-1.5 text-xs whitespace-normal text-ink-3">{t("switchCycle")}</p>
        <CycleLinks cycle={cycle} cycles={cycles} />
      </DropMenu>
    </div>
  );
}

export function CycleLinks({ cycle, cycles }: CyclesProps): ReactNode {
  const t = useTranslations("common");
  const shown = cycleOfPath(cycles, cycle, usePathname());
  return (
    <ul>
      {cycles.map(({ id, year, href }) => (
        <li key={id}>
          <a className={menuItemVariants()} href={href} aria-current={id === shown?.id ? "true" : undefined}>
            {t("year", { year: String(year) })}
            {id === shown?.id ? <CheckIcon className="size-3.5" /> : null}
          </a>
        </li>
      ))}
    </ul>
  );
}
