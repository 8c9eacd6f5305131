"use client";

import { UploadIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LedgerPreview } from "@/components/ledger/ledger-preview";
import { useFormAction } from "@/components/saving/use-form-action";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FileField } from "@/components/ui/file-field";
import { FormCard } from "@/components/ui/form-card";
import { Refused } from "@/components/ui/refused";
import { SubmitButton } from "@/components/ui/submit-button";
import { REPORT_FILE_MAX_BYTES } from "@/lib/domain/report-file";
import type { FormAction } from "@/lib/web/form-action";

type LedgerFormProps = {
  submissionId: string;
  requestId: string;
  hasLedger: boolean;
  read: FormAction;
  count: FormAction;
  take: FormAction;
};

/** A ledger: sent, looked at cell by cell, and taken by another step. Works without JavaScript. */
export function LedgerForm({ submissionId, requestId, hasLedger, read, count, take }: LedgerFormProps): ReactNode {
  const t = useTranslations("ledger");
  const [state, send] = useFormAction(read);
  const [counted, sendCount] = useFormAction(count);
  const [taken, sendTaken] = useFormAction(take);
  const first = state.status === "done" ? state.given : undefined;
  const again = counted.status === "done" ? counted.given : undefined;
  // What was counted anew is shown as long as it is of the file that was read last.
  const found = again && (!first || again.readingHash === first.readingHash) ? again : first;
  const errors = state.status === "invalid" ? (state.fieldErrors.file ?? []) : [];

  return (
    <div className="min-w-0 space-y-4">
      {found ? (
        <LedgerPreview
          key={found.digest}
          given={found}
          submissionId={submissionId}
          requestId={requestId}
          count={sendCount}
          take={sendTaken}
          refusal={taken.status === "refused" ? taken : counted.status === "refused" ? counted : null}
        />
      ) : null}
      <FormCard title={t(hasLedger ? "chooseNewer" : "choose")}>
        <form action={send} className="flex flex-col gap-3.5" id="read-ledger">
          {state.status === "refused" ? <Refused state={state} hasTyped={false} /> : null}
          {errors.length > 0 ? (
            <ErrorSummary
              title={t("notRead")}
              items={errors.map((text) => ({ text, href: "#ledger-file" as const }))}
            />
          ) : null}
          <input type="hidden" name="submissionId" value={submissionId} />
          <FileField
            id="ledger-file"
            name="file"
            label={t("file")}
            hint={t("fileHint")}
            errors={errors}
            accept=".xlsx,.csv,.txt"
            limit={{ bytes: REPORT_FILE_MAX_BYTES, sentence: t("unreadable.too_large") }}
          />
          <p className="text-sm text-ink-2">{t("privacy")}</p>
          <div>
            <SubmitButton variant={found ? "secondary" : "primary"} busyLabel={t("reading")}>
              <UploadIcon />
              {t("read")}
            </SubmitButton>
          </div>
        </form>
      </FormCard>
    </div>
  );
}
