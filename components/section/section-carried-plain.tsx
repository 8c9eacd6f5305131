import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CellSaver } from "@/components/saving/cell-saver";
import { newRequestId } from "@/components/saving/new-request-id";
import { useFormAction } from "@/components/saving/use-form-action";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Refused } from "@/components/ui/refused";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField, TextField } from "@/components/ui/text-field";
import { nameCell } from "@/lib/domain/check/subject-cells";
import type { CellKey, Format } from "@/lib/domain/format";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { formatFigure } from "@/lib/i18n/numbers";
import type { FormAction } from "@/lib/web/form-action";
import type { SectionFindings } from "./use-section-findings";

type SectionCarriedPlainProps = {
  submissionId: string;
  format: Format;
  previousYear: number | null;
  saver: CellSaver;
  carried: SectionFindings["carried"];
  action: FormAction;
};

/** Every carried figure with its form, for pages without scripts, where nobody can tell which cell one is in. */
export function SectionCarriedPlain(props: SectionCarriedPlainProps): ReactNode {
  const { carried } = props;
  const t = useTranslations("section.carried");
  if (carried.size === 0) return null;
  return (
    <Card className="mt-4">
      <CardHeader>
        <CardTitle>{t("all")}</CardTitle>
      </CardHeader>
      <CardContent className="space-y-2">
        {[...carried].map(([cellKey, expected]) => (
          <OneCarried key={cellKey} cellKey={cellKey} expected={expected} {...props} />
        ))}
      </CardContent>
    </Card>
  );
}

function OneCarried(props: SectionCarriedPlainProps & { cellKey: CellKey; expected: string }): ReactNode {
  const { submissionId, format, previousYear, saver, action, cellKey, expected } = props;
  const t = useTranslations("section.carried");
  const [state, send] = useFormAction(action);
  const value = saver.cell(cellKey).written;
  const errors = state.status === "invalid" ? state.fieldErrors : {};
  const kept = state.status === "invalid" || state.status === "refused" ? state.values : {};
  const textOf = (name: string, otherwise: string) => (typeof kept[name] === "string" ? kept[name] : otherwise);
  const figures = { year: String(previousYear), expected: formatFigure(expected), value: formatFigure(value) };
  return (
    <details open={state.status !== "idle"}>
      <summary>
        {nameCell(format, cellKey)}　{formatFigure(value)}
      </summary>
      <form action={send} className="mt-2">
        <p className="text-sm text-ink-2">{t(value === expected ? "locked" : "differs", figures)}</p>
        <input type="hidden" name="requestId" value={newRequestId()} />
        <input type="hidden" name="submissionId" value={submissionId} />
        <input type="hidden" name="cellKey" value={cellKey} />
        <Refused state={state} isInline className="mt-2" />
        <TextField
          className="mt-2"
          id={`carried-value-${cellKey}`}
          name="value"
          label={t("value")}
          inputMode="numeric"
          defaultValue={textOf("value", value ?? expected)}
          errors={errors.value}
          limit={LIMIT.figure}
        />
        <TextareaField
          className="mt-2"
          id={`carried-reason-${cellKey}`}
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          defaultValue={textOf("reason", "")}
          errors={errors.reason}
          limit={LIMIT.reason}
        />
        <SubmitButton size="sm" className="mt-2" busyLabel={t("saving")}>
          {t("save")}
        </SubmitButton>
      </form>
    </details>
  );
}
