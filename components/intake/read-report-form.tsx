"use client";

import { UploadIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useReportLimit } from "@/components/intake/use-report-limit";
import { useFormAction } from "@/components/saving/use-form-action";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FileField } from "@/components/ui/file-field";
import { FormCard } from "@/components/ui/form-card";
import { Refused } from "@/components/ui/refused";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/web/form-action";

type ReadReportFormProps = {
  read: FormAction;
  title: string;
  /** What is shown of a report that was read, with the form that takes it in. */
  found: (given: Readonly<Record<string, string>>) => ReactNode;
};

const ACCEPTED = ".txt,.html,.htm,.docx,.pdf,.ofd,.xlsx,.json,.csv";

/** A published report, read from a file or pasted; what was found in it stands above. Works without JavaScript. */
export function ReadReportForm({ read, title, found }: ReadReportFormProps): ReactNode {
  const t = useTranslations("intake.reading");
  const [state, send] = useFormAction(read);
  const limit = useReportLimit();
  const readReport = state.status === "done" ? state.given : undefined;
  const kept = "values" in state ? state.values : {};
  const errors = state.status === "invalid" ? state.fieldErrors : {};
  const items = (["file", "text"] as const).flatMap((name) =>
    (errors[name] ?? []).map((text) => ({ text, href: `#report-${name}` as const })),
  );

  return (
    <div className="min-w-0 space-y-4">
      {readReport ? found(readReport) : null}
      <FormCard title={title}>
        <form action={send} className="flex flex-col gap-3.5">
          {state.status === "refused" ? <Refused state={state} hasTyped /> : null}
          {items.length > 0 ? <ErrorSummary title={t("notRead")} items={items} /> : null}
          <FileField
            id="report-file"
            name="file"
            label={t("file")}
            hint={t("fileHint")}
            errors={errors.file}
            accept={ACCEPTED}
            limit={limit}
          />
          <TextareaField
            id="report-text"
            name="text"
            label={t("text")}
            hint={t("textHint")}
            rows={4}
            defaultValue={typeof kept.text === "string" ? kept.text : ""}
            errors={errors.text}
            spellCheck={false}
          />
          <div>
            <SubmitButton variant={readReport ? "secondary" : "primary"} busyLabel={t("reading")}>
              <UploadIcon />
              {t("read")}
            </SubmitButton>
          </div>
        </form>
      </FormCard>
    </div>
  );
}
