import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { dissolveUnitAction, removeUnitAction, restoreUnitAction } from "@/app/(signed-in)/admin/units/actions";
import { AdminPanelCard } from "@/components/admin/admin-list-panel";
import { ActionForm } from "@/components/ui/action-form";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { Organisation } from "@/lib/domain/organisation";

type EndUnitProps = {
  unit: Organisation;
  /** Nobody ever belonged to it and no year expected it. */
  isUnused: boolean;
  /** The day it is for the office. */
  today: string;
};

/** How a unit ends: removed where it was only a mistake, dissolved where it was one; and back again. */
export async function EndUnitCards({ unit, isUnused, today }: EndUnitProps) {
  if (unit.kind === "office") return null;
  const t = await getTranslations("admin.units");
  // Each form is a request of its own: two that shared one id would count as one, sent twice.
  const ids = () => [
    { kind: "hidden" as const, name: "requestId", value: randomUUID() },
    { kind: "hidden" as const, name: "organisationId", value: unit.id },
  ];
  return (
    <>
      {unit.isActive ? (
        <AdminPanelCard title={t("dissolve")}>
          <ActionForm
            key={`dissolve-${unit.id}`}
            id="dissolve-unit"
            action={dissolveUnitAction}
            errorTitle={t("notSaved")}
            submitLabel={t("dissolve")}
            busyLabel={t("saving")}
            buttonVariant="danger"
            fields={[
              ...ids(),
              { kind: "text", name: "on", label: t("dissolvedOn"), type: "date", value: today, isRequired: true },
              {
                kind: "textarea",
                name: "reason",
                label: t("dissolveReason"),
                hint: t("dissolveReasonHint"),
                limit: LIMIT.reason,
                isRequired: true,
              },
              {
                kind: "select",
                name: "handedIn",
                label: t("handedIn"),
                hint: t("handedInHint"),
                value: "counted",
                choices: [
                  { value: "counted", label: t("counted") },
                  { value: "left_out", label: t("leftOut") },
                ],
              },
            ]}
          />
        </AdminPanelCard>
      ) : (
        <AdminPanelCard title={t("dissolved")}>
          <ActionForm
            key={`restore-${unit.id}`}
            id="restore-unit"
            action={restoreUnitAction}
            errorTitle={t("notSaved")}
            submitLabel={t("restore")}
            busyLabel={t("saving")}
            fields={ids()}
            note={<p className="text-sm text-ink-2">{t("restoreNote")}</p>}
          />
        </AdminPanelCard>
      )}
      {isUnused ? (
        <AdminPanelCard title={t("remove")}>
          <ActionForm
            key={`remove-${unit.id}`}
            id="remove-unit"
            action={removeUnitAction}
            errorTitle={t("notSaved")}
            submitLabel={t("remove")}
            busyLabel={t("saving")}
            buttonVariant="danger"
            buttonSize="sm"
            fields={ids()}
            note={<p className="text-sm text-ink-2">{t("removeNote")}</p>}
          />
        </AdminPanelCard>
      ) : null}
    </>
  );
}
