import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useSectionNames } from "@/components/section/section-names";
import { ActionForm } from "@/components/ui/action-form";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import type { FormField } from "@/components/ui/form-input";
import { Line, LineList } from "@/components/ui/line-list";
import { Quote } from "@/components/ui/remark";
import { headingOfAnchor } from "@/lib/domain/anchor";
import { describeCell } from "@/lib/domain/cell";
import { cellsOf } from "@/lib/domain/check/subject-cells";
import { CORRECTION_ANSWERS, type CorrectionRequest } from "@/lib/domain/correction-request";
import type { Format } from "@/lib/domain/format";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { formatMoment } from "@/lib/i18n/dates";
import type { FormAction } from "@/lib/web/form-action";

type AskedCorrectionsProps = {
  format: Format;
  asked: readonly CorrectionRequest[];
  /** Null for whoever may not answer; the form of each has a request id of its own. */
  answer: { action: FormAction; requestIdOf: (correctionId: string) => string } | null;
  now: Date;
};

/** What the government above sent back of a published report, each with its answer or the form for it. */
export function AskedCorrections({ format, asked, answer, now }: AskedCorrectionsProps): ReactNode {
  const t = useTranslations("governments.asked");
  const open = asked.filter((request) => request.answer === null);
  return (
    <Card id="corrections" className="mb-4">
      <CardHeader>
        <CardTitle>{t("title", { parent: asked[0]?.parentName ?? "", count: asked.length })}</CardTitle>
      </CardHeader>
      <CardContent className="text-sm text-ink-2">
        {t("text")}
        {open.length > 0 && answer === null ? t("byDirector") : null}
      </CardContent>
      <LineList>
        {asked.map((request) => (
          <Line key={request.id}>
            <div className="min-w-0 flex-1 space-y-1.5">
              <Asked format={format} request={request} now={now} />
              {request.answer === null && answer ? (
                <AnswerForm request={request} action={answer.action} requestId={answer.requestIdOf(request.id)} />
              ) : null}
            </div>
          </Line>
        ))}
      </LineList>
    </Card>
  );
}

function Asked({ format, request, now }: { format: Format; request: CorrectionRequest; now: Date }): ReactNode {
  const t = useTranslations("governments.asked");
  const locale = useLocale();
  const names = useSectionNames(format);
  const cells = cellsOf(format);
  const { sectionId, reason, parentName: parent, askedByName, askedAt, answer, answerText, answeredByName } = request;
  const placeOf = (anchor: string): string => {
    const located = headingOfAnchor(anchor) === null ? cells.get(anchor) : undefined;
    return located ? describeCell(located) : names.title(sectionId);
  };
  return (
    <>
      <b>{names.title(sectionId)}</b>
      <p className="text-xs text-ink-3">
        {t("from", { parent, who: askedByName, when: formatMoment(askedAt, now, locale) })}
      </p>
      <Quote>{reason}</Quote>
      {request.cells.map(({ anchor, body }) => (
        <p key={`${anchor} ${body}`} className="text-sm">
          {placeOf(anchor)}：{body}
        </p>
      ))}
      {answer && request.answeredAt ? (
        <p className="text-sm text-ink-2">
          {t(`answered.${answer}`, {
            who: answeredByName ?? "",
            when: formatMoment(request.answeredAt, now, locale),
            body: answerText ?? "",
          })}
        </p>
      ) : null}
    </>
  );
}

type AnswerFormProps = { request: CorrectionRequest; action: FormAction; requestId: string };

function AnswerForm({ request, action, requestId }: AnswerFormProps): ReactNode {
  const t = useTranslations("governments.asked");
  const fields: FormField[] = [
    { kind: "hidden", name: "requestId", value: requestId },
    { kind: "hidden", name: "correctionId", value: request.id },
    {
      kind: "select",
      name: "answer",
      label: t("answer"),
      value: "corrects",
      choices: CORRECTION_ANSWERS.map((value) => ({ value, label: t(value) })),
    },
    {
      kind: "textarea",
      name: "body",
      label: t("body"),
      hint: t("bodyHint"),
      value: request.reason,
      limit: LIMIT.reason,
      isRequired: true,
    },
  ];
  return (
    <ActionForm
      id={`answer-${request.sectionId}-${request.askedAt.getTime()}`}
      action={action}
      errorTitle={t("notDone")}
      submitLabel={t("act")}
      busyLabel={t("busy")}
      fields={fields}
    />
  );
}
