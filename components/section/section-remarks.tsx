import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StateBadge } from "@/components/ui/state-badge";
import type { SubmissionWork } from "@/lib/services/load-submission";
import { useShownComments } from "./section-frame";

/** What was said about the section: the unit's explanations and the reviewer's comments. */
export function SectionRemarks({ work, now }: { work: SubmissionWork; now: Date }): ReactNode {
  const t = useTranslations("section");
  const comments = useShownComments(work, now);
  const current = new Set(work.findings.map((finding) => finding.id));
  const explanations = work.explanations.filter((explanation) => current.has(explanation.findingId));
  if (comments.length === 0 && explanations.length === 0) return null;
  return (
    <section className="card mt-4">
      <ul>
        {explanations.map((explanation) => (
          <li key={explanation.findingId} className="fd">
            <StateBadge state="explained" />
            <p className="text-sm">{explanation.body}</p>
            {explanation.acceptedByName ? (
              <p className="text-xs text-ink-3">{t("finding.acceptedBy", { name: explanation.acceptedByName })}</p>
            ) : null}
          </li>
        ))}
        {comments.map((comment) => (
          <li key={comment.id} className="fd">
            <div className="fd-h text-accent">
              <b>{t("comment.author")}</b>
              <span className="text-ink-3">
                {comment.when}·{t("comment.version", { version: comment.versionNumber })}
              </span>
            </div>
            <p>{comment.place}</p>
            <p className="qt text-sm">{comment.body}</p>
            {comment.resolved ? (
              <p className="text-xs text-ink-3 mt-1">
                {t("comment.resolvedBy", { name: comment.resolved.by, when: comment.resolved.when })}
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
