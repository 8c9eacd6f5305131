import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LedgerForm } from "@/components/ledger/ledger-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { ActionForm } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { FocusOnArrival } from "@/components/ui/focus-on-arrival";
import { FormCard } from "@/components/ui/form-card";
import { Page, PageAside, PageColumns, PageHead } from "@/components/ui/page";
import { unitsFilledBy } from "@/lib/domain/access";
import { listMoves } from "@/lib/domain/submission";
import { loadLedger } from "@/lib/services/load-ledger";
import { requirePermission } from "@/lib/web/actor";
import { isId } from "@/lib/web/current-cycle";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";
import { countLedgerAction, readLedgerAction, removeLedgerAction, takeLedgerAction } from "./actions";
import { readLedgerSearch } from "./ledger-search";
import { StoredLedgerCards } from "./stored-ledger-cards";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ledger"))("title") };
}

/** Table three counted from a ledger of requests: sent, looked at, taken, traced to its lines and removed. */
export default async function LedgerPage({ params, searchParams }: PageProps<"/desk/[submissionId]/ledger">) {
  const actor = await requirePermission("submission:fill", "submission:sign");
  const [{ submissionId }, query] = await Promise.all([params, searchParams]);
  if (!isId(submissionId)) notFound();
  const now = new Date();
  const found = await loadLedger(getDb(), actor, { submissionId }, now);
  if (!found || !unitsFilledBy(actor).includes(found.work.submission.organisationId)) notFound();
  const { work, ledger } = found;
  const search = readLedgerSearch(query);
  const isEditable = listMoves(work.submission, actor).includes("edit");
  const t = await getTranslations("ledger");
  const desk = await getTranslations("desk");
  return (
    <Page>
      <PageHead
        crumbs={[{ label: desk("title"), href: routes.desk() }, { label: t("title") }]}
        title={t("title")}
        lead={t("lead")}
        actions={<ButtonLink href={routes.section(submissionId)}>{t("back")}</ButtonLink>}
      />
      <PageColumns>
        <div className="min-w-0 space-y-4">
          {search.done ? (
            <FocusOnArrival>
              <Alert variant="success">{t(search.done === "taken" ? "takenNow" : "removedNow")}</Alert>
            </FocusOnArrival>
          ) : null}
          {ledger ? (
            <StoredLedgerCards
              {...found}
              ledger={ledger}
              now={now}
              query={search}
              hrefOf={(at) => routes.sectionLedger(submissionId, at)}
            />
          ) : null}
          {isEditable ? (
            <ClientMessages areas={["ledger", "common"]}>
              <LedgerForm
                submissionId={submissionId}
                requestId={randomUUID()}
                hasLedger={ledger !== null}
                read={readLedgerAction}
                count={countLedgerAction}
                take={takeLedgerAction}
              />
              {ledger ? <RemoveLedger submissionId={submissionId} hash={ledger.hash} /> : null}
            </ClientMessages>
          ) : (
            <Alert variant="info">{t(ledger ? "notEditable" : "noLedger")}</Alert>
          )}
        </div>
        <PageAside className="space-y-4">
          <Card>
            <CardHeader>
              <CardTitle>{t("aside")}</CardTitle>
            </CardHeader>
            <CardContent className="space-y-2 text-sm text-ink-2">
              <p>{t("asideText")}</p>
              <p>{t("needs")}</p>
              <p>{t("privacy")}</p>
              {ledger ? <p>{t("nothingKept")}</p> : null}
            </CardContent>
          </Card>
        </PageAside>
      </PageColumns>
    </Page>
  );
}

async function RemoveLedger({ submissionId, hash }: { submissionId: string; hash: string }) {
  const t = await getTranslations("ledger");
  return (
    <FormCard title={t("remove")}>
      <ActionForm
        id="remove-ledger"
        action={removeLedgerAction}
        fields={[
          { kind: "hidden", name: "submissionId", value: submissionId },
          { kind: "hidden", name: "requestId", value: randomUUID() },
          { kind: "hidden", name: "hash", value: hash },
          { kind: "checkbox", name: "restore", label: t("restore") },
        ]}
        note={<p className="text-sm text-ink-2">{t("removeText")}</p>}
        submitLabel={t("remove")}
        busyLabel={t("removing")}
        errorTitle={t("removeFailed")}
        buttonVariant="secondary"
      />
    </FormCard>
  );
}
