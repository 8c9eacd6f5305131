import { randomUUID } from "node:crypto";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ReviewActsProps } from "@/app/(signed-in)/review/[submissionId]/review-acts-props";
import type { EventNames } from "@/components/events/event-sentence";
import {
  AcceptForm,
  CommentForm,
  RemoveCommentForm,
  SettleCommentForm,
} from "@/components/review/review-comment-forms";
import { ReviewComments } from "@/components/review/review-comments";
import { ReviewFindings } from "@/components/review/review-findings";
import { ReviewVersions } from "@/components/review/review-versions";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { PageAside } from "@/components/ui/page";
import { TabLinks } from "@/components/ui/tab-links";
import { readAnchor } from "@/lib/domain/anchor";
import { countRules } from "@/lib/domain/check/registry";
import { routes } from "@/lib/web/routes";
import { acceptExplanationAction, addCommentAction, removeCommentAction, settleCommentAction } from "./actions";
import { canNote } from "./review-acts";
import { hrefOfReview, PANELS } from "./review-search-params";

type ReviewPanelProps = ReviewActsProps & { names: EventNames };

/** What is said about the thing beside it: findings, comments, versions, one of them in sight. */
export function ReviewPanel(props: ReviewPanelProps): ReactNode {
  const { work, search } = props;
  const t = useTranslations("review");
  const counts = {
    findings: work.findings.length,
    comments: work.comments.length,
    versions: work.versions.length,
  };
  return (
    <PageAside
      id="remarks"
      tabIndex={-1}
      className="max-h-[calc(100dvh---spacing(38))] overflow-auto max-md:max-h-none"
    >
      <NoteCard {...props} />
      <Card>
        <TabLinks
          label={t("look.panels")}
          links={PANELS.map((panel) => ({
            key: panel,
            label: t(`panel.${panel}`),
            count: counts[panel],
            href: hrefOfReview(work.submission.id, search, { panel }),
            isCurrent: panel === search.panel,
          }))}
          scroll={false}
        />
        <Panel {...props} />
      </Card>
    </PageAside>
  );
}

function Panel(props: ReviewPanelProps): ReactNode {
  const { work, search, now, nameOf, names } = props;
  const { submission } = work;
  const isNoting = canNote(props);
  const form = { submissionId: submission.id };
  if (search.panel === "comments") {
    return (
      <ReviewComments
        comments={work.comments}
        nameOf={nameOf}
        now={now}
        currentOf={(anchor) => (work.shown ? readAnchor(work.shown.content, anchor) : null)}
        renderRemove={
          isNoting
            ? (commentId) => (
                <RemoveCommentForm
                  key={commentId}
                  {...form}
                  action={removeCommentAction}
                  requestId={randomUUID()}
                  commentId={commentId}
                />
              )
            : null
        }
        renderSettle={
          isNoting
            ? (commentId) => (
                <SettleCommentForm
                  key={commentId}
                  {...form}
                  action={settleCommentAction}
                  requestId={randomUUID()}
                  commentId={commentId}
                />
              )
            : null
        }
      />
    );
  }
  if (search.panel === "versions") {
    return (
      <ReviewVersions
        versions={work.versions}
        shownNumber={work.shown?.number ?? null}
        events={work.events}
        names={names}
        now={now}
        hrefOfVersion={(version) => hrefOfReview(submission.id, search, { version, isSideBySide: false })}
        historyHref={routes.history({ submission: submission.id })}
      />
    );
  }
  const rules = new Set(work.findings.map((finding) => finding.rule)).size;
  return (
    <ReviewFindings
      findings={work.findings}
      explanations={work.explanations}
      format={work.cycle.format}
      quietRules={countRules({ ...work.answers.cycle, ruleSettings: work.answers.ruleSettings }) - rules}
      currentAnchor={search.at}
      now={now}
      renderAccept={
        isNoting
          ? (findingId) => (
              <AcceptForm
                key={findingId}
                {...form}
                action={acceptExplanationAction}
                requestId={randomUUID()}
                findingId={findingId}
              />
            )
          : null
      }
      hrefOfNote={isNoting ? (anchor) => `${hrefOfReview(submission.id, search, { at: anchor })}#note` : null}
    />
  );
}

/** The form for a comment on the page itself, for when there is no JavaScript. */
function NoteCard(props: ReviewPanelProps): ReactNode {
  const { work, search, nameOf } = props;
  const t = useTranslations("review.note");
  const common = useTranslations("common");
  if (search.at === null || !canNote(props)) return null;
  return (
    <Card className="mb-4">
      <CardHeader>
        <CardTitle>
          <span id="note">{t("on", { place: nameOf(search.at) })}</span>
        </CardTitle>
      </CardHeader>
      <CardContent>
        <CommentForm
          action={addCommentAction}
          submissionId={work.submission.id}
          requestId={randomUUID()}
          anchor={search.at}
          cancel={
            <a className={buttonVariants({ size: "sm" })} href={hrefOfReview(work.submission.id, search)}>
              {common("cancel")}
            </a>
          }
        />
      </CardContent>
    </Card>
  );
}
