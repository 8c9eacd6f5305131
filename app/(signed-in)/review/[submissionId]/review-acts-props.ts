import type { ReviewSearchParams } from "@/app/(signed-in)/review/[submissionId]/review-search-params";
import type { Actor } from "@/lib/domain/access";
import type { ReviewWork } from "@/lib/domain/review-work";

export type ReviewActsProps = {
  work: ReviewWork;
  actor: Actor;
  look: ReviewSearchParams;
  now: Date;
  nameOf: (anchor: string) => string;
};
