import { randomUUID } from "node:crypto";
import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import {
  changeCycleDatesAction,
  exemptUnitAction,
  extendDueDateAction,
  includeUnitAction,
} from "@/app/(signed-in)/admin/cycles/actions";
import { AdminCycleUnits } from "@/components/admin/admin-cycle-units";
import { AdminFormRow } from "@/components/admin/admin-form-row";
import { AdminListPanel, AdminPanelCard } from "@/components/admin/admin-list-panel";
import { ActionForm } from "@/components/ui/action-form";
import { Card } from "@/components/ui/card";
import { StateBadge } from "@/components/ui/state-badge";
import { lastDay } from "@/lib/domain/administration";
import type { CycleUnit } from "@/lib/domain/cycle";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { refuseChange } from "@/lib/domain/report";
import type { SubmissionEntry } from "@/lib/domain/submission";
import { formatDeadline } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";
import type { AdminCycle } from "@/lib/services/load-admin-cycle";
import { routes } from "@/lib/web/routes";

type UnitsViewProps = { work: AdminCycle; sectionId: string | null; unitId: string | null; now: Date };

/** Who reports what until when; beside it what was chosen: a section's time, a unit's exemption, or the year's dates. */
export async function UnitsView({ work, sectionId, unitId, now }: UnitsViewProps) {
  const t = await getTranslations("admin.cycle");
  const { cycle, units, submissions } = work;
  const section = submissions.find(({ id }) => id === sectionId);
  const unit = units.find(({ organisationId }) => organisationId === unitId);
  const isOpen = cycle.state === "open";
  return (
    <AdminListPanel
      isAsked={Boolean(section || unit)}
      list={
        <>
          <Card className="overflow-x-auto">
            <AdminCycleUnits
              cycle={cycle}
              units={units}
              submissions={submissions}
              unstaffed={work.unstaffed}
              chosen={section?.id ?? unit?.organisationId ?? null}
              now={now}
              sectionHrefOf={(id) => routes.cycle(cycle.id, { section: id })}
              unitHrefOf={(id) => routes.cycle(cycle.id, { unit: id })}
            />
          </Card>
          {isOpen && work.others.length > 0 ? <OthersCard work={work} now={now} /> : null}
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

async function DatesCard({ work: { cycle } }: { work: AdminCycle }) {
  const t = await getTranslations("admin.cycle");
  return (
    <AdminPanelCard title={t("dates")}>
      <ActionForm
        id="dates"
        action={changeCycleDatesAction}
        errorTitle={t("notSaved")}
        submitLabel={t("save")}
        busyLabel={t("saving")}
        fields={[
          { kind: "hidden", name: "requestId", value: randomUUID() },
          { kind: "hidden", name: "cycleId", value: cycle.id },
          {
            kind: "text",
            name: "tablesDueAt",
            label: t("tablesDue"),
            hint: t("datesHint"),
            type: "date",
            value: lastDay(cycle.tablesDueAt),
            isRequired: true,
          },
          {
            kind: "text",
            name: "narrativeDueAt",
            label: t("narrativeDue"),
            type: "date",
            value: lastDay(cycle.narrativeDueAt),
            isRequired: true,
          },
        ]}
      />
      <p className="mt-4 text-sm text-ink-3">{t("pickOne")}</p>
    </AdminPanelCard>
  );
}

async function ExtendCard({ section, now }: { section: SubmissionEntry; now: Date }) {
  const t = await getTranslations("admin.cycle");
  const sectionName = await getTranslations("common.section");
  const locale = readLocale(await getLocale());
  return (
    <AdminPanelCard
      title={t("extendTitle", { unit: section.unitName })}
      close={{ href: routes.cycle(section.cycleId), label: t("close") }}
    >
      <p className="text-sm text-ink-2">
        {sectionName(section.sectionId)}
        <br />
        {t("dueNow", { due: formatDeadline(section.dueAt, now, locale) })}
      </p>
      {section.state === "approved" ? (
        <p className="mt-3">{t("approvedNoNeed")}</p>
      ) : (
        <div className="mt-3">
          <ActionForm
            key={section.id}
            id="extend"
            action={extendDueDateAction}
            errorTitle={t("notSaved")}
            submitLabel={t("extend")}
            busyLabel={t("saving")}
            buttonVariant="primary"
            fields={[
              { kind: "hidden", name: "requestId", value: randomUUID() },
              { kind: "hidden", name: "submissionId", value: section.id },
              {
                kind: "text",
                name: "dueAt",
                label: t("extendTo"),
                hint: t("untilMidnight"),
                type: "date",
                isRequired: true,
              },
              {
                kind: "textarea",
                name: "reason",
                limit: LIMIT.reason,
                label: t("reason"),
                hint: t("extendReasonHint"),
                isRequired: true,
              },
            ]}
          />
        </div>
      )}
    </AdminPanelCard>
  );
}

async function ExemptCard({ work, unit }: { work: AdminCycle; unit: CycleUnit }) {
  const t = await getTranslations("admin.cycle");
  const cycleId = work.cycle.id;
  const isFixed = refuseChange(work.report?.state ?? null) !== null;
  const hasHandedIn = work.submissions.some(
    (submission) => submission.organisationId === unit.organisationId && submission.latestVersion > 0,
  );
  const isExempt = unit.exemptReason !== null;
  // Each form is a request of its own: two that shared one id would count as one, sent twice.
  const ids = () => [
    { kind: "hidden" as const, name: "requestId", value: randomUUID() },
    { kind: "hidden" as const, name: "cycleId", value: cycleId },
    { kind: "hidden" as const, name: "organisationId", value: unit.organisationId },
  ];
  return (
    <AdminPanelCard title={unit.name} close={{ href: routes.cycle(cycleId), label: t("close") }}>
      {work.unstaffed.includes(unit.organisationId) ? <NoSubmitter organisationId={unit.organisationId} /> : null}
      {unit.dissolvedNote !== null ? (
        <p className="text-sm text-ink-2">{unit.dissolvedNote}</p>
      ) : isFixed ? (
        <p className="text-sm text-ink-2">{t("exemptFixed")}</p>
      ) : hasHandedIn && !isExempt ? (
        <p className="text-sm text-ink-2">{t("exemptHandedIn")}</p>
      ) : isExempt ? (
        <ActionForm
          key={`${unit.organisationId}-again`}
          id="ask-again"
          action={exemptUnitAction}
          errorTitle={t("notSaved")}
          submitLabel={t("askAgain")}
          busyLabel={t("saving")}
          fields={[...ids(), { kind: "hidden", name: "reason", value: "" }]}
          note={<p className="text-sm text-ink-2">{t("isExempt", { reason: unit.exemptReason ?? "" })}</p>}
        />
      ) : (
        <ActionForm
          key={`${unit.organisationId}-exempt`}
          id="exempt"
          action={exemptUnitAction}
          errorTitle={t("notSaved")}
          submitLabel={t("exempt")}
          busyLabel={t("saving")}
          buttonVariant="danger"
          fields={[
            ...ids(),
            {
              kind: "textarea",
              name: "reason",
              limit: LIMIT.reason,
              label: t("exemptReason"),
              hint: t("exemptHint"),
              isRequired: true,
            },
          ]}
        />
      )}
    </AdminPanelCard>
  );
}

/** Nobody can fill in for a unit without a submitter; the way to add one. */
async function NoSubmitter({ organisationId }: { organisationId: string }) {
  const t = await getTranslations("admin.cycle");
  return (
    <p className="mb-3 flex flex-wrap gap-2 text-sm">
      <StateBadge state="warning">{t("noSubmitter")}</StateBadge>
      <Link href={routes.people({ unit: organisationId, role: "submitter" })}>{t("addSubmitter")}</Link>
    </p>
  );
}

async function OthersCard({ work: { cycle, others, unstaffed }, now }: { work: AdminCycle; now: Date }) {
  const t = await getTranslations("admin.cycle");
  const firstDue = cycle.tablesDueAt < cycle.narrativeDueAt ? cycle.tablesDueAt : cycle.narrativeDueAt;
  const isPast = firstDue <= now;
  return (
    <AdminPanelCard title={t("others")}>
      <p className="text-sm text-ink-2">{t("othersText")}</p>
      {others.map((unit) => (
        <AdminFormRow key={unit.id}>
          <b>{unit.name}</b>
          {unstaffed.includes(unit.id) ? <NoSubmitter organisationId={unit.id} /> : null}
          <ActionForm
            id={`include-${unit.id}`}
            action={includeUnitAction}
            errorTitle={t("notSaved")}
            submitLabel={t("include")}
            busyLabel={t("saving")}
            buttonSize="sm"
            fields={[
              { kind: "hidden", name: "requestId", value: randomUUID() },
              { kind: "hidden", name: "cycleId", value: cycle.id },
              { kind: "hidden", name: "organisationId", value: unit.id },
              ...(isPast
                ? [
                    {
                      kind: "text" as const,
                      name: "dueAt",
                      label: t("includeDue"),
                      hint: t("includeDueHint"),
                      type: "date" as const,
                      isRequired: true,
                    },
                  ]
                : []),
            ]}
          />
        </AdminFormRow>
      ))}
    </AdminPanelCard>
  );
}
