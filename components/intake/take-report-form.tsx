"use client";

import { UploadIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useReportLimit } from "@/components/intake/use-report-limit";
import { typedText, useAnsweredAction } from "@/components/saving/use-form-action";
import { ActionForm } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { FileField } from "@/components/ui/file-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextareaField } from "@/components/ui/text-field";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { FormAction } from "@/lib/web/form-action";

/** What was found in a file, before it is taken in. */
export type TakeView = {
  title: string;
  year: number;
  form: string;
  organisation: string;
  cells: number;
  /** Cells whose text is no number. */
  texts: number;
  unplaced: readonly string[];
  absent: readonly string[];
  /** The report as read: it is stored by the next step and not before. */
  payload: string;
  requestId: string;
};

export type TakeState =
  | { status: "idle" }
  | { status: "refused"; message: string; text: string }
  | { status: "read"; view: TakeView };

type TakeReportFormProps = {
  /** The units whose own report may be taken in. */
  units: readonly { id: string; name: string }[];
  actions: {
    read: (state: TakeState, form: FormData) => Promise<TakeState>;
    take: FormAction;
  };
};

const ACCEPTED = ".txt,.html,.htm,.docx,.pdf,.ofd,.xlsx,.json,.csv";
/** More than this are counted. */
const SHOWN_UNPLACED = 8;

/** A published report in: the file first, then what was found in it, then whose it is. Works without JavaScript. */
export function TakeReportForm({ units, actions }: TakeReportFormProps): ReactNode {
  const t = useTranslations("intake.take");
  const unansweredWord = useTranslations("common.unanswered");
  const [state, send] = useAnsweredAction<TakeState>(actions.read, { status: "idle" }, (unanswered, form) => ({
    status: "refused",
    message: unansweredWord(unanswered),
    text: typedText(form),
  }));
  const limit = useReportLimit();
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {state.status === "refused" ? (
        <Alert variant="error" isAnnounced>
          <b>{t("refused")}</b>
          <p>{state.message}</p>
        </Alert>
      ) : null}
      {state.status === "read" ? <Found view={state.view} units={units} actions={actions} /> : null}
      <Card>
        <CardHeader>
          <CardTitle>{state.status === "read" ? t("another") : t("title")}</CardTitle>
        </CardHeader>
        <CardContent>
          <form action={send}>
            <FileField
              id="take-file"
              name="file"
              label={t("file")}
              hint={t("fileHint")}
              accept={ACCEPTED}
              limit={limit}
            />
            <TextareaField
              className="mt-3"
              id="take-text"
              name="text"
              label={t("text")}
              rows={6}
              defaultValue={state.status === "refused" ? state.text : ""}
              spellCheck={false}
            />
            <div className="mt-3 flex items-center gap-2">
              <SubmitButton variant={state.status === "read" ? "secondary" : "primary"} busyLabel={t("reading")}>
                <UploadIcon />
                {t("read")}
              </SubmitButton>
            </div>
          </form>
        </CardContent>
      </Card>
    </div>
  );
}

function Found({ view, units, actions }: TakeReportFormProps & { view: TakeView }): ReactNode {
  const t = useTranslations("intake.take");
  const sections = useTranslations("intake.sections");
  const common = useTranslations("common");
  const { title, year, form, cells, texts, unplaced, absent, payload, requestId, organisation } = view;
  const likely = units.find((unit) => organisation !== "" && organisation.includes(unit.name)) ?? units[0];
  const isSection = (id: string): id is "overview" => sections.has(id as "overview");
  return (
    <>
      <Alert variant="info" isAnnounced>
        <p>{t("found", { title, year: String(year), form, cells })}</p>
        <p className="text-sm">{organisation === "" ? t("nobody") : t("body", { body: organisation })}</p>
        {texts > 0 ? <p className="text-sm">{t("texts", { count: texts })}</p> : null}
        {absent.length > 0 ? (
          <p className="text-sm">
            {t("absent", {
              sections: absent.map((id) => (isSection(id) ? sections(id) : id)).join(common("listSeparator")),
            })}
          </p>
        ) : null}
        {unplaced.length > 0 ? (
          <details className="text-sm">
            <summary>{t("unplaced", { count: unplaced.length })}</summary>
            <ul>
              {unplaced.slice(0, SHOWN_UNPLACED).map((text) => (
                <li key={text} className="border-l-2 border-line-2 pl-2.5 text-ink-2">
                  {text}
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </Alert>
      {units.length > 0 ? (
        <Card>
          <CardHeader>
            <CardTitle>{t("asUnit")}</CardTitle>
          </CardHeader>
          <CardContent>
            <ActionForm
              id="take-unit"
              action={actions.take}
              fields={[
                { kind: "hidden", name: "requestId", value: requestId },
                { kind: "hidden", name: "report", value: payload },
                {
                  kind: "select",
                  name: "organisationId",
                  label: t("unit"),
                  value: likely?.id ?? "",
                  choices: units.map(({ id, name }) => ({ value: id, label: name })),
                },
                {
                  kind: "textarea",
                  name: "otherBodyReason",
                  label: t("otherBody"),
                  hint: t("otherBodyHint"),
                  rows: 2,
                  limit: LIMIT.reason,
                },
              ]}
              submitLabel={t("takeUnit")}
              busyLabel={t("taking")}
              errorTitle={t("error")}
              buttonVariant="primary"
              note={
                <p className="text-sm text-ink-2">{t("asUnitText", { year: String(year), next: String(year + 1) })}</p>
              }
            />
          </CardContent>
        </Card>
      ) : null}
    </>
  );
}
