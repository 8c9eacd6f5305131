import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ADMIN_PLACES } from "@/app/(signed-in)/admin/admin-places";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { BackupCard } from "@/components/admin/backup-card";
import { Page, PageHead } from "@/components/ui/page";
import { loadBackups } from "@/lib/services/load-backups";
import { requirePermission } from "@/lib/web/actor";
import { getDb } from "@/lib/web/database";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.tabs"))("operation") };
}

/** How the installation itself does. */
export default async function OperationPage() {
  const actor = await requirePermission("cycle:manage");
  const now = new Date();
  const t = await getTranslations("admin.tabs");
  const backups = await loadBackups(getDb(), actor, {}, now);
  return (
    <Page>
      <AdminTabs current="operation" hrefs={ADMIN_PLACES} />
      <PageHead title={t("operation")} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <BackupCard standing={backups} now={now} />
      </div>
    </Page>
  );
}
