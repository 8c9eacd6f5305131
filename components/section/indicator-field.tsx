"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFindingText } from "@/components/findings/finding-text";
import type { CellSaver } from "@/components/saving/cell-saver";
import { figureOf } from "@/components/saving/cell-views";
import { useCellView } from "@/components/saving/use-cell-saver";
import { FieldErrors } from "@/components/ui/field";
import type { Finding } from "@/lib/domain/check/finding";
import type { Indicator } from "@/lib/domain/cycle";

type IndicatorFieldProps = {
  indicator: Indicator;
  saver: CellSaver;
  findings: readonly Finding[];
  onFocus: (anchor: string) => void;
};

/** One local figure; typed like a cell of the tables. */
export function IndicatorField({ indicator, saver, findings, onFocus }: IndicatorFieldProps): ReactNode {
  const t = useTranslations("section.indicators");
  const sentenceOf = useFindingText();
  const cellKey = `indicators.${indicator.key}`;
  const { typed } = useCellView(saver, cellKey);
  const errors = findings.map(sentenceOf);
  const described = [`${cellKey}-hint`, errors.length > 0 ? `${cellKey}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label className="l" htmlFor={cellKey}>
        {indicator.label}
      </label>
      <span className="h" id={`${cellKey}-hint`}>
        {t("unit", { unit: indicator.unit })}
        {indicator.isApproximate ? `·${t("approximate")}` : null}
      </span>
      <input
        className="in"
        id={cellKey}
        inputMode="decimal"
        value={typed}
        maxLength={60}
        aria-invalid={errors.length > 0 || undefined}
        aria-describedby={described}
        onFocus={() => onFocus(cellKey)}
        onChange={(event) => saver.type(cellKey, event.target.value)}
        onBlur={() => {
          const { typed: now, written } = saver.cell(cellKey);
          const value = figureOf(now);
          if (value !== written) saver.write([{ cellKey, value }]);
          else saver.restore(cellKey);
        }}
      />
      <FieldErrors id={cellKey} errors={errors} />
    </div>
  );
}
