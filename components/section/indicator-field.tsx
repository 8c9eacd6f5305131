"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFindingText } from "@/components/findings/finding-text";
import type { CellSaver } from "@/components/saving/cell-saver";
import { useFillForm } from "@/components/saving/fill-form";
import { useCellView } from "@/components/saving/use-cell-saver";
import { pasteOnOneLine } from "@/components/ui/paste-on-one-line";
import { TextField } from "@/components/ui/text-field";
import type { Finding } from "@/lib/domain/check/finding";
import type { Indicator } from "@/lib/domain/cycle";
import { typedFigure } from "@/lib/domain/figure";
import { FILL_FIELDS } from "@/lib/domain/inputs/fill-fields";

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
  const form = useFillForm()?.id;
  const { typed, stored } = useCellView(saver, cellKey);
  const errors = findings.map(sentenceOf);
  const measure = `${t("unit", { unit: indicator.unit })}${indicator.isApproximate ? `·${t("approximate")}` : ""}`;
  const hint = indicator.help ? `${measure}·${indicator.help}` : measure;
  return (
    <>
      <TextField
        id={cellKey}
        label={indicator.label}
        hint={hint}
        errors={errors}
        name={`${FILL_FIELDS.figure}${cellKey}`}
        form={form}
        inputMode="decimal"
        value={typed}
        onPaste={pasteOnOneLine}
        onFocus={() => onFocus(cellKey)}
        onChange={(event) => saver.type(cellKey, event.target.value)}
        onBlur={() => {
          const { typed: now, written } = saver.cell(cellKey);
          const value = typedFigure(now);
          if (value !== written) saver.write([{ cellKey, value }]);
          else saver.restore(cellKey);
        }}
      />
      <input type="hidden" name={`seen:${FILL_FIELDS.figure}${cellKey}`} form={form} value={stored ?? ""} />
    </>
  );
}
