import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ShownComment } from "@/components/findings/comment-card";
import { StateBadge } from "@/components/ui/state-badge";
import { headingOfAnchor } from "@/lib/domain/anchor";
import { nameCell } from "@/lib/domain/check/subject-cells";
import type { OutlineHeading } from "@/lib/domain/cycle";
import { isOpenTask } from "@/lib/domain/desk";
import type { SubmissionWork } from "@/lib/domain/section-work";
import { formatDeadline, formatMoment } from "@/lib/i18n/dates";
import { useSectionNames } from "./section-names";

/** What every way of looking at a section is given. */
export type SectionFrameProps = { work: SubmissionWork; now: Date; deskHref: string; personId: string };

/** The page's head: what, where it stands, until when. */
export function useSectionHead({ work, now, deskHref }: SectionFrameProps): {
  backHref: string;
  title: string;
  tag: ReactNode;
  deadline: ReactNode;
} {
  const t = useTranslations("section");
  const detail = useTranslations("common.stateDetail");
  const locale = useLocale();
  const { submission, cycle } = work;
  const { state, latestVersion: version, dueAt } = submission;
  const deadline = formatDeadline(dueAt, now, locale);
  const isBack = state === "returned" || (state === "draft" && submission.returnReason !== null);
  const isOpen = isOpenTask(state);
  return {
    backHref: deskHref,
    title: useSectionNames(cycle.format).title(submission.sectionId),
    tag: (
      <StateBadge state={isBack ? "returned" : state} variant="boxed">
        {isBack ? detail("returnedVersion", { version }) : null}
      </StateBadge>
    ),
    deadline: (
      <span className={isOpen && dueAt <= now ? "text-warn" : undefined}>
        {!isOpen
          ? t("deadline.done", { deadline })
          : dueAt <= now
            ? t("deadline.late", { deadline })
            : t(isBack ? "deadline.returned" : "deadline.open", { deadline })}
      </span>
    ),
  };
}

/** Names a cell or text as a sentence does. */
export function usePlaceOf(work: SubmissionWork): (anchor: string) => string {
  const t = useTranslations("section.comment");
  return (anchor) => {
    const key = headingOfAnchor(anchor);
    if (key !== null)
      return t("paragraph", { heading: headingName(work.outline.find((heading) => heading.key === key)) });
    const indicator = work.indicators.find((indicator) => `indicators.${indicator.key}` === anchor);
    return indicator?.label ?? nameCell(work.cycle.format, anchor);
  };
}

export function headingName(heading: OutlineHeading | undefined): string {
  return heading ? `${heading.number}${heading.title}` : "";
}

/** The comments that were sent to the unit, as its page shows them: newest first. */
export function useShownComments(work: SubmissionWork, now: Date): ShownComment[] {
  const placeOf = usePlaceOf(work);
  const locale = useLocale();
  return work.comments
    .filter((comment) => comment.sentAt !== null)
    .map(
      (comment): ShownComment => ({
        id: comment.id,
        anchor: comment.anchor,
        place: placeOf(comment.anchor),
        quote: comment.quote,
        body: comment.body,
        authorName: comment.authorName,
        when: formatMoment(comment.createdAt, now, locale),
        versionNumber: comment.versionNumber,
        resolved: comment.resolvedAt
          ? {
              by: comment.resolvedByName ?? "",
              when: formatMoment(comment.resolvedAt, now, locale),
              reply: comment.reply,
              text: comment.replyText,
              settled: comment.settledAt
                ? { by: comment.settledByName ?? "", when: formatMoment(comment.settledAt, now, locale) }
                : null,
            }
          : null,
      }),
    )
    .toReversed();
}
