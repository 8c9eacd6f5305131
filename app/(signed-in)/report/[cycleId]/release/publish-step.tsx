import { randomUUID } from "node:crypto";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ConfirmAct } from "@/components/ui/confirm-act";
import { Description, DescriptionList } from "@/components/ui/description-list";
import type { Actor } from "@/lib/domain/access";
import { decideReportMove } from "@/lib/domain/report";
import type { JudgedReport } from "@/lib/domain/report-work";
import { formatMoment } from "@/lib/i18n/dates";
import { routes } from "@/lib/web/routes";
import { publishReportAction } from "./actions";

type PublishStepProps = { work: JudgedReport; actor: Actor; now: Date; isAsked: boolean };

/** Publishing needs a second person; what is published shows where it is and how it is verified. */
export function PublishStep({ work, actor, now, isAsked }: PublishStepProps): ReactNode {
  const t = useTranslations("release.publish");
  const locale = useLocale();
  const { report } = work;
  if (report.state === "draft") return <p className="text-ink-2">{t("notYet")}</p>;
  if (report.state === "final") {
    const decision = decideReportMove(report, "publish", actor);
    if (decision.ok) return <PublishQuestion work={work} actor={actor} now={now} isAsked={isAsked} />;
    return <p className="text-ink-2">{t(decision.refusal === "second_person_needed" ? "own" : "byDirector")}</p>;
  }
  const time = report.publishedAt ? formatMoment(report.publishedAt, now, locale) : "";
  return (
    <>
      <p>{t("done", { name: report.publishedByName ?? "", time })}</p>
      <DescriptionList className="mt-2">
        <Description term={t("address")}>
          <Link href={routes.publicReport(report.id)}>{t("open")}</Link>
        </Description>
        <Description term={t("code")} className="font-mono text-xs leading-5.5">
          {report.verificationCode}
        </Description>
        <Description term={t("hash")} className="font-mono text-xs leading-5.5">
          {report.documentHash}
        </Description>
      </DescriptionList>
    </>
  );
}

/** What is published cannot be taken back: which report it is, and what follows, is said before it happens. */
function PublishQuestion({ work, actor, now, isAsked }: PublishStepProps): ReactNode {
  const t = useTranslations("release");
  const locale = useLocale();
  const { report, superseded, document, cycle } = work;
  const time = report.finalisedAt ? formatMoment(report.finalisedAt, now, locale) : "";
  return (
    <>
      <p className="text-ink-2">{t("publish.note")}</p>
      <ConfirmAct
        label={t("publish.ask")}
        title={t("publish.question", { version: report.version })}
        description={t("publish.questionText")}
        askHref={`${routes.release(cycle.id, { ask: "publish" })}#ask`}
        backHref={routes.release(cycle.id)}
        isAsked={isAsked}
        form={{
          id: "publish",
          action: publishReportAction,
          fields: [
            { kind: "hidden", name: "reportId", value: report.id },
            { kind: "hidden", name: "requestId", value: randomUUID() },
          ],
          submitLabel: t("publish.act"),
          busyLabel: t("publish.busy"),
          errorTitle: t("errorTitle"),
          buttonVariant: "primary",
        }}
      >
        <DescriptionList className="mt-3">
          <Description term={t("publish.report")}>{document.title}</Description>
          <Description term={t("publish.district")}>{report.districtName}</Description>
          <Description term={t("publish.yearAndVersion")}>
            {t("publish.edition", { year: String(report.year), version: report.version })}
          </Description>
          <Description term={t("publish.finaliser")}>
            {t("publish.by", { name: report.finalisedByName ?? "", time })}
          </Description>
          <Description term={t("publish.publisher")}>{t("publish.byYou", { name: actor.name })}</Description>
        </DescriptionList>
        <ul className="mt-3 list-disc pl-4.5 text-sm text-pretty">
          <li>{t("publish.everybody")}</li>
          <li>{t("publish.onlyErratum", { next: report.version + 1 })}</li>
          {superseded ? <li>{t("publish.erratumNote", { version: superseded.version })}</li> : null}
          {superseded ? (
            <li>
              {t("erratum.changed", {
                version: superseded.version,
                figures: document.erratum?.differences.length ?? 0,
                passages: document.erratum?.passages.length ?? 0,
              })}
            </li>
          ) : null}
        </ul>
      </ConfirmAct>
    </>
  );
}
