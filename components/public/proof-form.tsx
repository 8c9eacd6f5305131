"use client";

import { ShieldCheckIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useAnsweredAction } from "@/components/saving/use-form-action";
import { Alert } from "@/components/ui/alert";
import { Card, CardContent } from "@/components/ui/card";
import { Description, DescriptionList } from "@/components/ui/description-list";
import { FileField } from "@/components/ui/file-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { valuesOf } from "@/lib/domain/form-values";

type Shown = {
  district: string;
  sentence: string;
  at: string;
  data: string;
  seal: string;
  number: number;
  sealedOn: string;
};

export type ProofState =
  | { status: "idle" }
  | { status: "refused"; field: "seal" | "file" | null; message: string; text: string }
  | ({ status: "done" } & Shown);

type ProofFormProps = { action: (state: ProofState, form: FormData) => Promise<ProofState>; mostBytes: number };

/** A proof file and the seal from a receipt in, what is proven out. Works without JavaScript. */
export function ProofForm({ action, mostBytes }: ProofFormProps): ReactNode {
  const t = useTranslations("proof");
  const unansweredWord = useTranslations("common.unanswered");
  const [state, send] = useAnsweredAction<ProofState>(action, { status: "idle" }, (unanswered, form) => {
    const { seal } = valuesOf(form);
    const text = typeof seal === "string" ? seal : "";
    return { status: "refused", field: null, message: unansweredWord(unanswered), text };
  });
  const refused = state.status === "refused" ? state : null;
  const errorsOf = (field: "seal" | "file") => (refused?.field === field ? [refused.message] : undefined);
  return (
    <>
      {refused && refused.field === null ? (
        <Alert variant="error" isAnnounced className="mt-4">
          <b>{t("not_proven")}</b>
          <p>{refused.message}</p>
        </Alert>
      ) : null}
      {state.status === "done" ? <Proven shown={state} /> : null}
      <form action={send} className="mt-4 grid max-w-105 justify-items-start gap-3">
        <FileField
          className="w-full"
          id="proof-file"
          name="file"
          label={t("file")}
          hint={t("file_hint")}
          errors={errorsOf("file")}
          accept=".json"
          limit={{ bytes: mostBytes, sentence: t("fault.malformed") }}
          required
        />
        <TextField
          className="w-full"
          id="proof-seal"
          name="seal"
          label={t("seal")}
          hint={t("seal_hint")}
          errors={errorsOf("seal")}
          defaultValue={refused?.text ?? ""}
          autoComplete="off"
          spellCheck={false}
          required
        />
        <SubmitButton variant="primary" busyLabel={t("checking")}>
          <ShieldCheckIcon />
          {t("check")}
        </SubmitButton>
        <p className="text-sm text-ink-3">{t("not_kept")}</p>
      </form>
    </>
  );
}

function Proven({ shown }: { shown: Shown }): ReactNode {
  const t = useTranslations("proof");
  return (
    <div className="mt-4">
      <Alert variant="success" isAnnounced>
        <b>{t("proven")}</b>
        <p>{t("proven_text")}</p>
      </Alert>
      <Card className="mt-4">
        <CardContent>
          <DescriptionList>
            <Description term={t("event")} className="font-bold">
              {shown.sentence}
            </Description>
            <Description term={t("at")}>{shown.at}</Description>
            <Description term={t("sealed")}>
              {t("sealed_as", { number: shown.number, day: shown.sealedOn })}
            </Description>
            <Description term={t("seal")} className="font-mono">
              {shown.seal}
            </Description>
            <Description term={t("district")}>{t("district_said", { district: shown.district })}</Description>
            <Description term={t("data")}>
              <pre className="overflow-x-auto text-xs whitespace-pre-wrap">{shown.data}</pre>
            </Description>
          </DescriptionList>
        </CardContent>
      </Card>
    </div>
  );
}
