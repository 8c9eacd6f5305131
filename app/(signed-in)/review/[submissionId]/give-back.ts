import { randomUUID } from "node:crypto";
import { useLocale, useTranslations } from "next-intl";
import type { ReviewActsProps } from "@/app/(signed-in)/review/[submissionId]/review-acts-props";
import type { GiveBackFormProps } from "@/components/review/review-forms";
import { suggestReturnDue } from "@/lib/domain/review";
import type { ReviewWork } from "@/lib/domain/review-work";
import { dueDayInput, formatDeadline } from "@/lib/i18n/dates";
import { reopenAction, returnAction } from "./actions";

type GiveBack = { title: string; text: string; form: Omit<GiveBackFormProps, "cancel"> };

/** The form that gives a submission back, in the dialog of the bar and on the page itself. */
export function useGiveBack(kind: "return" | "reopen", { work, usual, nameOf, now }: ReviewActsProps): GiveBack {
  const t = useTranslations("review");
  const section = useTranslations("common.section");
  const locale = useLocale();
  const { submission } = work;
  const due = formatDeadline(submission.dueAt, now, locale);
  const suggested = suggestReturnDue(submission.dueAt, now);
  const comments = kind === "return" ? unsentComments(work) : [];
  return {
    title: t(`${kind}.title`, { unit: submission.unitName, section: section(submission.sectionId) }),
    text: t(`${kind}.text`),
    form: {
      kind,
      action: kind === "return" ? returnAction : reopenAction,
      submissionId: submission.id,
      requestId: randomUUID(),
      revision: submission.revision,
      dueHint: submission.dueAt > now ? t("return.dueNow", { due }) : t("return.dueLate", { due }),
      suggestedDay: suggested ? dueDayInput(suggested) : "",
      usual,
      comments: comments.map(({ id, anchor, body }) => ({ id, place: nameOf(anchor), body })),
    },
  };
}

export function unsentComments(work: ReviewWork) {
  return work.comments.filter((comment) => comment.sentAt === null);
}
