import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { readLedgerSearch } from "@/app/(signed-in)/desk/[submissionId]/ledger/ledger-search";
import { StoredLedgerCards } from "@/app/(signed-in)/desk/[submissionId]/ledger/stored-ledger-cards";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Page, PageHead } from "@/components/ui/page";
import { loadLedger } from "@/lib/services/load-ledger";
import { requirePermission } from "@/lib/web/actor";
import { isId } from "@/lib/web/current-cycle";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ledger"))("current") };
}

/** The ledger that a unit's table three was counted from, for the office: each number leads to its lines. */
export default async function ReviewLedgerPage({ params, searchParams }: PageProps<"/review/[submissionId]/ledger">) {
  const actor = await requirePermission("history:read");
  const [{ submissionId }, query] = await Promise.all([params, searchParams]);
  if (!isId(submissionId)) notFound();
  const now = new Date();
  const found = await loadLedger(getDb(), actor, { submissionId }, now);
  if (!found) notFound();
  const t = await getTranslations("ledger");
  const { ledger, work } = found;
  return (
    <Page>
      <PageHead
        title={work.submission.unitName}
        lead={t("nothingKept")}
        actions={<ButtonLink href={routes.review(submissionId)}>{t("back")}</ButtonLink>}
      />
      <div className="space-y-4">
        {ledger ? (
          <StoredLedgerCards
            {...found}
            ledger={ledger}
            now={now}
            query={readLedgerSearch(query)}
            hrefOf={(at) => routes.reviewLedger(submissionId, at)}
          />
        ) : (
          <Alert variant="info">{t("noLedger")}</Alert>
        )}
      </div>
    </Page>
  );
}
