import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminForm } from "@/app/(signed-in)/admin/admin-form";
import { ADMIN_PLACES } from "@/app/(signed-in)/admin/admin-places";
import { setReminderPlanAction } from "@/app/(signed-in)/admin/reminders/actions";
import { CalendarCard } from "@/app/(signed-in)/admin/reminders/calendar-card";
import { RobotsCard } from "@/app/(signed-in)/admin/reminders/robots-card";
import { AdminTabs } from "@/components/admin/admin-tabs";
import { FormCard } from "@/components/ui/form-card";
import { Page, PageHead } from "@/components/ui/page";
import { mailEnv } from "@/lib/env";
import { loadReminders } from "@/lib/services/load-reminders";
import { requirePermission } from "@/lib/web/actor";
import { getDb } from "@/lib/web/database";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.tabs"))("reminders") };
}

/** When units are reminded by themselves, and on which days the office works. */
export default async function RemindersPage() {
  const actor = await requirePermission("cycle:manage");
  const now = new Date();
  const t = await getTranslations("admin.reminders");
  const { plan, entered, robots } = await loadReminders(getDb(), actor, {}, now);
  return (
    <Page>
      <AdminTabs current="reminders" hrefs={ADMIN_PLACES} />
      <PageHead title={t("title")} lead={mailEnv() === null ? t("noServer") : t("lead")} />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <FormCard title={t("plan")}>
          <AdminForm
            id="reminder-plan"
            action={setReminderPlanAction}
            submitLabel={t("save")}
            buttonVariant="primary"
            note={<p className="text-sm text-ink-2">{t("planNote")}</p>}
            fields={[
              {
                kind: "text",
                name: "daysBefore",
                label: t("daysBefore"),
                hint: t("daysBeforeHint"),
                value: plan.daysBefore.join(t("separator")),
              },
              {
                kind: "checkbox",
                name: "isOverdueDaily",
                label: t("overdueDaily"),
                isChecked: plan.isOverdueDaily,
              },
            ]}
          />
        </FormCard>
        <CalendarCard entered={entered} now={now} />
        <RobotsCard robots={robots} now={now} />
      </div>
    </Page>
  );
}
