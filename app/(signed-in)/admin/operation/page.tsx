import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ADMIN_PLACES } from "@/app/(signed-in)/admin/admin-places";
import { retryJobAction } from "@/app/(signed-in)/admin/operation/actions";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { BackupCard } from "@/components/admin/backup-card";
import { OperationInstallation } from "@/components/admin/operation-installation";
import { OperationJobs } from "@/components/admin/operation-jobs";
import { Page, PageHead } from "@/components/ui/page";
import { env } from "@/lib/env";
import { PRODUCT_VERSION } from "@/lib/product-version";
import { loadBackups } from "@/lib/services/load-backups";
import { loadOperation } from "@/lib/services/load-operation";
import { requirePermission } from "@/lib/web/actor";
import { getDb } from "@/lib/web/database";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.tabs"))("operation") };
}

/** The state of the installation: versions, database, jobs, backups and disk. */
export default async function OperationPage({ searchParams }: PageProps<"/admin/operation">) {
  const actor = await requirePermission("cycle:manage");
  const now = new Date();
  const { retried } = await searchParams;
  const t = await getTranslations("admin.tabs");
  const about = { version: PRODUCT_VERSION, databaseDir: env().DATABASE_DIR };
  const [backups, operation] = await Promise.all([
    loadBackups(getDb(), actor, {}, now),
    loadOperation(getDb(), actor, about, now),
  ]);
  return (
    <Page>
      <AdminTabs current="operation" hrefs={ADMIN_PLACES} />
      <PageHead title={t("operation")} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <BackupCard standing={backups} now={now} />
        <OperationInstallation operation={operation} now={now} />
        <OperationJobs
          jobs={operation.jobs}
          now={now}
          isRetried={retried !== undefined}
          retry={retryJobAction}
          requestIds={operation.jobs.failed.map(() => randomUUID())}
        />
      </div>
    </Page>
  );
}
