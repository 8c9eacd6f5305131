import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminCode } from "@/app/(signed-in)/admin/admin-form";
import { ADMIN_PLACES } from "@/app/(signed-in)/admin/admin-places";
import { addGovernmentAction } from "@/app/(signed-in)/admin/governments/actions";
import { codeSlipMessages } from "@/app/(signed-in)/admin/people/code-slip-messages";
import { AdminListPanel } from "@/components/admin/admin-list-panel";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { FormCard } from "@/components/ui/form-card";
import { nameField } from "@/components/ui/form-fields";
import { Page, PageHead } from "@/components/ui/page";
import { Table } from "@/components/ui/table";
import type { GovernmentLevel } from "@/lib/domain/government-level";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { loadGovernmentList } from "@/lib/services/load-governments";
import { requirePermission } from "@/lib/web/actor";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.tabs"))("governments") };
}

/** The governments below, and the form that sets one up. */
export default async function GovernmentsPage() {
  const actor = await requirePermission("unit:manage");
  const { governments, own, levels } = await loadGovernmentList(getDb(), actor, {}, new Date());
  const t = await getTranslations("governments");
  return (
    <Page>
      <AdminTabs current="governments" hrefs={ADMIN_PLACES} />
      <PageHead
        title={t("admin.title", { count: governments.length })}
        lead={[t("admin.lead"), own ? t("admin.own", { parent: own.parentName }) : ""].join("")}
        actions={
          governments.length > 0 ? <ButtonLink href={routes.reportsBelow()}>{t("admin.reports")}</ButtonLink> : null
        }
      />
      <AdminListPanel
        isAsked={false}
        list={
          <Card>
            {governments.length === 0 ? (
              <Empty title={t("admin.none")}>{t("admin.noneText")}</Empty>
            ) : (
              <Table
                caption={t("admin.caption")}
                isStacked
                rows={governments}
                rowKey={({ districtId }) => districtId}
                columns={[
                  { key: "name", head: t("admin.name"), isRowHead: true, cell: ({ name }) => name },
                  { key: "level", head: t("admin.level"), cell: ({ level }) => t(`level.${level}`) },
                ]}
              />
            )}
          </Card>
        }
      >
        {levels.length > 0 ? <AddGovernmentCard levels={levels} /> : null}
      </AdminListPanel>
    </Page>
  );
}

async function AddGovernmentCard({ levels }: { levels: readonly GovernmentLevel[] }) {
  const t = await getTranslations("governments");
  return (
    <FormCard title={t("admin.add")}>
      <AdminCode
        id="add-government"
        action={addGovernmentAction}
        words={await codeSlipMessages()}
        submitLabel={t("admin.add")}
        busyLabel={t("admin.adding")}
        buttonVariant="primary"
        fields={[
          nameField({ label: t("admin.name"), hint: t("admin.nameHint") }),
          {
            kind: "select",
            name: "level",
            label: t("admin.level"),
            value: levels.at(-1) ?? "",
            choices: levels.map((level) => ({ value: level, label: t(`level.${level}`) })),
          },
          {
            kind: "text",
            name: "officeName",
            label: t("admin.officeName"),
            hint: t("admin.officeHint"),
            isRequired: true,
            limit: LIMIT.name,
          },
          { kind: "text", name: "adminName", label: t("admin.adminName"), isRequired: true, limit: LIMIT.name },
          {
            kind: "text",
            name: "adminAccount",
            label: t("admin.adminAccount"),
            hint: t("admin.adminHint"),
            isRequired: true,
            minLength: 2,
            limit: LIMIT.account,
          },
        ]}
      />
    </FormCard>
  );
}
