import { CheckIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { FocusOnArrival } from "@/components/ui/focus-on-arrival";
import type { SubmissionEntry } from "@/lib/domain/submission";

type ReviewAfterProps = {
  submission: Pick<SubmissionEntry, "state" | "unitName" | "sectionId" | "latestVersion">;
  href: string;
  /** As a line in the bar, where the page is about the next submission already. */
  isLine?: boolean;
};

/** Says what was just decided, as the record has it; nothing where it was changed again meanwhile. */
export function ReviewAfter({ submission, href, isLine = false }: ReviewAfterProps): ReactNode {
  const t = useTranslations("review.after");
  const section = useTranslations("common.section");
  const { state, unitName, sectionId, latestVersion } = submission;
  if (state !== "approved" && state !== "returned") return null;
  const words = (
    <>
      {t(state, { unit: unitName, section: section(sectionId), version: latestVersion })}{" "}
      <Link href={href}>{t("look")}</Link>
    </>
  );
  return (
    <FocusOnArrival>
      {isLine ? (
        <p className="flex gap-1.5 text-sm" role="status">
          <CheckIcon className="mt-0.5 size-3.5 text-ok" />
          <span>{words}</span>
        </p>
      ) : (
        <Alert variant="success" isAnnounced className="mb-4">
          {words}
        </Alert>
      )}
    </FocusOnArrival>
  );
}
