"use client";

import { UploadIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CodeSlipWords } from "@/components/admin/code-slip";
import { StaffPreview } from "@/components/admin/staff-preview";
import { StaffTaken } from "@/components/admin/staff-taken";
import { useFormAction } from "@/components/saving/use-form-action";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FileField } from "@/components/ui/file-field";
import { FormCard } from "@/components/ui/form-card";
import { Refused } from "@/components/ui/refused";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-field";
import { REPORT_FILE_MAX_BYTES } from "@/lib/domain/report-file";
import type { FormAction } from "@/lib/web/form-action";

type StaffListFormProps = {
  read: FormAction;
  take: FormAction;
  requestId: string;
  slipWords: CodeSlipWords;
};

/** A list of units and people: sent, looked at row by row, and taken by a second step. Works without JavaScript. */
export function StaffListForm({ read, take, requestId, slipWords }: StaffListFormProps): ReactNode {
  const t = useTranslations("staff");
  const [state, send] = useFormAction(read);
  const [taken, sendTaken] = useFormAction(take);
  const found = state.status === "done" ? state.given : undefined;
  const done = taken.status === "done" ? taken.given : undefined;
  const isOpen = found !== undefined && found.digest !== done?.digest;
  const kept = "values" in state ? state.values.text : isOpen ? found.text : "";
  const errors = state.status === "invalid" ? state.fieldErrors : {};
  const items = (["file", "text"] as const).flatMap((name) =>
    (errors[name] ?? []).map((text) => ({ text, href: `#staff-${name}` as const })),
  );

  return (
    <div className="min-w-0 space-y-4">
      {taken.status === "done" && done ? (
        <StaffTaken key={done.digest} message={taken.message} given={done} words={slipWords} />
      ) : null}
      {isOpen ? (
        <StaffPreview
          key={found.digest}
          given={found}
          action={sendTaken}
          refusal={taken.status === "refused" ? taken : null}
          requestId={requestId}
        />
      ) : null}
      <FormCard title={t("choose")}>
        <form action={send} className="flex flex-col gap-3.5" id="read-staff-list">
          {state.status === "refused" ? <Refused state={state} hasTyped /> : null}
          {items.length > 0 ? <ErrorSummary title={t("notRead")} items={items} /> : null}
          <FileField
            id="staff-file"
            name="file"
            label={t("fileLabel")}
            hint={t("fileHint")}
            errors={errors.file}
            accept=".xlsx,.csv,.txt"
            limit={{ bytes: REPORT_FILE_MAX_BYTES, sentence: t("unreadable.too_large") }}
          />
          <TextareaField
            id="staff-text"
            name="text"
            label={t("textLabel")}
            hint={t("textHint")}
            rows={5}
            defaultValue={typeof kept === "string" ? kept : ""}
            errors={errors.text}
            spellCheck={false}
          />
          <div>
            <SubmitButton variant={isOpen ? "secondary" : "primary"} busyLabel={t("reading")}>
              <UploadIcon />
              {t("read")}
            </SubmitButton>
          </div>
        </form>
      </FormCard>
    </div>
  );
}
