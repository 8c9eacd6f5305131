"use client";

import { UploadIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { CheckUpNext } from "@/components/checkup/checkup-next";
import { CheckUpResult } from "@/components/checkup/checkup-result";
import type { CheckUpView } from "@/components/checkup/checkup-view";
import { useReportLimit } from "@/components/intake/use-report-limit";
import { typedText, useAnsweredAction } from "@/components/saving/use-form-action";
import { Alert } from "@/components/ui/alert";
import { FileField } from "@/components/ui/file-field";
import { PageHead } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-field";

export type CheckUpState =
  | { status: "idle" }
  | { status: "refused"; message: string; text: string }
  | { status: "done"; view: CheckUpView };

type CheckUpFormProps = {
  action: (state: CheckUpState, form: FormData) => Promise<CheckUpState>;
  address: string;
  downloads: { xlsx: string; json: string };
};

const ACCEPTED = ".txt,.html,.htm,.docx,.pdf,.ofd,.xlsx,.json,.csv";

/** Pasted text or a file in, the report's tables with the findings beside them out. Works without JavaScript. */
export function CheckUpForm({ action, address, downloads }: CheckUpFormProps): ReactNode {
  const t = useTranslations("intake.checkup");
  const unansweredWord = useTranslations("common.unanswered");
  const [state, send] = useAnsweredAction<CheckUpState>(action, { status: "idle" }, (unanswered, form) => ({
    status: "refused",
    message: unansweredWord(unanswered),
    text: typedText(form),
  }));

  if (state.status === "done") {
    const next = <CheckUpNext action={send} />;
    return <CheckUpResult view={state.view} address={address} downloads={downloads} next={next} />;
  }
  return (
    <div className="mx-auto max-w-280">
      <PageHead title={t("headline")} lead={t("lead")} />
      {state.status === "refused" ? (
        <Alert variant="error" isAnnounced className="mt-4">
          <b>{t("refused")}</b>
          <p>{state.message}</p>
        </Alert>
      ) : null}
      <ReportForm action={send} text={state.status === "refused" ? state.text : ""} />
    </div>
  );
}

/** Asks for the report, and for last year's to compare it with. A file that is dropped on it is sent at once. */
function ReportForm({ action, text }: { action: (form: FormData) => void; text: string }): ReactNode {
  const t = useTranslations("intake.checkup");
  const limit = useReportLimit();
  const file = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const onDrop = (event: DragEvent<HTMLFormElement>) => {
    event.preventDefault();
    setIsOver(false);
    if (!file.current || event.dataTransfer.files.length === 0) return;
    file.current.files = event.dataTransfer.files;
    file.current.dispatchEvent(new Event("change", { bubbles: true }));
    event.currentTarget.requestSubmit();
  };
  return (
    <form
      action={action}
      className="mt-4 grid gap-3.5 rounded-md border border-line bg-surface px-4 py-3.5 data-[state=over]:border-accent data-[state=over]:bg-accent-wash"
      data-state={isOver ? "over" : undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <div className="rounded-md border border-dashed border-accent bg-accent-wash p-3">
        <FileField
          ref={file}
          id="checkup-file"
          name="file"
          label={t("file")}
          hint={t("file_hint")}
          accept={ACCEPTED}
          limit={limit}
        />
      </div>
      <TextareaField
        id="checkup-text"
        name="text"
        label={t("text")}
        hint={t("text_hint")}
        rows={10}
        defaultValue={text}
        spellCheck={false}
      />
      <FileField
        id="checkup-previous"
        name="previous"
        label={t("previous")}
        hint={t("previous_hint")}
        accept={ACCEPTED}
        limit={limit}
      />
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <SubmitButton variant="primary" busyLabel={t("checking")}>
          <UploadIcon />
          {t("check")}
        </SubmitButton>
        <span className="text-sm text-ink-3">{t("not_kept")}</span>
      </div>
    </form>
  );
}
