"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChevronDownIcon, TickIcon } from "@/components/icons";
import { DropMenu } from "@/components/shell/app-shell-menu";
import { cycleOfPath, type ShellCycle } from "@/components/shell/page-cycle";

type CyclesProps = {
  /** The year that was chosen; null before the first one is opened. */
  cycle: ShellCycle | null;
  /** Every year that the person may look at, newest first. */
  cycles: readonly ShellCycle[];
};

/** The district and the year that the page is about, with the other years to change to. */
export function CycleSwitcher({ district, cycle, cycles }: CyclesProps & { district: string }): ReactNode {
  const t = useTranslations("shell");
  const shown = cycleOfPath(cycles, cycle, usePathname());
  const name = shown ? t("cycle", { district, year: String(shown.year) }) : district;
  if (cycles.length < 2) {
    return (
      <span className="cyc">
        <span className="cyc-name">{name}</span>
      </span>
    );
  }
  return (
    <div className="cyc">
      <DropMenu
        summary={
          <>
            <span className="cyc-name">{name}</span>
            <ChevronDownIcon isSmall />
          </>
        }
      >
        <p className="menu-h">{t("switchCycle")}</p>
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
          <a className="menu-i" href={href} aria-current={id === shown?.id ? "true" : undefined}>
            {t("year", { year: String(year) })}
            {id === shown?.id ? <TickIcon isSmall /> : null}
          </a>
        </li>
      ))}
    </ul>
  );
}
