import { getLocale, getTranslations } from "next-intl/server";
import { AdminForm } from "@/app/(signed-in)/admin/admin-form";
import { closeCycleAction, reopenCycleAction } from "@/app/(signed-in)/admin/cycles/actions";
import { Alert } from "@/components/ui/alert";
import { FormCard } from "@/components/ui/form-card";
import { reasonField } from "@/components/ui/form-fields";
import { formatMoment } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";
import type { AdminCycle } from "@/lib/services/load-admin-cycle";

/** The end of a year: what closing means, and opening it again for a correction. */
export async function CloseView({ work: { cycle, isNextOpen, report } }: { work: AdminCycle }) {
  const t = await getTranslations("admin.cycle");
  const locale = readLocale(await getLocale());
  const years = { year: String(cycle.year) };
  const of = { cycleId: cycle.id };
  if (cycle.state === "closed") {
    return (
      <FormCard title={t("reopenTitle", years)}>
        <p className="text-ink-2">
          {cycle.closedAt ? t("closedAt", { time: formatMoment(cycle.closedAt, new Date(), locale) }) : null}{" "}
          {t("reopenText")}
        </p>
        <div className="mt-4 max-w-105">
          <AdminForm
            id="reopen-year"
            action={reopenCycleAction}
            submitLabel={t("reopen")}
            of={of}
            fields={[reasonField({ label: t("reason"), hint: t("reopenReasonHint") })]}
          />
        </div>
      </FormCard>
    );
  }
  const isPublished = report?.state === "published";
  return (
    <FormCard title={t("closeTitle", years)}>
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
          <AdminForm
            id="close-year"
            action={closeCycleAction}
            submitLabel={t("closeYear", years)}
            buttonVariant="primary"
            of={of}
          />
        </div>
      ) : null}
    </FormCard>
  );
}
