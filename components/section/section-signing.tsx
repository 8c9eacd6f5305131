import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { newRequestId } from "@/components/saving/new-request-id";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Page, PageAside, PageColumns } from "@/components/ui/page";
import { readFigure } from "@/lib/domain/figure";
import { getSection } from "@/lib/domain/format-cells";
import { listChanges } from "@/lib/domain/version-changes";
import { formatMoment } from "@/lib/i18n/dates";
import { formatFigure } from "@/lib/i18n/numbers";
import type { FormAction } from "@/lib/web/form-action";
import { SectionContent } from "./section-content";
import { SectionFigures } from "./section-figures";
import { type SectionFrameProps, useSectionHead } from "./section-frame";
import { SectionHead } from "./section-head";
import { SectionRemarks } from "./section-remarks";
import { SectionSignForm } from "./section-sign-form";
import { SectionVersions } from "./section-versions";

type SectionSigningProps = SectionFrameProps & {
  actions: { sign: FormAction; decline: FormAction };
};

/** For a unit's head: the section in short and in full, one button, a name on the record. */
export function SectionSigning(props: SectionSigningProps): ReactNode {
  const { work, now, actions } = props;
  const t = useTranslations("section.sign");
  const locale = useLocale();
  const head = useSectionHead(props);
  const { submission } = work;
  return (
    <ClientMessages areas={["common", "section"]}>
      <Page className="pt-3 max-md:pt-3">
        <SectionHead {...head} tools={<SectionVersions work={work} now={now} />} />
        <PageColumns>
          <div className="flex min-w-0 flex-col gap-3">
            <SectionContent work={work} />
          </div>
          {/* A head signs on the phone without passing the whole table first. */}
          <PageAside className="max-md:-order-1">
            <Card>
              <CardHeader>
                <CardTitle>{t("title")}</CardTitle>
              </CardHeader>
              <CardContent>
                <p>
                  {t("text", {
                    who: submission.submittedByName ?? "",
                    when: submission.submittedAt ? formatMoment(submission.submittedAt, now, locale) : "",
                    version: submission.latestVersion,
                  })}
                </p>
                <Summary {...props} />
                <SectionSignForm
                  submissionId={submission.id}
                  revision={submission.revision}
                  requestIds={{ sign: newRequestId(), decline: newRequestId() }}
                  signAction={actions.sign}
                  declineAction={actions.decline}
                />
              </CardContent>
            </Card>
            <SectionRemarks work={work} now={now} />
          </PageAside>
        </PageColumns>
      </Page>
    </ClientMessages>
  );
}

/** The figures that a head asks for first, and what has changed since the last time. */
function Summary({ work }: SectionFrameProps): ReactNode {
  const t = useTranslations("section.sign");
  const { submission, cycle, subject, values, versions } = work;
  const section = getSection(cycle.format, submission.sectionId);
  const printed = (key: string) => formatFigure(subject.figures[key] ?? null);
  const [latest, before] = versions;
  const changes = latest && before ? listChanges(before.content, latest.content).length : 0;
  const nonZero = Object.values(values).filter((found) => {
    const figure = readFigure(found);
    return figure.kind !== "number" || figure.value !== "0";
  }).length;
  const characters = work.paragraphs.reduce((sum, paragraph) => sum + [...paragraph.body.replace(/\s/g, "")].length, 0);
  const explained = work.explanations.filter((explanation) =>
    work.findings.some((finding) => finding.id === explanation.findingId),
  );
  return (
    <div className="mt-3 border-t border-line pt-3">
      <h3 className="text-sm font-bold">{t("summary")}</h3>
      {section.id === "requests" ? (
        <SectionFigures
          figures={(
            [
              ["received", "requests.received.total"],
              ["concluded", "requests.outcome_total.total"],
              ["carriedOut", "requests.carried_out.total"],
            ] as const
          ).map(([word, key]) => ({ key, name: t(word), value: printed(key) }))}
        />
      ) : null}
      <ul className="mt-1.5 text-sm text-ink-2">
        <li>
          {section.kind === "narrative"
            ? t("characters", { count: characters })
            : nonZero === 0
              ? t("allZero")
              : t("nonZero", { count: nonZero })}
        </li>
        {explained.length > 0 ? <li>{t("warningsExplained", { count: explained.length })}</li> : null}
        {before ? <li>{t("changes", { count: changes })}</li> : null}
      </ul>
    </div>
  );
}
