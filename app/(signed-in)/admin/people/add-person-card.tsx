import { getTranslations } from "next-intl/server";
import { AdminCode } from "@/app/(signed-in)/admin/admin-form";
import { addPersonAction } from "@/app/(signed-in)/admin/people/actions";
import { codeSlipMessages } from "@/app/(signed-in)/admin/people/code-slip-messages";
import { FormCard } from "@/components/ui/form-card";
import { nameField } from "@/components/ui/form-fields";
import { isOfficeRole, ROLES, type Role } from "@/lib/domain/access";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { Organisation } from "@/lib/domain/organisation";

type AddPersonCardProps = {
  /** Active units that may be chosen here, and whether there are more. */
  units: { offered: readonly Organisation[]; isCut: boolean };
  unitId: string | null;
  role: Role;
  isMailSent: boolean;
};

/** Adds a person with a first role, who is invited by mail or whose one-time code stands on the slip that follows. */
export async function AddPersonCard({ units, unitId, role, isMailSent }: AddPersonCardProps) {
  const t = await getTranslations("admin.people");
  const roleName = await getTranslations("common.role");
  const { offered, isCut } = units;
  const office = offered.find((unit) => unit.kind === "office");
  const place = unitId ?? (isOfficeRole(role) ? office?.id : offered.find((unit) => unit.kind !== "office")?.id);
  return (
    <FormCard title={t("add")}>
      <AdminCode
        id="add-person"
        action={addPersonAction}
        words={await codeSlipMessages()}
        submitLabel={t("add")}
        busyLabel={t("adding")}
        buttonVariant="primary"
        fields={[
          nameField({ label: t("name") }),
          {
            kind: "text",
            name: "account",
            label: t("account"),
            hint: t("accountHint"),
            isRequired: true,
            minLength: 2,
            limit: LIMIT.account,
          },
          {
            kind: "select",
            name: "organisationId",
            label: t("unit"),
            hint: isCut ? t("searchUnitFirst") : undefined,
            value: place ?? "",
            choices: offered.map((unit) => ({ value: unit.id, label: unit.name })),
          },
          {
            kind: "select",
            name: "role",
            label: t("role"),
            hint: t("roleHint"),
            value: role,
            choices: ROLES.map((role) => ({ value: role, label: roleName(role) })),
          },
          { kind: "text", name: "email", label: t("email"), hint: t("emailHint"), limit: LIMIT.email },
          ...(isMailSent
            ? [
                {
                  kind: "checkbox" as const,
                  name: "isInvited",
                  label: t("invite.instead"),
                  hint: t("invite.insteadHint"),
                },
              ]
            : []),
        ]}
      />
    </FormCard>
  );
}
