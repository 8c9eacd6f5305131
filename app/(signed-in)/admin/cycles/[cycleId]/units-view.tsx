import { getTranslations } from "next-intl/server";
import { AdminForm } from "@/app/(signed-in)/admin/admin-form";
import { includeUnitAction } from "@/app/(signed-in)/admin/cycles/actions";
import { AdminCycleUnits } from "@/components/admin/admin-cycle-units";
import { AdminFormRow } from "@/components/admin/admin-form-row";
import { AdminListPanel } from "@/components/admin/admin-list-panel";
import { Card, CardContent, CardHeader } from "@/components/ui/card";
import { FormCard } from "@/components/ui/form-card";
import { dayField } from "@/components/ui/form-fields";
import { ListSearch } from "@/components/ui/list-search";
import { Pager } from "@/components/ui/pager";
import { type ListSearch as ListSearchParams, listSearchQuery } from "@/lib/domain/inputs/list-search";
import { PAGE_SIZE } from "@/lib/domain/paging";
import type { AdminCycle } from "@/lib/services/load-admin-cycle";
import { routes } from "@/lib/web/routes";
import { DatesCard, ExemptCard, ExtendCard, NoSubmitter } from "./units-cards";

type UnitsViewProps = {
  work: AdminCycle;
  search: ListSearchParams;
  sectionId: string | null;
  unitId: string | null;
  now: Date;
};

/** Who reports what until when; beside it what was chosen: a section's time, a unit's exemption, or the year's dates. */
export async function UnitsView({ work, search, sectionId, unitId, now }: UnitsViewProps) {
  const t = await getTranslations("admin.cycle");
  const { cycle, units, shown, submissions } = work;
  const section = submissions.find(({ id }) => id === sectionId);
  const unit = units.find(({ organisationId }) => organisationId === unitId);
  const isOpen = cycle.state === "open";
  const hrefOf = (change: Partial<ListSearchParams>, chosen: { section?: string; unit?: string } = {}) =>
    routes.cycle(cycle.id, { ...listSearchQuery({ ...search, ...change }), ...chosen });
  return (
    <AdminListPanel
      isAsked={Boolean(section || unit)}
      list={
        <>
          <Card className="overflow-x-auto">
            {units.length > PAGE_SIZE ? (
              <CardHeader>
                <ListSearch
                  id="cycle-units-search"
                  label={t("search")}
                  hint={t("searchHint")}
                  path={routes.cycle(cycle.id)}
                  value={search.q}
                  clearHref={routes.cycle(cycle.id)}
                />
              </CardHeader>
            ) : null}
            {shown.total === 0 && search.q !== "" ? (
              <CardContent className="text-ink-2">{t("noneFound")}</CardContent>
            ) : null}
            <AdminCycleUnits
              cycle={cycle}
              units={shown.rows}
              submissions={submissions}
              unstaffed={work.unstaffed}
              chosen={section?.id ?? unit?.organisationId ?? null}
              now={now}
              sectionHrefOf={(section) => hrefOf({}, { section })}
              unitHrefOf={(unit) => hrefOf({}, { unit })}
            />
            <Pager label={t("pages")} paged={shown} hrefOf={(page) => hrefOf({ page })} />
          </Card>
          {isOpen && work.others.total > 0 ? <OthersCard work={work} now={now} /> : null}
        </>
      }
    >
      {isOpen && section ? <ExtendCard section={section} now={now} /> : null}
      {isOpen && unit ? <ExemptCard work={work} unit={unit} /> : null}
      {isOpen && !section && !unit ? <DatesCard work={work} /> : null}
      {isOpen ? null : <p className="text-ink-2">{t("closedNote")}</p>}
    </AdminListPanel>
  );
}

async function OthersCard({ work: { cycle, others, unstaffed }, now }: { work: AdminCycle; now: Date }) {
  const t = await getTranslations("admin.cycle");
  const isPast = cycle.tablesDueAt <= now || cycle.narrativeDueAt <= now;
  return (
    <FormCard title={t("others")}>
      <p className="text-sm text-ink-2">{t("othersText")}</p>
      {others.rows.map((unit) => (
        <AdminFormRow key={unit.id}>
          <b>{unit.name}</b>
          {unstaffed.includes(unit.id) ? <NoSubmitter organisationId={unit.id} /> : null}
          <AdminForm
            id={`include-${unit.id}`}
            action={includeUnitAction}
            submitLabel={t("include")}
            buttonSize="sm"
            fields={[
              { kind: "hidden", name: "cycleId", value: cycle.id },
              { kind: "hidden", name: "organisationId", value: unit.id },
              ...(isPast ? [dayField({ name: "dueAt", label: t("includeDue"), hint: t("includeDueHint") })] : []),
            ]}
          />
        </AdminFormRow>
      ))}
      {others.total > others.rows.length ? (
        <p className="mt-3 text-sm text-ink-2">{t("othersMore", { count: others.total - others.rows.length })}</p>
      ) : null}
    </FormCard>
  );
}
