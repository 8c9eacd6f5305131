import type { ReviewSearchParams } from "@/app/(signed-in)/review/[submissionId]/review-search-params";
import type { UsualReasons } from "@/components/review/review-reason-field";
import type { Actor } from "@/lib/domain/access";
import type { ReviewWork } from "@/lib/domain/review-work";

export type ReviewActsProps = {
  work: ReviewWork;
  /** What the office often writes when it returns a section. */
  usual: UsualReasons;
  actor: Actor;
  search: ReviewSearchParams;
  now: Date;
  nameOf: (anchor: string) => string;
};
