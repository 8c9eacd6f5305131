import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { OfferBadge } from "@/components/governments/offer-badge";
import { OfferChanges } from "@/components/governments/offer-changes";
import { useSectionNames } from "@/components/section/section-names";
import { ActionForm } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Line, LineList } from "@/components/ui/line-list";
import { PageAside, PageColumns } from "@/components/ui/page";
import { StateBadge } from "@/components/ui/state-badge";
import { isTakenAgain, type PublishedVersion } from "@/lib/domain/child-report";
import type { Cycle } from "@/lib/domain/cycle";
import type { ChosenGovernment } from "@/lib/domain/report-offer";
import { formatMoment } from "@/lib/i18n/dates";
import type { FormAction } from "@/lib/web/form-action";

type GovernmentOfferProps = {
  cycle: Cycle;
  entry: ChosenGovernment;
  /** Null for whoever may not take it over. */
  take: { action: FormAction; requestId: string } | null;
  /** Where the published report is read. */
  reportHref: string | null;
  hrefOfSection: (submissionId: string) => string;
  now: Date;
};

/** The published report of one government below: what taking it over changes, and how it stands here. */
export function GovernmentOffer(props: GovernmentOfferProps): ReactNode {
  const { cycle, entry } = props;
  return (
    <PageColumns>
      <div className="min-w-0 space-y-4">
        <Published {...props} />
        {entry.offer && entry.offer.changes.length > 0 ? (
          <OfferChanges format={cycle.format} offer={entry.offer} />
        ) : null}
      </div>
      <PageAside className="space-y-4">
        <Sections {...props} />
        {entry.asked.length > 0 ? <Asked {...props} /> : null}
      </PageAside>
    </PageColumns>
  );
}

function Published({ cycle, entry, take, reportHref, now }: GovernmentOfferProps): ReactNode {
  const t = useTranslations("governments.offer");
  const locale = useLocale();
  const { published, taken, offer } = entry;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{published?.title ?? <OfferBadge entry={entry} />}</CardTitle>
      </CardHeader>
      <CardContent className="space-y-3">
        {published ? (
          <>
            <OfferBadge entry={entry} />
            <p className="text-sm text-ink-2">
              {t("published", {
                who: published.publishedByName,
                when: formatMoment(published.publishedAt, now, locale),
              })}
            </p>
            {reportHref ? (
              <p>
                <a href={reportHref}>{t("read")}</a>
              </p>
            ) : null}
          </>
        ) : (
          <p>{t("unpublished", { year: String(cycle.year) })}</p>
        )}
        {taken ? (
          <p className="text-sm">
            {t("taken", {
              version: taken.version,
              who: taken.takenByName,
              when: formatMoment(taken.takenAt, now, locale),
            })}
          </p>
        ) : null}
        {published && entry.sections.length === 0 ? <Alert variant="info">{t("notInYear")}</Alert> : null}
        {offer?.otherForm ? <Alert variant="error">{t("otherForm", { form: offer.otherForm })}</Alert> : null}
        {offer && offer.unread > 0 ? <Alert variant="error">{t("unread", { count: offer.unread })}</Alert> : null}
        {offer && published && take && offer.otherForm === null && offer.unread === 0 ? (
          <TakeForm cycle={cycle} organisationId={entry.organisationId} published={published} {...take} />
        ) : null}
        {offer && offer.changes.length === 0 && offer.otherForm === null ? (
          <p>{t(entry.sections.some(isTakenAgain) ? "again" : "noChanges")}</p>
        ) : null}
      </CardContent>
    </Card>
  );
}

type TakeFormProps = {
  cycle: Cycle;
  organisationId: string;
  published: PublishedVersion;
  action: FormAction;
  requestId: string;
};

function TakeForm({ cycle, organisationId, published, action, requestId }: TakeFormProps): ReactNode {
  const t = useTranslations("governments.offer");
  const { reportId, documentHash, version } = published;
  const of = { requestId, cycleId: cycle.id, organisationId, reportId, documentHash };
  return (
    <ActionForm
      id="take"
      action={action}
      errorTitle={t("notDone")}
      submitLabel={t("act", { version })}
      busyLabel={t("busy")}
      buttonVariant="primary"
      fields={Object.entries(of).map(([name, value]) => ({ kind: "hidden" as const, name, value }))}
    />
  );
}

function Sections({ cycle, entry, hrefOfSection }: GovernmentOfferProps): ReactNode {
  const t = useTranslations("governments");
  const names = useSectionNames(cycle.format);
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("offer.sections")}</CardTitle>
      </CardHeader>
      {entry.sections.length === 0 ? (
        <CardContent>{t("list.notInYear")}</CardContent>
      ) : (
        <LineList>
          {entry.sections.map(({ id, sectionId, state }) => (
            <Line key={id}>
              <span className="flex flex-1 flex-wrap items-center justify-between gap-2">
                <Link href={hrefOfSection(id)}>{names.title(sectionId)}</Link>
                <StateBadge state={state} />
              </span>
            </Line>
          ))}
        </LineList>
      )}
    </Card>
  );
}

function Asked({ cycle, entry, now }: GovernmentOfferProps): ReactNode {
  const t = useTranslations("governments.offer");
  const locale = useLocale();
  const names = useSectionNames(cycle.format);
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("askedTitle")}</CardTitle>
      </CardHeader>
      <LineList>
        {entry.asked.map(({ id, sectionId, reason, askedByName, askedAt, answer, answerText, answeredByName }) => (
          <Line key={id}>
            <div className="min-w-0 flex-1 space-y-1">
              <b>{names.title(sectionId)}</b>
              <p className="text-sm">
                {t("asked", { who: askedByName, when: formatMoment(askedAt, now, locale), reason })}
              </p>
              <p className="text-sm text-ink-2">
                {answer ? t(`answered.${answer}`, { who: answeredByName ?? "" }) : t("waiting")}
                {answerText ? <q className="block">{answerText}</q> : null}
              </p>
            </div>
          </Line>
        ))}
      </LineList>
    </Card>
  );
}
