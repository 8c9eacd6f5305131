import { randomUUID } from "node:crypto";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { addPasskeyAction, preparePasskeyAction, removePasskeyAction } from "@/app/(signed-in)/account/passkey-actions";
import { proofField } from "@/app/(signed-in)/account/token-fields";
import { AddPasskeyForm } from "@/components/account/passkey-forms";
import { AdminFormRow } from "@/components/admin/admin-form-row";
import { ActionForm } from "@/components/ui/action-form";
import { FormCard } from "@/components/ui/form-card";
import { nameField } from "@/components/ui/form-fields";
import type { Passkey } from "@/lib/domain/passkey";
import { formatDay } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";
import type { ProvesBy } from "@/lib/services/prove-again";
import { passkeyWords } from "@/lib/web/passkey-words";

type PasskeyCardProps = {
  passkeys: readonly Passkey[];
  isOffered: boolean;
  provesBy: ProvesBy;
  now: Date;
};

/** The passkeys of a person: added, seen and removed. */
export async function PasskeyCard({ passkeys, isOffered, provesBy, now }: PasskeyCardProps): Promise<ReactNode> {
  const t = await getTranslations("passkey");
  const second = await getTranslations("second");
  const locale = readLocale(await getLocale());
  const errorTitle = second("notDone");
  const proof = provesBy === "nothing" ? null : await proofField(provesBy);
  return (
    <FormCard title={t("title")}>
      <div className="max-w-105 space-y-4" id="passkeys">
        <p className="text-sm text-ink-2">{isOffered ? t("lead") : t("noHttps")}</p>
        {passkeys.length > 0 ? (
          <div>
            {passkeys.map(({ id, name, madeAt, usedAt, isBackedUp }) => (
              <AdminFormRow key={id}>
                <span className="min-w-0 text-sm wrap-anywhere">
                  <b>{name}</b>
                  <br />
                  <span className="text-ink-2">
                    {t("made", { day: formatDay(madeAt, now, locale) })}
                    {usedAt ? t("used", { day: formatDay(usedAt, now, locale) }) : t("neverUsed")}
                    {isBackedUp ? t("backedUp") : ""}
                  </span>
                </span>
                <ActionForm
                  id={`remove-passkey-${id}`}
                  action={removePasskeyAction}
                  submitLabel={t("remove")}
                  buttonSize="sm"
                  fields={[
                    { kind: "hidden", name: "requestId", value: randomUUID() },
                    { kind: "hidden", name: "passkeyId", value: id },
                    ...(proof ? [proof] : [{ kind: "hidden" as const, name: "proof", value: "" }]),
                  ]}
                  errorTitle={errorTitle}
                  busyLabel={second("saving")}
                />
              </AdminFormRow>
            ))}
          </div>
        ) : null}
        {isOffered ? (
          <AddPasskeyForm
            id="add-passkey"
            prepare={preparePasskeyAction}
            action={addPasskeyAction}
            submitLabel={t("add")}
            fields={[
              { kind: "hidden", name: "requestId", value: randomUUID() },
              nameField({ label: t("name"), hint: t("nameHint") }),
              ...(proof ? [proof] : []),
            ]}
            codeWords={{ title: second("codesTitle"), how: second("codesHow"), print: second("print") }}
            errorTitle={errorTitle}
            busyLabel={t("asking")}
            words={await passkeyWords()}
          />
        ) : null}
      </div>
    </FormCard>
  );
}
