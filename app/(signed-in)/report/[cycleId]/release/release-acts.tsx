import { randomUUID } from "node:crypto";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { reasonField } from "@/components/ui/form-fields";
import { type Actor, may } from "@/lib/domain/access";
import { decideReportMove } from "@/lib/domain/report";
import type { JudgedReport } from "@/lib/domain/report-work";
import { formatMoment } from "@/lib/i18n/dates";
import { beginErratumAction, callOffErratumAction, finaliseReportAction, unlockReportAction } from "./actions";

type StepProps = { work: JudgedReport; actor: Actor; now: Date };

function hidden(work: JudgedReport) {
  return [
    { kind: "hidden" as const, name: "reportId", value: work.report.id },
    { kind: "hidden" as const, name: "requestId", value: randomUUID() },
  ];
}

/** Fixing the report, and taking it back to work. */
export function FinaliseStep({ work, actor, now, isBlocked }: StepProps & { isBlocked: boolean }): ReactNode {
  const t = useTranslations("release");
  const locale = useLocale();
  const { report } = work;
  if (report.state === "draft") {
    if (isBlocked) return <p className="text-ink-2">{t("finalise.blocked")}</p>;
    if (!decideReportMove(report, "finalise", actor).ok) return <p className="text-ink-2">{t("finalise.byEditor")}</p>;
    return (
      <ActionForm
        id="finalise"
        action={finaliseReportAction}
        fields={[
          ...hidden(work),
          { kind: "checkbox", name: "withUnitAnnexes", label: t("print.annexes"), hint: t("print.annexesHint") },
          { kind: "checkbox", name: "withoutCharts", label: t("print.noCharts"), hint: t("print.noChartsHint") },
        ]}
        submitLabel={t("finalise.act")}
        busyLabel={t("finalise.busy")}
        errorTitle={t("errorTitle")}
        buttonVariant="primary"
        note={<p className="text-ink-2">{t("finalise.note")}</p>}
      />
    );
  }
  const time = report.finalisedAt ? formatMoment(report.finalisedAt, now, locale) : "";
  return (
    <>
      <p>{t("finalise.done", { name: report.finalisedByName ?? "", time })}</p>
      {report.state !== "final" ? null : decideReportMove(report, "unlock", actor).ok ? (
        <details className="mt-2">
          <summary className="text-accent hover:underline">{t("unlock.title")}</summary>
          <div className="mt-2">
            <ActionForm
              id="unlock"
              action={unlockReportAction}
              fields={[...hidden(work), reasonField({ label: t("unlock.reason"), hint: t("unlock.reasonHint") })]}
              submitLabel={t("unlock.act")}
              busyLabel={t("unlock.busy")}
              errorTitle={t("errorTitle")}
            />
          </div>
        </details>
      ) : (
        <p className="mt-1 text-sm text-ink-3">{t("unlock.byEditor")}</p>
      )}
    </>
  );
}

/** Beginning the next version of what is published. */
export function ErratumStep({ work, actor }: Omit<StepProps, "now">): ReactNode {
  const t = useTranslations("release");
  if (!may(actor, "report:publish")) return <p className="text-ink-2">{t("erratum.byDirector")}</p>;
  return (
    <>
      <p className="text-ink-2">{t("erratum.note")}</p>
      <details className="mt-2">
        <summary className="text-accent hover:underline">{t("erratum.act")}</summary>
        <div className="mt-2">
          <ActionForm
            id="erratum"
            action={beginErratumAction}
            fields={[...hidden(work), reasonField({ label: t("erratum.reason"), hint: t("erratum.reasonHint") })]}
            submitLabel={t("erratum.act")}
            busyLabel={t("erratum.busy")}
            errorTitle={t("errorTitle")}
          />
        </div>
      </details>
    </>
  );
}

/** Giving up a correction that is being prepared. */
export function CallOffStep({ work, actor }: Omit<StepProps, "now">): ReactNode {
  const t = useTranslations("release");
  const decision = decideReportMove(work.report, "call_off", actor);
  if (!decision.ok) {
    const isLocked = decision.refusal === "wrong_state";
    return (
      <p className="mt-2 text-sm text-ink-3">{t(isLocked ? "erratum.callOffLocked" : "erratum.callOffByDirector")}</p>
    );
  }
  return (
    <details className="mt-2">
      <summary className="text-accent hover:underline">{t("erratum.callOff")}</summary>
      <div className="mt-2">
        <ActionForm
          id="call-off"
          action={callOffErratumAction}
          fields={[
            ...hidden(work),
            {
              kind: "textarea",
              name: "reason",
              label: t("erratum.callOffReason"),
              hint: t("erratum.callOffHint"),
              isRequired: true,
            },
          ]}
          submitLabel={t("erratum.callOff")}
          busyLabel={t("erratum.callOffBusy")}
          errorTitle={t("errorTitle")}
          buttonVariant="danger"
          note={<p className="text-ink-2">{t("erratum.callOffNote", { version: work.superseded?.version ?? 1 })}</p>}
        />
      </div>
    </details>
  );
}
