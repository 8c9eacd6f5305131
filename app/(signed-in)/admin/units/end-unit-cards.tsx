import { getTranslations } from "next-intl/server";
import { AdminForm } from "@/app/(signed-in)/admin/admin-form";
import { dissolveUnitAction, removeUnitAction, restoreUnitAction } from "@/app/(signed-in)/admin/units/actions";
import { FormCard } from "@/components/ui/form-card";
import { dayField, reasonField } from "@/components/ui/form-fields";
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
  const of = { organisationId: unit.id };
  return (
    <>
      {unit.isActive ? (
        <FormCard title={t("dissolve")}>
          <AdminForm
            key={`dissolve-${unit.id}`}
            id="dissolve-unit"
            action={dissolveUnitAction}
            submitLabel={t("dissolve")}
            buttonVariant="danger"
            of={of}
            fields={[
              dayField({ name: "on", label: t("dissolvedOn"), value: today }),
              reasonField({ label: t("dissolveReason"), hint: t("dissolveReasonHint") }),
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
        </FormCard>
      ) : (
        <FormCard title={t("dissolved")}>
          <AdminForm
            key={`restore-${unit.id}`}
            id="restore-unit"
            action={restoreUnitAction}
            submitLabel={t("restore")}
            of={of}
            note={<p className="text-sm text-ink-2">{t("restoreNote")}</p>}
          />
        </FormCard>
      )}
      {isUnused ? (
        <FormCard title={t("remove")}>
          <AdminForm
            key={`remove-${unit.id}`}
            id="remove-unit"
            action={removeUnitAction}
            submitLabel={t("remove")}
            buttonVariant="danger"
            buttonSize="sm"
            of={of}
            note={<p className="text-sm text-ink-2">{t("removeNote")}</p>}
          />
        </FormCard>
      ) : null}
    </>
  );
}
