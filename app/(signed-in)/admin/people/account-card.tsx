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
import { LinkedIdentities } from "@/app/(signed-in)/admin/people/identity-cards";
import { InvitePersonForm } from "@/app/(signed-in)/admin/people/invite-forms";
import { FormCard } from "@/components/ui/form-card";
import { nameField } from "@/components/ui/form-fields";
import type { ProvidedIdentity } from "@/lib/domain/identity";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { Person } from "@/lib/domain/person";
import { mailEnv } from "@/lib/env";
import { routes } from "@/lib/web/routes";

type AccountCardProps = {
  person: Person;
  identities: readonly ProvidedIdentity[];
  isSelf: boolean;
  /** Whether it should really be ended is asked in the page itself. */
  isAsked: boolean;
};

/** The account itself: its code, its name, and its end. */
export async function AccountCard({ person, identities, isSelf, isAsked }: AccountCardProps) {
  const t = await getTranslations("admin.people");
  const hasLeft = person.deactivatedAt !== null;
  return (
    <FormCard title={t("accountTitle")}>
      <div className="space-y-4">
        {isSelf ? <p className="text-sm text-ink-2">{t("ownAccount")}</p> : <CodeForm person={person} />}
        {isSelf || hasLeft ? null : <InvitePersonForm person={person} isMailSent={mailEnv() !== null} />}
        {hasLeft ? null : <ContactForms person={person} />}
        <LinkedIdentities identities={identities} />
        {isSelf ? null : <RemovalForms person={person} />}
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
              of: { userId: person.id },
            }}
          />
        )}
      </div>
    </FormCard>
  );
}

/** Gives a code to sign in with. One form whether the person is there or has left, so that the code stays in sight. */
async function CodeForm({ person }: { person: Person }) {
  const t = await getTranslations("admin.people");
  const hasLeft = person.deactivatedAt !== null;
  return (
    <AdminCode
      key={`code-${person.id}`}
      id="give-code"
      action={giveCodeAction}
      words={await codeSlipMessages()}
      submitLabel={hasLeft ? t("reactivate") : t("issueCode")}
      buttonSize="sm"
      of={{ userId: person.id }}
      fields={[{ kind: "hidden", name: "isReturning", value: hasLeft ? "on" : "" }]}
      note={<p className="text-sm text-ink-2">{hasLeft ? t("reactivateNote") : t("issueCodeNote")}</p>}
    />
  );
}

/** The person's name and mail address. */
async function ContactForms({ person }: { person: Person }) {
  const t = await getTranslations("admin.people");
  const of = { userId: person.id };
  return (
    <>
      <AdminForm
        key={`rename-${person.id}`}
        id="rename"
        action={changePersonAction}
        submitLabel={t("rename")}
        buttonSize="sm"
        of={of}
        fields={[nameField({ label: t("name"), value: person.name })]}
      />
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
    </>
  );
}

/** Takes away the second step of somebody who has lost it, and the account of somebody who has never signed in. */
async function RemovalForms({ person }: { person: Person }) {
  const t = await getTranslations("admin.people");
  const second = await getTranslations("second");
  const of = { userId: person.id };
  return (
    <>
      {person.hasSecondFactor ? (
        <AdminForm
          key={`drop-${person.id}`}
          id="drop-second-factor"
          action={dropSecondFactorAction}
          submitLabel={second("drop")}
          buttonSize="sm"
          of={of}
          note={<p className="text-sm text-ink-2">{second("dropNote")}</p>}
        />
      ) : null}
      {person.hasPassword ? null : (
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
    </>
  );
}
