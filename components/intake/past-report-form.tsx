"use client";

import { UploadIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { CheckUpView } from "@/components/checkup/checkup-view";
import { PastReportPreview } from "@/components/intake/past-report-preview";
import { useReportLimit } from "@/components/intake/use-report-limit";
import { useFormAction } from "@/components/saving/use-form-action";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FileField } from "@/components/ui/file-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-field";
import type { FormAction } from "@/lib/web/form-action";

type PastReportFormProps = {
  read: FormAction;
  takeOver: FormAction;
  requestId: string;
  /** Whose reports these are; a report of another body is pointed out. */
  district: string;
  /** Of which years a report is here. */
  years: readonly string[];
};

const ACCEPTED = ".txt,.html,.htm,.docx,.pdf,.ofd,.xlsx,.json,.csv";

/** A report that was published before, read and shown; taking it over is a second step. Works without JavaScript. */
export function PastReportForm({ read, takeOver, requestId, district, years }: PastReportFormProps): ReactNode {
  const t = useTranslations("intake.past");
  const [state, send] = useFormAction(read);
  const limit = useReportLimit();
  const given = state.status === "done" ? state.given : undefined;
  const view = given?.view === undefined ? null : viewOf(given.view);
  const kept = "values" in state ? state.values : {};
  const errors = state.status === "invalid" ? state.fieldErrors : {};
  const items = (["file", "text"] as const).flatMap((name) =>
    (errors[name] ?? []).map((text) => ({ text, href: `#past-${name}` as const })),
  );
  if (state.status === "refused") items.push({ text: state.message, href: "#past-file" });

  return (
    <div className="min-w-0 space-y-4">
      <Card>
        <CardHeader>
          <CardTitle>{t("choose")}</CardTitle>
        </CardHeader>
        <CardContent>
          <form action={send} className="flex flex-col gap-3.5">
            {items.length > 0 ? <ErrorSummary title={t("unreadable")} items={items} /> : null}
            <FileField
              id="past-file"
              name="file"
              label={t("file")}
              hint={t("file_hint")}
              errors={errors.file}
              accept={ACCEPTED}
              limit={limit}
            />
            <TextareaField
              id="past-text"
              name="text"
              label={t("text")}
              hint={t("text_hint")}
              rows={4}
              defaultValue={typeof kept.text === "string" ? kept.text : ""}
              errors={errors.text}
              spellCheck={false}
            />
            <div>
              <SubmitButton variant={view ? "secondary" : "primary"} busyLabel={t("reading")}>
                <UploadIcon />
                {t("read_file")}
              </SubmitButton>
            </div>
          </form>
        </CardContent>
      </Card>
      {view && given?.report ? (
        <Card>
          <CardHeader>
            <CardTitle>{t("found")}</CardTitle>
          </CardHeader>
          <CardContent>
            <PastReportPreview
              key={given.report}
              view={view}
              report={given.report}
              year={given.year ?? ""}
              organisation={given.organisation ?? ""}
              district={district}
              years={years}
              takeOver={takeOver}
              requestId={requestId}
            />
          </CardContent>
        </Card>
      ) : null}
    </div>
  );
}

/** What the action gave travels as text. */
function viewOf(text: string): CheckUpView | null {
  const value: unknown = JSON.parse(text);
  return isView(value) ? value : null;
}

function isView(value: unknown): value is CheckUpView {
  return typeof value === "object" && value !== null && "figures" in value && "unplaced" in value;
}
