import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ReviewAfter } from "@/components/review/review-after";
import { DECISION_ID } from "@/components/review/review-bar";
import { ReviewHead } from "@/components/review/review-head";
import { ReviewNotes } from "@/components/review/review-notes";
import { ReviewStatements } from "@/components/review/review-statements";
import { ReviewSwitches } from "@/components/review/review-switches";
import { ClientMessages } from "@/components/shell/client-messages";
import { SkipLink } from "@/components/shell/skip-link";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Page, PageColumns } from "@/components/ui/page";
import { getSection } from "@/lib/domain/format-cells";
import type { HeadAnswer } from "@/lib/domain/head-statement";
import type { ReviewWork } from "@/lib/domain/review-work";
import { inLanguage } from "@/lib/formats/localize-format";
import { formatDeadline, formatMoment } from "@/lib/i18n/dates";
import { loadReview } from "@/lib/services/load-review";
import { loadReturnReasons } from "@/lib/services/manage-return-reasons";
import { requirePermission } from "@/lib/web/actor";
import { isId } from "@/lib/web/current-cycle";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";
import { addCommentAction } from "./actions";
import { nameAnchors, namesOf } from "./anchor-names";
import { ReviewActs } from "./review-acts";
import { ReviewContent } from "./review-content";
import { ReviewFormCard } from "./review-form-card";
import { ReviewPanel } from "./review-panel";
import { hrefOfReview, type ReviewSearchParams, readReviewSearchParams } from "./review-search-params";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("review");
  return { title: t("title") };
}

/** One section of one unit before its reviewer: what changed, what looks odd, what was said, and the decision. */
export default async function ReviewPage({ params, searchParams }: PageProps<"/review/[submissionId]">) {
  const actor = await requirePermission("history:read");
  const [{ submissionId }, query] = await Promise.all([params, searchParams]);
  if (!isId(submissionId)) notFound();
  const search = readReviewSearchParams(query);
  const now = new Date();
  const afterId = search.after && isId(search.after) ? search.after : null;
  const { version, compareWith } = search;
  const [loaded, reasons] = await Promise.all([
    loadReview(getDb(), actor, { submissionId, version, compareWith, afterId }, now),
    loadReturnReasons(getDb(), actor, {}, now),
  ]);
  if (!loaded) notFound();
  const { after } = loaded;
  const work = { ...loaded, cycle: inLanguage(loaded.cycle, await getLocale()) };

  const skip = await getTranslations("review.keys");
  const opening = (await getTranslations("review.text"))("opening");
  const nameOf = nameAnchors(work, opening);
  const names = namesOf(work, nameOf);
  const usual = { bodies: reasons.map((reason) => reason.body), href: routes.returnReasons() };
  const common = { work, usual, actor, search, now, nameOf };
  const shown = work.shown ? (
    <>
      <Tools work={work} search={search} now={now} />
      <TakenFrom work={work} />
      <Ledger work={work} now={now} />
      <ReviewStatements answers={answersOf(work)} />
      <ReviewContent {...common} shown={work.shown} />
    </>
  ) : null;
  return (
    <ClientMessages areas={["review", "common"]}>
      <ReviewNotes action={addCommentAction} submissionId={submissionId} requestId={randomUUID()}>
        <Page>
          <SkipLink href={`#${DECISION_ID}`}>{skip("skipDecision")}</SkipLink>
          <SkipLink href="#remarks">{skip("skipNotes")}</SkipLink>
          <ReviewHead
            work={work}
            now={now}
            queueHref={routes.queue()}
            overviewHref={routes.overview()}
            hrefOfVersion={(version) => hrefOfReview(submissionId, search, { version, isSideBySide: false })}
            sideBySide={
              work.before
                ? { href: hrefOfReview(submissionId, search, { isSideBySide: true }), isCurrent: search.isSideBySide }
                : null
            }
          />
          <ReviewFormCard {...common} />
          {shown ? (
            search.isSideBySide && work.before ? (
              shown
            ) : (
              <PageColumns>
                <div>{shown}</div>
                <ReviewPanel {...common} names={names} />
              </PageColumns>
            )
          ) : (
            <NotSubmitted work={work} now={now} />
          )}
        </Page>
        <ReviewActs
          {...common}
          after={after ? <ReviewAfter submission={after} href={routes.review(after.id)} isLine /> : null}
        />
      </ReviewNotes>
    </ClientMessages>
  );
}

/** What the head answered for when signing the version looked at. */
function answersOf({ events, shown }: ReviewWork): readonly HeadAnswer[] {
  const [answers = []] = events.flatMap(({ event }) =>
    event.type === "section_signed" && event.data.version === shown?.number ? [event.data.answers] : [],
  );
  return answers;
}

/** Who sent what is looked at, and how one looks at it. */
async function Tools({ work, search, now }: { work: ReviewWork; search: ReviewSearchParams; now: Date }) {
  const t = await getTranslations("review");
  const locale = await getLocale();
  const { shown, before, submission, previous, cycle, events } = work;
  if (!shown) return null;
  const isTables = getSection(cycle.format, submission.sectionId).kind === "tables";
  const sentBack = events.find(
    ({ event }) => event.type === "submission_returned" && event.data.version === before?.number,
  );
  const flip = (change: Partial<ReviewSearchParams>) => hrefOfReview(submission.id, search, change);
  const switches = [
    ...(previous && isTables
      ? [
          {
            key: "last",
            label: t("look.lastYear"),
            isOn: search.hasLastYear,
            href: flip({ hasLastYear: !search.hasLastYear }),
          },
        ]
      : []),
    {
      key: "only",
      label: t("look.onlyMarked"),
      isOn: search.isOnlyMarked,
      href: flip({ isOnlyMarked: !search.isOnlyMarked }),
    },
  ];
  return (
    <div className="mb-2 flex min-h-7 flex-wrap items-center justify-between gap-2 text-sm text-ink-2">
      <span>
        {t("sent", {
          who: shown.submittedByName,
          when: formatMoment(shown.submittedAt, now, locale),
          late: shown.submittedAt > submission.dueAt ? "yes" : "no",
        })}
        {sentBack && before
          ? `　${t("sentBack", { version: before.number, when: formatMoment(sentBack.at, now, locale) })}`
          : null}
      </span>
      {search.isSideBySide && before ? null : <ReviewSwitches switches={switches} />}
    </div>
  );
}

/** That the table was counted from the unit's ledger, with the way to the lines behind it. */
async function Ledger({ work: { ledger, submission }, now }: { work: ReviewWork; now: Date }) {
  if (!ledger) return null;
  const t = await getTranslations("ledger.desk");
  const when = formatMoment(ledger.takenAt, now, await getLocale());
  return (
    <p className="mb-2 flex flex-wrap items-center gap-x-3 text-sm text-ink-2">
      {t("counted", { who: ledger.takenByName, when, rows: ledger.rowCount })}
      <Link href={routes.reviewLedger(submission.id)} prefetch={false}>
        {t("countedAct")}
      </Link>
    </p>
  );
}

async function NotSubmitted({ work, now }: { work: ReviewWork; now: Date }) {
  const t = await getTranslations("review.empty");
  const locale = await getLocale();
  return (
    <Card>
      <Empty title={t("title")} action={<ButtonLink href={routes.overview()}>{t("back")}</ButtonLink>}>
        {t("text", { due: formatDeadline(work.submission.dueAt, now, locale) })}
      </Empty>
    </Card>
  );
}

/** Which published report of a government below the version was taken from. */
async function TakenFrom({ work: { takenReport } }: { work: ReviewWork }) {
  if (!takenReport) return null;
  const t = await getTranslations("governments.source");
  const { reportId, title, version, publishedByName: who } = takenReport;
  return (
    <Alert variant="info" className="mb-4">
      {t.rich("text", { title, version, who, link: (text) => <a href={routes.publicReport(reportId)}>{text}</a> })}
    </Alert>
  );
}
