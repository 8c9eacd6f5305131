import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { newRequestId } from "@/components/saving/new-request-id";
import { ClientMessages } from "@/components/shell/client-messages";
import { Alert } from "@/components/ui/alert";
import type { EventType, StoredEvent } from "@/lib/domain/events";
import { isPastHardEnd } from "@/lib/domain/submission";
import { daysLeft, formatDeadline, formatMoment } from "@/lib/i18n/dates";
import { type SectionFrameProps, useSectionHead, useShownComments } from "./section-frame";
import { SectionVersions } from "./section-versions";
import { SectionWork } from "./section-work";
import type { SectionActions } from "./section-work-props";

type SectionFillingProps = SectionFrameProps & {
  actions: SectionActions;
  signInHref: string;
  /** Where the section is downloaded as a workbook. */
  workbookHref: string;
  /** Where its table is counted from a ledger. */
  ledgerHref: string;
  /** How it was returned, until it is submitted again. */
  sentBack: StoredEvent | null;
  /** True where the unit's head signs before the office sees it. */
  waitsForHead: boolean;
};

/** A section that its unit may change now. */
export function SectionFilling(props: SectionFillingProps): ReactNode {
  const { work, now, actions, signInHref, waitsForHead } = props;
  const { submission, answers, values, versions, explanations } = work;
  const head = useSectionHead(props);
  const comments = useShownComments(work, now);
  const [last] = versions;
  const {
    cycle,
    sectionId,
    isOffice,
    figures,
    paragraphs,
    outline,
    indicators,
    previous,
    ownReport,
    ledger,
    ruleSettings,
  } = answers;
  return (
    <ClientMessages areas={["common", "grid", "checks", "section"]}>
      <SectionWork
        key={submission.id}
        submissionId={submission.id}
        personId={props.personId}
        answers={{
          cycle: { year: cycle.year, format: cycle.format },
          sectionId,
          isOffice,
          figures,
          paragraphs,
          outline,
          indicators,
          previous,
          ownReport,
          ledger,
          ruleSettings,
        }}
        format={work.cycle.format}
        values={values}
        lastTexts={listUsableTexts(work)}
        last={last ? { version: last.number, content: last.content } : null}
        revision={submission.revision}
        needsSignature={waitsForHead}
        isNil={submission.isNil}
        explanations={explanations.map(({ findingId, finding, body, acceptedByName }) => ({
          findingId,
          finding,
          body,
          acceptedByName,
        }))}
        comments={comments}
        requestIds={{ fill: newRequestId(), resolve: newRequestId() }}
        actions={actions}
        signInHref={signInHref}
        workbookHref={props.workbookHref}
        head={head}
        notice={
          <>
            <HardEndNotice {...props} />
            <ReturnedNotice {...props} />
            <LedgerNotice {...props} />
          </>
        }
        versions={<SectionVersions work={work} now={now} />}
      />
    </ClientMessages>
  );
}

function listUsableTexts({ outline, previous }: SectionFillingProps["work"]): Record<string, string> {
  return Object.fromEntries(
    outline.flatMap(({ key, mayKeepText }) => {
      const text = previous?.paragraphs[key];
      return mayKeepText && text ? [[key, text]] : [];
    }),
  );
}

/** From when nothing is handed in any more, in the last week before it and after. */
function HardEndNotice({ work: { submission }, now }: SectionFillingProps): ReactNode {
  const t = useTranslations("section");
  const locale = useLocale();
  const { closesAt } = submission;
  if (closesAt === null || daysLeft(closesAt, now) > 7) return null;
  const isPast = isPastHardEnd(submission, now);
  const at = formatDeadline(closesAt, now, locale);
  return <Alert variant={isPast ? "error" : "warning"}>{t(isPast ? "hardEndPast" : "hardEndAhead", { at })}</Alert>;
}

/** Whether table three was counted from a ledger, and that it can be. */
function LedgerNotice({ work, now, ledgerHref }: SectionFillingProps): ReactNode {
  const t = useTranslations("ledger.desk");
  const locale = useLocale();
  const { submission, ledger } = work;
  if (submission.sectionId !== "requests") return null;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
      {ledger
        ? t("counted", {
            who: ledger.takenByName,
            when: formatMoment(ledger.takenAt, now, locale),
            rows: ledger.rowCount,
          })
        : t("none")}
      <Link href={ledgerHref} prefetch={false}>
        {t(ledger ? "countedAct" : "noneAct")}
      </Link>
    </p>
  );
}

const WORD_OF: Partial<Record<EventType, "reopened" | "declined">> = {
  submission_reopened: "reopened",
  signature_declined: "declined",
};

/** Why it was returned and by whom, until it is submitted again. A reason that stands on a cell is told there. */
function ReturnedNotice({ work, sentBack, now }: SectionFillingProps): ReactNode {
  const t = useTranslations("section.returned");
  const locale = useLocale();
  const { submission, comments } = work;
  const open = comments.filter((comment) => comment.sentAt !== null && comment.resolvedAt === null);
  if (submission.returnReason === null) return null;
  if (open.some((comment) => comment.body === submission.returnReason)) return null;
  return (
    <Alert variant="error">
      <b>
        {sentBack
          ? t(WORD_OF[sentBack.event.type] ?? "by", {
              who: sentBack.actorName,
              when: formatMoment(sentBack.at, now, locale),
              version: submission.latestVersion,
            })
          : t("title", { version: submission.latestVersion })}
      </b>
      <p>{submission.returnReason}</p>
      {open.length > 0 ? (
        <p className="text-sm text-ink-2">
          <span className="max-md:hidden">{t("cells", { count: open.length })}</span>
          <span className="hidden max-md:block">{t("cellsBelow", { count: open.length })}</span>
        </p>
      ) : null}
    </Alert>
  );
}
