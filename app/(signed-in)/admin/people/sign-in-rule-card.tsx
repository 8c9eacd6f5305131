import { getTranslations } from "next-intl/server";
import { AdminForm } from "@/app/(signed-in)/admin/admin-form";
import { setSignInRuleAction } from "@/app/(signed-in)/admin/people/actions";
import { FormCard } from "@/components/ui/form-card";
import { ROLES, type Role } from "@/lib/domain/access";

/** Which roles cannot be used without a second step at sign-in. */
export async function SignInRuleCard({ roles }: { roles: readonly Role[] }) {
  const t = await getTranslations("second");
  const roleName = await getTranslations("common.role");
  return (
    <FormCard title={t("ruleTitle")}>
      <AdminForm
        id="sign-in-rule"
        action={setSignInRuleAction}
        submitLabel={t("ruleSave")}
        note={<p className="text-sm text-ink-2">{t("ruleNote")}</p>}
        fields={[
          {
            kind: "checks",
            name: "roles[]",
            label: t("ruleRoles"),
            values: roles,
            choices: ROLES.map((role) => ({ value: role, label: roleName(role) })),
          },
        ]}
      />
    </FormCard>
  );
}
