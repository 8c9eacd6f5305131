import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { GivenReply } from "@/components/findings/comment-reply";
import { Card } from "@/components/ui/card";
import { Quote, Remark, RemarkHeader } from "@/components/ui/remark";
import { StateBadge } from "@/components/ui/state-badge";
import type { SubmissionWork } from "@/lib/domain/section-work";
import { useShownComments } from "./section-frame";

/** What was said about the section: the unit's explanations and the reviewer's comments. */
export function SectionRemarks({ work, now }: { work: SubmissionWork; now: Date }): ReactNode {
  const t = useTranslations("section");
  const comments = useShownComments(work, now);
  const current = new Set(work.findings.map((finding) => finding.id));
  const explanations = work.explanations.filter((explanation) => current.has(explanation.findingId));
  if (comments.length === 0 && explanations.length === 0) return null;
  return (
    <Card className="mt-4">
      <ul>
        {explanations.map((explanation) => (
          <Remark key={explanation.findingId}>
            <StateBadge state="explained" />
            <p className="text-sm">{explanation.body}</p>
            {explanation.acceptedByName ? (
              <p className="text-xs text-ink-3">{t("finding.acceptedBy", { name: explanation.acceptedByName })}</p>
            ) : null}
          </Remark>
        ))}
        {comments.map((comment) => (
          <Remark key={comment.id}>
            <RemarkHeader className="text-accent">
              <b>{t("comment.author")}</b>
              <span className="text-ink-3">
                {comment.when}·{t("comment.version", { version: comment.versionNumber })}
              </span>
            </RemarkHeader>
            <p>{comment.place}</p>
            <Quote>{comment.body}</Quote>
            {comment.resolved ? <GivenReply answer={comment.resolved} /> : null}
          </Remark>
        ))}
      </ul>
    </Card>
  );
}
