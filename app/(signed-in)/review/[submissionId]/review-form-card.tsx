import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ReviewActsProps } from "@/app/(signed-in)/review/[submissionId]/review-acts-props";
import { GiveBackForm } from "@/components/review/review-forms";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { listMoves } from "@/lib/domain/submission";
import { useGiveBack } from "./give-back";
import { hrefOfReview } from "./review-search-params";

/** The form that the bar opens in a dialog, on the page itself, for when there is no JavaScript. */
export function ReviewFormCard(props: ReviewActsProps): ReactNode {
  const { form } = props.search;
  const moves = listMoves(props.work.submission, props.actor);
  return (form === "return" || form === "reopen") && moves.includes(form) ? <FormCard kind={form} {...props} /> : null;
}

function FormCard({ kind, ...props }: ReviewActsProps & { kind: "return" | "reopen" }): ReactNode {
  const common = useTranslations("common");
  const { title, text, form } = useGiveBack(kind, props);
  const cancel = (
    <a className={buttonVariants()} href={hrefOfReview(props.work.submission.id, props.search)}>
      {common("cancel")}
    </a>
  );
  return (
    <Card className="mb-4">
      <CardHeader>
        <CardTitle>
          <span id="form">{title}</span>
        </CardTitle>
      </CardHeader>
      <CardContent className="max-w-notice">
        <p className="text-ink-2">{text}</p>
        <GiveBackForm {...form} cancel={cancel} />
      </CardContent>
    </Card>
  );
}
