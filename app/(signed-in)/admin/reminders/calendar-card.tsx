import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AdminForm } from "@/app/(signed-in)/admin/admin-form";
import { enterCalendarDayAction, removeCalendarDayAction } from "@/app/(signed-in)/admin/reminders/actions";
import { AdminFormRow } from "@/components/admin/admin-form-row";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { dateInShanghai } from "@/lib/domain/office-day";
import { type CalendarDay, sourceOfYear } from "@/lib/domain/working-days";

type CalendarCardProps = { entered: readonly CalendarDay[]; now: Date };

/** Which table of working days is kept, and the days that the administrator entered beside it. */
export async function CalendarCard({ entered, now }: CalendarCardProps): Promise<ReactNode> {
  const t = await getTranslations("admin.reminders");
  const today = dateInShanghai(now);
  const thisYear = Number(today.slice(0, 4));
  const sources = [thisYear, thisYear + 1].map((year) => {
    const source = sourceOfYear(year);
    if (typeof source === "object") return t("yearPublished", { year: String(year), notice: source.notice });
    return source === "law" ? t("yearByLaw", { year: String(year) }) : t("yearUnknown", { year: String(year) });
  });
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("calendar")}</CardTitle>
      </CardHeader>
      <CardContent className="space-y-3">
        <p className="text-sm text-ink-2">{t("calendarNote")}</p>
        <ul className="list-disc space-y-1 pl-5 text-sm">
          {sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
        {entered.map(({ day, isWorking }) => (
          <AdminFormRow key={day}>
            <span className="text-sm">
              <b>{day}</b> {t(isWorking ? "works" : "rests")}
            </span>
            <AdminForm
              id={`remove-day-${day}`}
              action={removeCalendarDayAction}
              submitLabel={t("removeDay")}
              buttonSize="sm"
              of={{ day }}
            />
          </AdminFormRow>
        ))}
        <AdminForm
          id="enter-day"
          action={enterCalendarDayAction}
          submitLabel={t("enterDay")}
          buttonSize="sm"
          fields={[
            { kind: "text", name: "day", label: t("day"), type: "date", value: today, isRequired: true },
            {
              kind: "select",
              name: "kind",
              label: t("kind"),
              value: "rest",
              choices: [
                { value: "rest", label: t("rests") },
                { value: "work", label: t("works") },
              ],
            },
          ]}
        />
      </CardContent>
    </Card>
  );
}
