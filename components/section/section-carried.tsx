"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import type { CellSaver } from "@/components/saving/cell-saver";
import { newRequestId } from "@/components/saving/new-request-id";
import { useFormAction } from "@/components/saving/use-form-action";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardFooter } from "@/components/ui/card";
import { Refused } from "@/components/ui/refused";
import { Quote } from "@/components/ui/remark";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField, TextField } from "@/components/ui/text-field";
import { nameCell } from "@/lib/domain/check/subject-cells";
import type { Format } from "@/lib/domain/format";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { formatFigure } from "@/lib/i18n/numbers";
import type { FormAction } from "@/lib/web/form-action";
import { idOfAnchor } from "./section-anchor";
import type { UnitExplained } from "./section-panel-props";
import type { SectionFindings } from "./use-section-findings";

type SectionCarriedProps = {
  submissionId: string;
  format: Format;
  /** The cell that one is in. */
  cellKey: string | null;
  previousYear: number | null;
  /** Units that have gone whose figures are in what was carried over. */
  takenOverFrom: readonly string[];
  saver: CellSaver;
  found: Pick<SectionFindings, "carried" | "locked" | "todo">;
  explanations: readonly UnitExplained[];
  action: FormAction;
  isSaved: boolean;
  /** The stored figures have changed under the page. */
  onDone: () => void;
};

/** Beside a cell that was carried over: where its figure comes from, and how a lawful difference is told. */
export function SectionCarried(props: SectionCarriedProps): ReactNode {
  const {
    submissionId,
    format,
    cellKey,
    previousYear,
    takenOverFrom,
    saver,
    found,
    explanations,
    action,
    isSaved,
    onDone,
  } = props;
  const t = useTranslations("section.carried");
  const [requestId, setRequestId] = useState<string | null>(null);
  const [state, send] = useFormAction(action);
  useEffect(() => {
    if (state.status !== "done") return;
    // The section is drawn afresh from what is stored now, and goes to the cell that its address names.
    window.history.replaceState(null, "", `#${idOfAnchor(cellKey ?? "")}`);
    onDone();
  }, [state, cellKey, onDone]);
  const expected = cellKey === null ? undefined : found.carried.get(cellKey);
  if (cellKey === null || expected === undefined) return null;

  const value = saver.cell(cellKey).written;
  const finding = found.todo.explained.find(({ rule, cells }) => rule === "CARRY-YEAR" && cells[0] === cellKey);
  const answer = explanations.find((explanation) => explanation.findingId === finding?.id) ?? null;
  const figures = { year: String(previousYear), expected: formatFigure(expected), value: formatFigure(value) };
  const standing = answer ? "explained" : value === expected ? "locked" : value === null ? "blank" : "differs";
  const errors = state.status === "invalid" ? state.fieldErrors : {};
  const kept = state.status === "invalid" || state.status === "refused" ? state.values : {};
  const textOf = (name: string, otherwise: string) => (typeof kept[name] === "string" ? kept[name] : otherwise);
  const open = () => setRequestId(newRequestId());

  return (
    <Card className="mt-4">
      <form action={send}>
        <CardContent>
          <div className="text-xs text-ink-3">
            {t("title")}·{nameCell(format, cellKey)}
          </div>
          <p className="mt-1">{t(standing, figures)}</p>
          {takenOverFrom.length > 0 ? (
            <p className="text-sm text-ink-2">{t("takenOver", { names: takenOverFrom.join(t("separator")) })}</p>
          ) : null}
          {answer ? <Quote className="mt-1">{answer.body}</Quote> : null}
          <input type="hidden" name="requestId" value={requestId ?? ""} />
          <input type="hidden" name="submissionId" value={submissionId} />
          <input type="hidden" name="cellKey" value={cellKey} />
          <Refused state={state} isInline className="mt-2" hasTyped />
          {requestId === null ? (
            <Button size="sm" className="mt-2" onClick={open}>
              {t(answer ? "change" : "open")}
            </Button>
          ) : (
            <>
              <TextField
                className="mt-2"
                id="carried-value"
                name="value"
                label={t("value")}
                inputMode="numeric"
                defaultValue={textOf("value", value ?? expected)}
                errors={errors.value}
                limit={LIMIT.figure}
                autoComplete="off"
                autoFocus
              />
              <TextareaField
                className="mt-2"
                id="carried-reason"
                name="reason"
                label={t("reason")}
                hint={t("reasonHint")}
                defaultValue={textOf("reason", answer?.body ?? "")}
                errors={errors.reason}
                limit={LIMIT.reason}
              />
              <div className="mt-2 flex items-center gap-2">
                <SubmitButton size="sm" busyLabel={t("saving")} isDisabled={!isSaved}>
                  {t("save")}
                </SubmitButton>
              </div>
            </>
          )}
        </CardContent>
      </form>
      {standing === "locked" ? null : <Restore {...{ submissionId, cellKey, expected, send, isSaved }} />}
    </Card>
  );
}

type RestoreProps = {
  submissionId: string;
  cellKey: string;
  expected: string;
  send: (form: FormData) => void;
  isSaved: boolean;
};

/** Goes back to what was carried, which needs no reason. */
function Restore({ submissionId, cellKey, expected, send, isSaved }: RestoreProps): ReactNode {
  const t = useTranslations("section.carried");
  const [requestId] = useState(newRequestId);
  return (
    <form action={send}>
      <CardFooter>
        <input type="hidden" name="requestId" value={requestId} />
        <input type="hidden" name="submissionId" value={submissionId} />
        <input type="hidden" name="cellKey" value={cellKey} />
        <input type="hidden" name="value" value={expected} />
        <input type="hidden" name="reason" value="" />
        <SubmitButton size="sm" variant="ghost" busyLabel={t("restoring")} isDisabled={!isSaved}>
          {t("restore", { expected: formatFigure(expected) })}
        </SubmitButton>
      </CardFooter>
    </form>
  );
}
