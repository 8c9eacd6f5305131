import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** A small square with the colours and lines of a cell, for the legend. */
const SAMPLE = "relative inline-block h-4 w-5.5 border border-line-2 bg-surface px-1 text-right leading-3.5";

/** The legend of the cells, under the table. */
export function FigureGridLegend({ unit, hasPrevious }: { unit: string; hasPrevious: boolean }): ReactNode {
  const t = useTranslations("grid");
  return (
    <div className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-3 *:inline-flex *:items-center *:gap-1.25 max-md:hidden">
      <span>
        <i className={SAMPLE}>0</i>
        {t("legendZero")}
      </span>
      <span>
        <i className={cn(SAMPLE, "bg-hatch")} />
        {t("legendBlank")}
      </span>
      <span>
        <i className={cn(SAMPLE, "bg-sunken")} />
        {t("computed")}
      </span>
      <span>
        <i className={cn(SAMPLE, "bg-accent-soft")}>
          <i className="absolute top-0 right-0 border-4 border-accent border-b-transparent border-l-transparent" />
        </i>
        {t("legendComment")}
      </span>
      <span>
        <i className={cn(SAMPLE, "bg-warn-soft inset-ring inset-ring-warn")} />
        {t("legendConflict")}
      </span>
      {hasPrevious ? (
        <span>
          <span>3</span>
          {t("legendLastYear")}
        </span>
      ) : null}
      <span>{t("legendUnit", { unit })}</span>
    </div>
  );
}
