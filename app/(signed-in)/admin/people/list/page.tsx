import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ADMIN_PLACES } from "@/app/(signed-in)/admin/admin-places";
import { codeSlipMessages } from "@/app/(signed-in)/admin/people/code-slip-messages";
import { importStaffAction, readStaffListAction } from "@/app/(signed-in)/admin/people/list/actions";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { StaffListForm } from "@/components/admin/staff-list-form";
import { ClientMessages } from "@/components/shell/client-messages";
import { buttonVariants } from "@/components/ui/button-variants";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Page, PageAside, PageColumns, PageHead } from "@/components/ui/page";
import { STAFF_COLUMNS, STAFF_HEADS, type StaffTableName } from "@/lib/domain/staff-table/staff-columns";
import { readLocale } from "@/lib/i18n/locale";
import { requirePermission } from "@/lib/web/actor";
import { routes } from "@/lib/web/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff"))("title") };
}

/** Units and people brought in by a list, looked at row by row before anything is stored, and taken out as one. */
export default async function StaffListPage() {
  await requirePermission("person:manage");
  const t = await getTranslations("staff");
  const people = await getTranslations("admin.tabs");
  return (
    <Page>
      <AdminTabs current="people" hrefs={ADMIN_PLACES} />
      <PageHead
        crumbs={[{ label: people("people"), href: routes.people() }, { label: t("title") }]}
        title={t("title")}
        lead={t("lead")}
      />
      <PageColumns>
        <ClientMessages areas={["staff", "common"]}>
          <StaffListForm
            read={readStaffListAction}
            take={importStaffAction}
            requestId={randomUUID()}
            slipWords={await codeSlipMessages()}
          />
        </ClientMessages>
        <PageAside className="space-y-4">
          <SavedLists />
          <Columns />
        </PageAside>
      </PageColumns>
    </Page>
  );
}

async function SavedLists() {
  const t = await getTranslations("staff");
  const files = ["staff.xlsx", "units.csv", "people.csv"] as const;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("save")}</CardTitle>
      </CardHeader>
      <CardContent className="space-y-3 text-sm">
        <p className="text-ink-2">{t("saveNote")}</p>
        <p className="flex flex-wrap gap-2">
          {files.map((file) => (
            <a key={file} className={buttonVariants({ size: "sm" })} href={routes.staffListFile(file)} download>
              {t(`file.${file === "staff.xlsx" ? "xlsx" : file === "units.csv" ? "units" : "people"}`)}
            </a>
          ))}
        </p>
      </CardContent>
    </Card>
  );
}

async function Columns() {
  const t = await getTranslations("staff");
  const language = readLocale(await getLocale());
  const headsOf = (table: StaffTableName): string =>
    table === "units"
      ? STAFF_COLUMNS.units.map((column) => STAFF_HEADS.units[column][language]).join(t("separator"))
      : STAFF_COLUMNS.people.map((column) => STAFF_HEADS.people[column][language]).join(t("separator"));
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("columns")}</CardTitle>
      </CardHeader>
      <CardContent className="space-y-2 text-sm">
        <p>
          <b>{t("tables.units")}</b>
          <br />
          {headsOf("units")}
        </p>
        <p>
          <b>{t("tables.people")}</b>
          <br />
          {headsOf("people")}
        </p>
        <p className="text-ink-2">{t("rules")}</p>
      </CardContent>
    </Card>
  );
}
