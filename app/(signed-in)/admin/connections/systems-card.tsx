import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { tokenFields, tokenFormWords } from "@/app/(signed-in)/account/token-fields";
import { AdminConfirm, AdminForm } from "@/app/(signed-in)/admin/admin-form";
import { addSystemAction, endSystemAction, makeSystemTokenAction } from "@/app/(signed-in)/admin/connections/actions";
import { TokenForm } from "@/components/connections/token-form";
import { Alert } from "@/components/ui/alert";
import { FormCard } from "@/components/ui/form-card";
import { nameField } from "@/components/ui/form-fields";
import { permissionsOf, ROLES } from "@/lib/domain/access";
import { type SystemAccount, scopesOpenTo } from "@/lib/domain/access-token";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { Organisation } from "@/lib/domain/organisation";
import type { ProvesBy } from "@/lib/services/prove-again";
import { routes } from "@/lib/web/routes";

type SystemCardProps = {
  system: SystemAccount;
  provesBy: ProvesBy;
  /** The system whose end is asked for. */
  asked: string | undefined;
};

/** The account of another program: its roles, a new token for it, and its end. */
export async function SystemCard({ system, provesBy, asked }: SystemCardProps): Promise<ReactNode> {
  const t = await getTranslations("connections.page");
  const form = await getTranslations("connections.form");
  const roleName = await getTranslations("common.role");
  const { id, account, name, roles } = system;
  return (
    <FormCard title={name}>
      <p className="text-sm text-ink-2">
        {[account, ...roles.map(({ organisationName, role }) => `${organisationName} ${roleName(role)}`)].join(" · ")}
      </p>
      <div className="mt-3 max-w-105">
        {provesBy === "nothing" ? (
          <Alert variant="warning">{form("proofNothing")}</Alert>
        ) : (
          <TokenForm
            id={`system-token-${id}`}
            action={makeSystemTokenAction}
            submitLabel={form("make")}
            busyLabel={form("saving")}
            errorTitle={form("notDone")}
            buttonSize="sm"
            fields={
              await tokenFields({
                scopes: scopesOpenTo({ permissions: permissionsOf(roles) }),
                provesBy,
                of: { systemId: id },
              })
            }
            words={await tokenFormWords()}
          />
        )}
      </div>
      <AdminConfirm
        label={t("endSystem")}
        title={t("endTitle", { name })}
        description={t("endText")}
        askHref={routes.connections({ ask: id })}
        backHref={routes.connections()}
        isAsked={asked === id}
        form={{
          id: `end-system-${id}`,
          action: endSystemAction,
          submitLabel: t("endSystem"),
          buttonSize: "sm",
          buttonVariant: "danger",
          of: { systemId: id },
        }}
      />
    </FormCard>
  );
}

/** Adds the account of another program with its role. */
export async function AddSystemCard({ units }: { units: readonly Organisation[] }): Promise<ReactNode> {
  const t = await getTranslations("connections.page");
  const roleName = await getTranslations("common.role");
  const roles = ROLES.filter((role) => role !== "admin");
  return (
    <FormCard title={t("add")}>
      <p className="mb-3 text-sm text-ink-2">{t("systemsNote")}</p>
      <AdminForm
        id="add-system"
        action={addSystemAction}
        submitLabel={t("add")}
        buttonSize="sm"
        fields={[
          nameField({ label: t("systemName") }),
          {
            kind: "text",
            name: "account",
            label: t("account"),
            hint: t("accountHint"),
            isRequired: true,
            limit: LIMIT.account,
          },
          {
            kind: "select",
            name: "organisationId",
            label: t("unit"),
            choices: units.map(({ id, name }) => ({ value: id, label: name })),
          },
          {
            kind: "select",
            name: "role",
            label: t("role"),
            choices: roles.map((role) => ({ value: role, label: roleName(role) })),
          },
        ]}
      />
    </FormCard>
  );
}
