"use client";

import { ShieldCheckIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useAnsweredAction } from "@/components/saving/use-form-action";
import { Alert } from "@/components/ui/alert";
import { FileField } from "@/components/ui/file-field";
import { SubmitButton } from "@/components/ui/submit-button";

type Named = {
  fileName: string;
  title: string;
  version: number;
  publishedOn: string;
  href: string;
  /** The version that counts, where it is another. */
  newer: { version: number; href: string } | null;
};

export type GenuineState =
  | { status: "idle" }
  | { status: "refused"; message: string }
  | { status: "unknown"; fileName: string }
  | ({ status: "genuine" | "altered" } & Named);

type GenuineFormProps = {
  action: (state: GenuineState, form: FormData) => Promise<GenuineState>;
  mostBytes: number;
};

/** A file in, whether it is one that is published here out. Works without JavaScript. */
export function GenuineForm({ action, mostBytes }: GenuineFormProps): ReactNode {
  const t = useTranslations("public.genuine");
  const unansweredWord = useTranslations("common.unanswered");
  const [state, send] = useAnsweredAction<GenuineState>(action, { status: "idle" }, (unanswered) => ({
    status: "refused",
    message: unansweredWord(unanswered),
  }));
  return (
    <>
      <Answer state={state} />
      <form action={send} className="mt-4 grid max-w-105 justify-items-start gap-3">
        <FileField
          className="w-full"
          id="genuine-file"
          name="file"
          label={t("file")}
          hint={t("hint")}
          errors={state.status === "refused" ? [state.message] : undefined}
          accept=".pdf,.docx,.xlsx,.html,.csv,.json,.xml,.zip"
          limit={{ bytes: mostBytes, sentence: t("tooLarge") }}
          required
        />
        <SubmitButton variant="primary" busyLabel={t("checking")}>
          <ShieldCheckIcon />
          {t("check")}
        </SubmitButton>
        <p className="text-sm text-ink-3">{t("notKept")}</p>
      </form>
    </>
  );
}

function Answer({ state }: { state: GenuineState }): ReactNode {
  const t = useTranslations("public.genuine");
  if (state.status === "idle" || state.status === "refused") return null;
  if (state.status === "unknown") {
    return (
      <Alert variant="error" isAnnounced className="mt-4">
        <b>{t("unknown", { file: state.fileName })}</b>
        <p>{t("unknownText")}</p>
      </Alert>
    );
  }
  const { fileName, title, version, publishedOn, href, newer } = state;
  const isGenuine = state.status === "genuine";
  return (
    <Alert variant={isGenuine ? (newer ? "warning" : "success") : "error"} isAnnounced className="mt-4">
      <b>{t(isGenuine ? (newer ? "older" : "genuine") : "altered", { file: fileName })}</b>
      <p>
        {isGenuine ? t("genuineText", { title, version, day: publishedOn }) : t("alteredText", { title })}{" "}
        {newer ? t("newerText", { version: newer.version }) : null}
      </p>
      <p>
        <a href={newer?.href ?? href}>{newer ? t("openNewer", { version: newer.version }) : t("open")}</a>
      </p>
    </Alert>
  );
}
