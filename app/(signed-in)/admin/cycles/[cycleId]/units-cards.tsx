import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { AdminForm } from "@/app/(signed-in)/admin/admin-form";
import { changeCycleDatesAction, exemptUnitAction, extendDueDateAction } from "@/app/(signed-in)/admin/cycles/actions";
import { FormCard } from "@/components/ui/form-card";
import { dayField, reasonField } from "@/components/ui/form-fields";
import { StateBadge } from "@/components/ui/state-badge";
import { lastDay } from "@/lib/domain/administration";
import type { CycleUnit } from "@/lib/domain/cycle";
import { refuseChange } from "@/lib/domain/report";
import type { SubmissionEntry } from "@/lib/domain/submission";
import { formatDeadline } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";
import type { AdminCycle } from "@/lib/services/load-admin-cycle";
import { routes } from "@/lib/web/routes";

/** Until when the sections of the year are due. */
export async function DatesCard({ work: { cycle } }: { work: AdminCycle }) {
  const t = await getTranslations("admin.cycle");
  return (
    <FormCard title={t("dates")}>
      <AdminForm
        id="dates"
        action={changeCycleDatesAction}
        submitLabel={t("save")}
        fields={[
          { kind: "hidden", name: "cycleId", value: cycle.id },
          dayField({
            name: "tablesDueAt",
            label: t("tablesDue"),
            hint: t("datesHint"),
            value: lastDay(cycle.tablesDueAt),
          }),
          dayField({ name: "narrativeDueAt", label: t("narrativeDue"), value: lastDay(cycle.narrativeDueAt) }),
          {
            kind: "text",
            type: "date",
            name: "hardEndAt",
            label: t("hardEnd"),
            hint: t("hardEndHint"),
            value: cycle.hardEndAt ? lastDay(cycle.hardEndAt) : "",
          },
        ]}
      />
      <p className="mt-4 text-sm text-ink-3">{t("pickOne")}</p>
    </FormCard>
  );
}

/** More time for one section, with the reason. */
export async function ExtendCard({ section, now }: { section: SubmissionEntry; now: Date }) {
  const t = await getTranslations("admin.cycle");
  const sectionName = await getTranslations("common.section");
  const locale = readLocale(await getLocale());
  return (
    <FormCard
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
          <AdminForm
            key={section.id}
            id="extend"
            action={extendDueDateAction}
            submitLabel={t("extend")}
            buttonVariant="primary"
            fields={[
              { kind: "hidden", name: "submissionId", value: section.id },
              dayField({ name: "dueAt", label: t("extendTo"), hint: t("untilMidnight") }),
              reasonField({ label: t("reason"), hint: t("extendReasonHint") }),
            ]}
          />
        </div>
      )}
    </FormCard>
  );
}

/** Whether a unit has to report this year. */
export async function ExemptCard({ work, unit }: { work: AdminCycle; unit: CycleUnit }) {
  const t = await getTranslations("admin.cycle");
  const cycleId = work.cycle.id;
  const isFixed = refuseChange(work.report?.state ?? null) !== null;
  const hasHandedIn = work.submissions.some(
    (submission) => submission.organisationId === unit.organisationId && submission.latestVersion > 0,
  );
  const isExempt = unit.exemptReason !== null;
  const saysExempt = isExempt ? (
    <p className="text-sm text-ink-2">{t("isExempt", { reason: unit.exemptReason ?? "" })}</p>
  ) : null;
  const of = { cycleId: cycleId, organisationId: unit.organisationId };
  return (
    <FormCard title={unit.name} close={{ href: routes.cycle(cycleId), label: t("close") }}>
      {work.unstaffed.includes(unit.organisationId) ? <NoSubmitter organisationId={unit.organisationId} /> : null}
      {unit.dissolvedNote !== null ? (
        <p className="text-sm text-ink-2">{unit.dissolvedNote}</p>
      ) : isFixed ? (
        <>
          {saysExempt}
          <p className="text-sm text-ink-2">{t("exemptFixed")}</p>
        </>
      ) : hasHandedIn && !isExempt ? (
        <p className="text-sm text-ink-2">{t("exemptHandedIn")}</p>
      ) : isExempt ? (
        <AdminForm
          key={`${unit.organisationId}-again`}
          id="ask-again"
          action={exemptUnitAction}
          submitLabel={t("askAgain")}
          of={of}
          fields={[{ kind: "hidden", name: "reason", value: "" }]}
          note={saysExempt}
        />
      ) : (
        <AdminForm
          key={`${unit.organisationId}-exempt`}
          id="exempt"
          action={exemptUnitAction}
          submitLabel={t("exempt")}
          buttonVariant="danger"
          of={of}
          fields={[reasonField({ label: t("exemptReason"), hint: t("exemptHint") })]}
        />
      )}
    </FormCard>
  );
}

/** Nobody can fill in for a unit without a submitter; the way to add one. */
export async function NoSubmitter({ organisationId }: { organisationId: string }) {
  const t = await getTranslations("admin.cycle");
  return (
    <p className="mb-3 flex flex-wrap gap-2 text-sm">
      <StateBadge state="warning">{t("noSubmitter")}</StateBadge>
      <Link href={routes.people({ unit: organisationId, role: "submitter" })}>{t("addSubmitter")}</Link>
    </p>
  );
}
