import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import { closeCycleAction, reopenCycleAction } from "@/app/(signed-in)/admin/cycles/actions";
import { AdminPanelCard } from "@/components/admin/admin-list-panel";
import { ActionForm } from "@/components/ui/action-form";
import { Alert } from "@/components/ui/alert";
import { LIMIT } from "@/lib/domain/inputs/limits";
import { formatMoment } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";
import type { AdminCycle } from "@/lib/services/load-admin-cycle";

/** The end of a year: what closing means, and opening it again for a correction. */
export async function CloseView({ work: { cycle, isNextOpen, report } }: { work: AdminCycle }) {
  const t = await getTranslations("admin.cycle");
  const locale = readLocale(await getLocale());
  const years = { year: String(cycle.year) };
  // Each form is a request of its own: two that shared one id would count as one, sent twice.
  const ids = () => [
    { kind: "hidden" as const, name: "requestId", value: randomUUID() },
    { kind: "hidden" as const, name: "cycleId", value: cycle.id },
  ];
  if (cycle.state === "closed") {
    return (
      <AdminPanelCard title={t("reopenTitle", years)}>
        <p className="text-ink-2">
          {cycle.closedAt ? t("closedAt", { time: formatMoment(cycle.closedAt, new Date(), locale) }) : null}{" "}
          {t("reopenText")}
        </p>
        <div className="mt-4 max-w-105">
          <ActionForm
            id="reopen-year"
            action={reopenCycleAction}
            errorTitle={t("notSaved")}
            submitLabel={t("reopen")}
            busyLabel={t("saving")}
            fields={[
              ...ids(),
              {
                kind: "textarea",
                name: "reason",
                limit: LIMIT.reason,
                label: t("reason"),
                hint: t("reopenReasonHint"),
                isRequired: true,
              },
            ]}
          />
        </div>
      </AdminPanelCard>
    );
  }
  const isPublished = report?.state === "published";
  return (
    <AdminPanelCard title={t("closeTitle", years)}>
      <ul className="space-y-2">
        <li>{t("closeUnits")}</li>
        <li>{t("closeRead")}</li>
        <li>{t(isNextOpen ? "closeNext" : "closeBeforeNext", { next: String(cycle.year + 1) })}</li>
        <li>{t("closeAgain")}</li>
      </ul>
      {isPublished ? null : (
        <Alert variant="info" className="mt-4">
          {t("closeNotYet")}
        </Alert>
      )}
      {isPublished ? (
        <div className="mt-4">
          <ActionForm
            id="close-year"
            action={closeCycleAction}
            errorTitle={t("notSaved")}
            submitLabel={t("closeYear", years)}
            busyLabel={t("saving")}
            buttonVariant="primary"
            fields={ids()}
          />
        </div>
      ) : null}
    </AdminPanelCard>
  );
}
