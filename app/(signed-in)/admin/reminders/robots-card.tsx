import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { AdminForm } from "@/app/(signed-in)/admin/admin-form";
import { addRobotAction, removeRobotAction } from "@/app/(signed-in)/admin/reminders/actions";
import { AdminFormRow } from "@/components/admin/admin-form-row";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { Robot } from "@/lib/domain/robot";
import { formatNearDay } from "@/lib/i18n/dates";

type RobotsCardProps = { robots: readonly Robot[]; now: Date };

/** The robots of group chats that are told what concerns everybody; their addresses are never shown again. */
export async function RobotsCard({ robots, now }: RobotsCardProps): Promise<ReactNode> {
  const t = await getTranslations("admin.reminders");
  const locale = await getLocale();
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("robots")}</CardTitle>
      </CardHeader>
      <CardContent className="space-y-3">
        <p className="text-sm text-ink-2">{t("robotsNote")}</p>
        {robots.map(({ id, kind, name, addedByName, addedAt }) => (
          <AdminFormRow key={id}>
            <span className="min-w-0 text-sm wrap-anywhere">
              <b>{name}</b> {t(`robotKinds.${kind}`)}
              <br />
              <span className="text-ink-2">
                {t("robotAdded", { who: addedByName, when: formatNearDay(addedAt, now, locale) })}
              </span>
            </span>
            <AdminForm
              id={`remove-robot-${id}`}
              action={removeRobotAction}
              submitLabel={t("removeRobot")}
              buttonSize="sm"
              of={{ robotId: id }}
            />
          </AdminFormRow>
        ))}
        <AdminForm
          id="add-robot"
          action={addRobotAction}
          submitLabel={t("addRobot")}
          buttonSize="sm"
          fields={[
            { kind: "text", name: "name", label: t("robotName"), isRequired: true, limit: LIMIT.name },
            {
              kind: "text",
              name: "robotAddress",
              label: t("robotAddress"),
              hint: t("robotAddressHint"),
              type: "password",
              isSecret: true,
              isRequired: true,
              limit: LIMIT.address,
            },
            {
              kind: "text",
              name: "robotSecret",
              label: t("robotSecret"),
              hint: t("robotSecretHint"),
              type: "password",
              isSecret: true,
              limit: LIMIT.password,
            },
          ]}
        />
      </CardContent>
    </Card>
  );
}
