import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { endCalendarAction, makeCalendarAction } from "@/app/(signed-in)/account/actions";
import { ActionForm } from "@/components/ui/action-form";
import { FormCard } from "@/components/ui/form-card";
import { env } from "@/lib/env";
import { calendarFileOf } from "@/lib/services/calendar-address";
import { routes } from "@/lib/web/routes";

/** The address at which a calendar program reads one's due dates; renewed or ended here. */
export async function CalendarCard({ feedId }: { feedId: string | null }): Promise<ReactNode> {
  const t = await getTranslations("setup.account.calendar");
  const { NEXTAUTH_SECRET, NEXTAUTH_URL } = env();
  const address = feedId
    ? new URL(routes.calendar(calendarFileOf(feedId, NEXTAUTH_SECRET)), NEXTAUTH_URL).toString()
    : null;
  const words = { errorTitle: t("notDone"), busyLabel: t("saving") };
  return (
    <FormCard title={t("title")}>
      <p className="text-sm text-ink-2">{t("lead")}</p>
      {address ? (
        <div className="mt-3 space-y-1">
          <p className="text-sm font-bold">{t("address")}</p>
          <p className="rounded-sm border border-line bg-sunken px-3 py-2 font-mono text-sm wrap-anywhere select-all">
            {address}
          </p>
          <p className="text-sm text-ink-3">{t("secret")}</p>
        </div>
      ) : null}
      <div className="mt-4 flex flex-wrap items-start gap-3">
        <ActionForm
          id="make-calendar"
          action={makeCalendarAction}
          submitLabel={address ? t("renew") : t("make")}
          buttonSize="sm"
          fields={[{ kind: "hidden", name: "requestId", value: randomUUID() }]}
          {...words}
        />
        {address ? (
          <ActionForm
            id="end-calendar"
            action={endCalendarAction}
            submitLabel={t("end")}
            buttonSize="sm"
            buttonVariant="danger"
            fields={[{ kind: "hidden", name: "requestId", value: randomUUID() }]}
            {...words}
          />
        ) : null}
      </div>
    </FormCard>
  );
}
