import { ArrowRightIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { KeptReading } from "@/components/saving/kept-reading";
import { newRequestId } from "@/components/saving/new-request-id";
import { UnsavedEntries } from "@/components/saving/unsaved-entries";
import { useSealLines } from "@/components/section/seal-lines";
import { ClientMessages } from "@/components/shell/client-messages";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { FocusOnArrival } from "@/components/ui/focus-on-arrival";
import { Page, PageAside, PageColumns } from "@/components/ui/page";
import { Receipt } from "@/components/ui/receipt";
import { isOpenTask } from "@/lib/domain/desk";
import type { SectionAhead } from "@/lib/domain/section-work";
import { formatExactMoment, formatMoment } from "@/lib/i18n/dates";
import type { FormAction } from "@/lib/web/form-action";
import { SectionContent } from "./section-content";
import { type SectionFrameProps, useSectionHead } from "./section-frame";
import { SectionHead } from "./section-head";
import { useSectionNames } from "./section-names";
import { SectionRemarks } from "./section-remarks";
import { SectionVersions } from "./section-versions";
import { SectionWithdraw } from "./section-withdraw";

type SectionReadingProps = SectionFrameProps & {
  canWithdraw: boolean;
  action: FormAction;
  ahead: SectionAhead;
  hrefOf: (submissionId: string) => string;
  handInHref: string;
};

/** A section that its unit has submitted: what was sent, its receipt, and what can still be done. */
export function SectionReading(props: SectionReadingProps): ReactNode {
  const { work, now, canWithdraw, action } = props;
  const head = useSectionHead(props);
  const isHandedIn = !isOpenTask(work.submission.state);
  const { submission } = work;
  return (
    <ClientMessages areas={["common", "section"]}>
      <Page className="pt-3 max-md:pt-3">
        <SectionHead {...head} tools={<SectionVersions work={work} now={now} />} />
        <PageColumns>
          <div className="flex min-w-0 flex-col gap-3">
            <UnsavedEntries of={submission.id} />
            <KeptReading owner={props.personId} of={submission.id} />
            <FocusOnArrival>
              <Alert
                variant={submission.state === "approved" ? "success" : "info"}
                actions={
                  canWithdraw || isHandedIn ? (
                    <>
                      {canWithdraw ? (
                        <SectionWithdraw
                          submissionId={submission.id}
                          requestId={newRequestId()}
                          revision={submission.revision}
                          action={action}
                        />
                      ) : null}
                      {isHandedIn ? <WhereNext {...props} /> : null}
                    </>
                  ) : undefined
                }
              >
                <WhereItStands {...props} />
              </Alert>
            </FocusOnArrival>
            <SectionContent work={work} />
          </div>
          <PageAside>
            <LastReceipt {...props} />
            <SectionRemarks work={work} now={now} />
          </PageAside>
        </PageColumns>
      </Page>
    </ClientMessages>
  );
}

/** The way on from what is done: to the person's next section, or back to the desk when nothing is left. */
function WhereNext({ work, ahead, hrefOf, deskHref, handInHref }: SectionReadingProps): ReactNode {
  const t = useTranslations("section.read");
  const words = useSectionNames(work.cycle.format);
  const { next, open } = ahead;
  if (!next) return <ButtonLink href={deskHref}>{t("allDone")}</ButtonLink>;
  return (
    <>
      <ButtonLink href={handInHref}>{t("handIn", { count: open })}</ButtonLink>
      <ButtonLink variant="primary" href={hrefOf(next.id)}>
        {t("next", { number: words.number(next.sectionId) })}
        <ArrowRightIcon />
      </ButtonLink>
    </>
  );
}

function WhereItStands({ work, now }: SectionFrameProps): ReactNode {
  const t = useTranslations("section.read");
  const locale = useLocale();
  const { submission, cycle } = work;
  const { state, latestVersion: version, submittedAt, approvedAt, approvedByName } = submission;
  const time = submittedAt ? formatMoment(submittedAt, now, locale) : "";
  if (state === "approved") {
    return t("approved", {
      version,
      who: approvedByName ?? "",
      time: approvedAt ? formatMoment(approvedAt, now, locale) : "",
    });
  }
  if (cycle.state === "closed") return t("closed", { year: String(cycle.year) });
  if (state === "submitted") return t(submission.isReviewBegun ? "inReview" : "submitted", { version, time });
  return t("awaiting_signature", { version, time });
}

function LastReceipt({ work, now }: SectionFrameProps): ReactNode {
  const t = useTranslations("section.read");
  const title = useTranslations("desk.receipt");
  const sealLines = useSealLines();
  const locale = useLocale();
  const { submission } = work;
  if (!submission.submittedAt || submission.receipt === null) return null;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("receipt")}</CardTitle>
      </CardHeader>
      <CardContent>
        <Receipt
          title={title(submission.state === "awaiting_signature" ? "toHead" : "received")}
          lines={[
            { label: t("version"), value: t("versionValue", { version: submission.latestVersion }) },
            { label: t("time"), value: formatExactMoment(submission.submittedAt, now, locale) },
            { label: t("by"), value: submission.submittedByName },
            { label: t("number"), value: submission.receipt, isCode: true },
            ...sealLines(work.seal),
          ]}
        />
      </CardContent>
    </Card>
  );
}
