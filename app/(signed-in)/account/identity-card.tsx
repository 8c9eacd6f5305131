import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { removeOwnIdentityAction } from "@/app/(signed-in)/account/identity-actions";
import { proofField } from "@/app/(signed-in)/account/token-fields";
import { ActionForm } from "@/components/ui/action-form";
import { FormCard } from "@/components/ui/form-card";
import type { ProvesBy } from "@/lib/services/prove-again";

type IdentityCardProps = {
  identities: readonly { id: string; account: string; name: string }[];
  provesBy: ProvesBy;
};

/** By whom of single sign-on the person is signed in; nothing where they are not. */
export async function IdentityCard({ identities, provesBy }: IdentityCardProps): Promise<ReactNode> {
  if (identities.length === 0) return null;
  const t = await getTranslations("setup.account");
  return (
    <FormCard title={t("identities")}>
      <div className="max-w-105 space-y-4" id="identities">
        <p className="text-sm text-ink-2">{t(provesBy === "nothing" ? "identityOnly" : "identityLead")}</p>
        {
          await Promise.all(
            identities.map(async ({ id, account, name }) => (
              <div key={id} className="space-y-2">
                <p className="text-sm wrap-anywhere">
                  <b>{name}</b> <span className="text-ink-2">{account}</span>
                </p>
                {provesBy === "nothing" ? null : (
                  <ActionForm
                    id={`unlink-identity-${id}`}
                    action={removeOwnIdentityAction}
                    submitLabel={t("identityUnlink")}
                    buttonSize="sm"
                    fields={[
                      { kind: "hidden", name: "requestId", value: randomUUID() },
                      { kind: "hidden", name: "identityId", value: id },
                      await proofField(provesBy),
                    ]}
                    errorTitle={t("notDone")}
                    busyLabel={t("changing")}
                  />
                )}
              </div>
            )),
          )
        }
      </div>
    </FormCard>
  );
}
