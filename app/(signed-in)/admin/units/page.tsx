import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminForm } from "@/app/(signed-in)/admin/admin-form";
import { ADMIN_PLACES } from "@/app/(signed-in)/admin/admin-places";
import {
  addUnitAction,
  changeContactAction,
  changeDistrictAction,
  changeUnitAction,
} from "@/app/(signed-in)/admin/units/actions";
import { EndUnitCards } from "@/app/(signed-in)/admin/units/end-unit-cards";
import { AdminListPanel } from "@/components/admin/admin-list-panel";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { AdminUnitTable } from "@/components/admin/admin-unit-table";
import { ButtonLink } from "@/components/ui/button";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { FormCard } from "@/components/ui/form-card";
import { nameField } from "@/components/ui/form-fields";
import { ListSearch } from "@/components/ui/list-search";
import { Page, PageHead } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { type ListSearch as ListSearchParams, listSearchQuery, readListSearch } from "@/lib/domain/inputs/list-search";
import { dateInShanghai } from "@/lib/domain/office-day";
import type { Office, Organisation } from "@/lib/domain/organisation";
import { PAGE_SIZE } from "@/lib/domain/paging";
import { loadAdminUnits } from "@/lib/services/load-admin-units";
import { requirePermission } from "@/lib/web/actor";
import { isId } from "@/lib/web/current-cycle";
import { getDb } from "@/lib/web/database";
import { routes } from "@/lib/web/routes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.tabs"))("units") };
}

/** The reporting units in their order, and the office's contact. */
export default async function UnitsPage({ searchParams }: PageProps<"/admin/units">) {
  const actor = await requirePermission("unit:manage");
  const query = await searchParams;
  const search = readListSearch(query);
  const t = await getTranslations("admin.units");
  const lists = await getTranslations("staff");
  const now = new Date();
  const unitId = typeof query.unit === "string" && isId(query.unit) ? query.unit : null;
  const { units, counts, staff, chosen, office } = await loadAdminUnits(getDb(), actor, { search, unitId }, now);
  const hrefOf = (change: Partial<ListSearchParams> & { unit?: string }) =>
    routes.units({ ...listSearchQuery({ ...search, ...change }), ...(change.unit ? { unit: change.unit } : {}) });

  return (
    <Page>
      <AdminTabs current="units" hrefs={ADMIN_PLACES} />
      <PageHead
        title={t("title", { count: counts.active })}
        lead={t("lead")}
        actions={<ButtonLink href={routes.staffList()}>{lists("open")}</ButtonLink>}
      />
      <AdminListPanel
        isAsked={chosen !== null}
        list={
          <Card>
            {counts.total > PAGE_SIZE ? (
              <CardHeader>
                <ListSearch
                  id="units-search"
                  label={t("search")}
                  hint={t("searchHint")}
                  path={routes.units()}
                  value={search.q}
                  clearHref={routes.units()}
                />
              </CardHeader>
            ) : null}
            {units.total === 0 ? (
              <CardContent className="text-ink-2">{t("noneFound")}</CardContent>
            ) : (
              <AdminUnitTable
                units={units.rows}
                staff={staff}
                chosenId={chosen?.unit.id ?? null}
                hrefOf={(unit) => hrefOf({ unit })}
                peopleHrefOf={(unit) => routes.people({ unit, role: "submitter" })}
              />
            )}
            <Pager label={t("pages")} paged={units} hrefOf={(page) => hrefOf({ page })} />
          </Card>
        }
      >
        {chosen ? <ChangeUnitCard unit={chosen.unit} doneHref={hrefOf({})} /> : null}
        {chosen ? <EndUnitCards unit={chosen.unit} isUnused={chosen.isUnused} today={dateInShanghai(now)} /> : null}
        {chosen ? null : <AddUnitCard position={counts.total + 1} />}
        {chosen ? null : <ContactCard office={office} />}
        {chosen ? null : <DistrictCard name={actor.districtName} />}
      </AdminListPanel>
    </Page>
  );
}

async function AddUnitCard({ position }: { position: number }) {
  const t = await getTranslations("admin.units");
  return (
    <FormCard title={t("add")}>
      <AdminForm
        id="add-unit"
        action={addUnitAction}
        submitLabel={t("add")}
        busyLabel={t("adding")}
        buttonVariant="primary"
        fields={[
          { kind: "hidden", name: "position", value: String(position) },
          nameField({ label: t("name"), hint: t("nameHint") }),
          {
            kind: "select",
            name: "kind",
            label: t("kind"),
            value: "department",
            choices: [
              { value: "department", label: t("kinds.department") },
              { value: "township", label: t("kinds.township") },
            ],
          },
        ]}
      />
    </FormCard>
  );
}

async function ChangeUnitCard({ unit, doneHref }: { unit: Organisation; doneHref: string }) {
  const t = await getTranslations("admin.units");
  return (
    <FormCard title={unit.name}>
      <AdminForm
        key={unit.id}
        id="change-unit"
        action={changeUnitAction}
        submitLabel={t("save")}
        buttonVariant="primary"
        fields={[
          { kind: "hidden", name: "organisationId", value: unit.id },
          nameField({ label: t("name"), hint: t("renameHint"), value: unit.name }),
          {
            kind: "text",
            name: "position",
            label: t("position"),
            hint: t("positionHint"),
            type: "number",
            value: String(unit.position),
          },
          {
            kind: "checkbox",
            name: "needsSignature",
            label: t("needsSignature"),
            hint: t("needsSignatureHint"),
            isChecked: unit.needsSignature,
          },
        ]}
      />
      <p className="mt-4 text-sm">
        <ButtonLink size="sm" variant="ghost" href={doneHref}>
          {t("done")}
        </ButtonLink>
      </p>
    </FormCard>
  );
}

async function ContactCard({ office }: { office: Office }) {
  const t = await getTranslations("admin.units");
  return (
    <FormCard title={t("contact")}>
      <AdminForm
        id="contact"
        action={changeContactAction}
        submitLabel={t("save")}
        fields={[
          {
            kind: "text",
            name: "address",
            label: t("address"),
            hint: t("contactHint", { office: office.name }),
            value: office.address,
            limit: LIMIT.address,
          },
          { kind: "text", name: "postcode", label: t("postcode"), value: office.postcode, limit: LIMIT.mark },
          { kind: "text", name: "phone", label: t("phone"), type: "tel", value: office.phone, limit: LIMIT.phone },
        ]}
      />
    </FormCard>
  );
}

async function DistrictCard({ name }: { name: string }) {
  const t = await getTranslations("admin.units");
  return (
    <FormCard title={t("district")}>
      <AdminForm
        id="district"
        action={changeDistrictAction}
        submitLabel={t("save")}
        fields={[nameField({ label: t("districtName"), hint: t("districtHint"), value: name })]}
      />
    </FormCard>
  );
}
