import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NilAside, NilForm } from "@/components/review/review-nil";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Page, PageHead } from "@/components/ui/page";
import { loadNilQueue } from "@/lib/services/load-nil-queue";
import { requirePermission } from "@/lib/web/actor";
import { chosenCycle } from "@/lib/web/current-cycle";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";
import { approveNilAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("review.nil"))("title") };
}

/** Every waiting section that reports nothing, to be seen and approved together. */
export default async function NilQueuePage() {
  const actor = await requirePermission("submission:review");
  const now = new Date();
  const found = await loadNilQueue(getDb(), actor, await chosenCycle(), now);
  if (!found) notFound();
  const [t, queue] = await Promise.all([getTranslations("review.nil"), getTranslations("review.queue")]);
  const { cycle, ready, aside } = found;
  return (
    <ClientMessages areas={["review", "common", "shell"]}>
      <Page>
        <PageHead
          crumbs={[
            { label: queue("crumb", { year: String(cycle.year) }), href: routes.overview() },
            { label: queue("title"), href: routes.queue() },
            { label: t("title") },
          ]}
          title={t("title")}
          lead={t("lead")}
        />
        <Card>
          <NilForm
            action={approveNilAction}
            requestId={randomUUID()}
            entries={ready.map((entry) => ({ ...entry, href: routes.review(entry.id) }))}
            now={now}
            queueHref={routes.queue()}
          />
        </Card>
        {aside.length > 0 ? (
          <Card className="mt-4">
            <CardHeader>
              <CardTitle>{t("aside", { count: aside.length })}</CardTitle>
            </CardHeader>
            <CardContent>
              <NilAside entries={aside.map((entry) => ({ ...entry, href: routes.review(entry.id) }))} />
            </CardContent>
          </Card>
        ) : null}
      </Page>
    </ClientMessages>
  );
}
