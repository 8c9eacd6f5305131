import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import type { SubmissionEntry } from "@/db/queries/submissions";

/** Says what was just decided, as the record has it; nothing where it was changed again meanwhile. */
export function ReviewAfter({ submission, href }: { submission: SubmissionEntry; href: string }): ReactNode {
  const t = useTranslations("review.after");
  const section = useTranslations("common.section");
  const { state, unitName, sectionId, latestVersion } = submission;
  if (state !== "approved" && state !== "returned") return null;
  return (
    <Alert kind="done" isAnnounced className="rv-after">
      {t(state, { unit: unitName, section: section(sectionId), version: latestVersion })}{" "}
      <Link href={href}>{t("look")}</Link>
    </Alert>
  );
}
