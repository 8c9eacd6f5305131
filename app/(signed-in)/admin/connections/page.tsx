import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TokenList } from "@/app/(signed-in)/account/token-list";
import { ADMIN_PLACES } from "@/app/(signed-in)/admin/admin-places";
import { AddSystemCard, SystemCard } from "@/app/(signed-in)/admin/connections/systems-card";
import { WebhooksCard } from "@/app/(signed-in)/admin/connections/webhooks-card";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Page, PageHead } from "@/components/ui/page";
import { loadConnections } from "@/lib/services/load-tokens";
import { loadWebhooks } from "@/lib/services/load-webhooks";
import { requirePermission } from "@/lib/web/actor";
import { getDb } from "@/lib/web/database";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.tabs"))("connections") };
}

/** What other programs work with: all tokens of the district, and the accounts of systems. */
export default async function ConnectionsPage({ searchParams }: PageProps<"/admin/connections">) {
  const actor = await requirePermission("person:manage");
  const t = await getTranslations("connections.page");
  const { ask } = await searchParams;
  const now = new Date();
  const [{ tokens, provesBy, systems, units }, webhooks] = await Promise.all([
    loadConnections(getDb(), actor, {}, now),
    loadWebhooks(getDb(), actor, {}, now),
  ]);
  return (
    <Page>
      <AdminTabs current="connections" hrefs={ADMIN_PLACES} />
      <PageHead title={t("title")} lead={t("lead")} />
      <div className="space-y-4">
        <Card>
          <CardHeader>
            <CardTitle>{t("all")}</CardTitle>
          </CardHeader>
          {tokens.length > 0 ? (
            <TokenList tokens={tokens} now={now} isOfDistrict />
          ) : (
            <CardContent>
              <p className="text-sm">{t("none")}</p>
            </CardContent>
          )}
        </Card>
        <div className="grid items-start gap-4 lg:grid-cols-2">
          {systems.map((system) => (
            <SystemCard
              key={system.id}
              system={system}
              provesBy={provesBy}
              asked={typeof ask === "string" ? ask : undefined}
            />
          ))}
          <AddSystemCard units={units} />
        </div>
        <WebhooksCard webhooks={webhooks} now={now} asked={typeof ask === "string" ? ask : undefined} />
      </div>
    </Page>
  );
}
