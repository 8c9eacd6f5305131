import { getTranslations } from "next-intl/server";
import { AdminCode, AdminConfirm, AdminForm } from "@/app/(signed-in)/admin/admin-form";
import {
  changePersonAction,
  changePersonEmailAction,
  deactivatePersonAction,
  dropSecondFactorAction,
  giveCodeAction,
  removePersonAction,
} from "@/app/(signed-in)/admin/people/actions";
import { codeSlipMessages } from "@/app/(signed-in)/admin/people/code-slip-messages";
import { FormCard } from "@/components/ui/form-card";
import { nameField } from "@/components/ui/form-fields";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { Person } from "@/lib/domain/person";
import { routes } from "@/lib/web/routes";

type AccountCardProps = {
  person: Person;
  isSelf: boolean;
  /** Whether it should really be ended is asked in the page itself. */
  isAsked: boolean;
};

/** The account itself: its code, its name, and its end. */
export async function AccountCard({ person, isSelf, isAsked }: AccountCardProps) {
  const t = await getTranslations("admin.people");
  const second = await getTranslations("second");
  const hasLeft = person.deactivatedAt !== null;
  const of = { userId: person.id };
  return (
    <FormCard title={t("accountTitle")}>
      <div className="space-y-4">
        {isSelf ? (
          <p className="text-sm text-ink-2">{t("ownAccount")}</p>
        ) : (
          // One form for both, so that the code it has given stays in sight when the account is active again.
          <AdminCode
            key={`code-${person.id}`}
            id="give-code"
            action={giveCodeAction}
            words={await codeSlipMessages()}
            submitLabel={hasLeft ? t("reactivate") : t("issueCode")}
            buttonSize="sm"
            of={of}
            fields={[{ kind: "hidden", name: "isReturning", value: hasLeft ? "on" : "" }]}
            note={<p className="text-sm text-ink-2">{hasLeft ? t("reactivateNote") : t("issueCodeNote")}</p>}
          />
        )}
        {hasLeft ? null : (
          <AdminForm
            key={`rename-${person.id}`}
            id="rename"
            action={changePersonAction}
            submitLabel={t("rename")}
            buttonSize="sm"
            of={of}
            fields={[nameField({ label: t("name"), value: person.name })]}
          />
        )}
        {hasLeft ? null : (
          <AdminForm
            key={`email-${person.id}`}
            id="change-email"
            action={changePersonEmailAction}
            submitLabel={t("saveEmail")}
            buttonSize="sm"
            of={of}
            fields={[
              {
                kind: "text",
                name: "email",
                label: t("email"),
                hint: t("emailHint"),
                value: person.email ?? "",
                limit: LIMIT.email,
              },
            ]}
          />
        )}
        {isSelf || !person.hasSecondFactor ? null : (
          <AdminForm
            key={`drop-${person.id}`}
            id="drop-second-factor"
            action={dropSecondFactorAction}
            submitLabel={second("drop")}
            buttonSize="sm"
            of={of}
            note={<p className="text-sm text-ink-2">{second("dropNote")}</p>}
          />
        )}
        {isSelf || person.hasPassword ? null : (
          <AdminForm
            key={`remove-${person.id}`}
            id="remove-person"
            action={removePersonAction}
            submitLabel={t("remove")}
            buttonVariant="danger"
            buttonSize="sm"
            of={of}
            note={<p className="text-sm text-ink-2">{t("removeNote")}</p>}
          />
        )}
        {hasLeft || isSelf ? null : (
          <AdminConfirm
            key={`deactivate-${person.id}`}
            label={t("deactivateAsk")}
            title={t("deactivateTitle", { name: person.name })}
            description={t("deactivateNote")}
            askHref={`${routes.people({ person: person.id, ask: "deactivate" })}#ask`}
            backHref={routes.people({ person: person.id })}
            isAsked={isAsked}
            form={{
              id: "deactivate",
              action: deactivatePersonAction,
              submitLabel: t("deactivate"),
              buttonVariant: "danger",
              buttonSize: "sm",
              of,
            }}
          />
        )}
      </div>
    </FormCard>
  );
}
