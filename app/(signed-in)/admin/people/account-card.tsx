import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import {
  changePersonAction,
  deactivatePersonAction,
  giveCodeAction,
  removePersonAction,
} from "@/app/(signed-in)/admin/people/actions";
import { codeSlipMessages } from "@/app/(signed-in)/admin/people/code-slip-messages";
import { AdminCodeForm } from "@/components/admin/admin-code-form";
import { AdminPanelCard } from "@/components/admin/admin-list-panel";
import { ActionForm } from "@/components/ui/action-form";
import { ConfirmAct } from "@/components/ui/confirm-act";
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
  const hasLeft = person.deactivatedAt !== null;
  // Each form is a request of its own: two that shared one id would count as one, sent twice.
  const ids = () => [
    { kind: "hidden" as const, name: "requestId", value: randomUUID() },
    { kind: "hidden" as const, name: "userId", value: person.id },
  ];
  return (
    <AdminPanelCard title={t("accountTitle")}>
      <div className="space-y-4">
        {isSelf ? (
          <p className="text-sm text-ink-2">{t("ownAccount")}</p>
        ) : (
          // One form for both, so that the code it has given stays in sight when the account is active again.
          <AdminCodeForm
            key={`code-${person.id}`}
            id="give-code"
            action={giveCodeAction}
            words={await codeSlipMessages()}
            errorTitle={t("notSaved")}
            submitLabel={hasLeft ? t("reactivate") : t("issueCode")}
            busyLabel={t("saving")}
            buttonSize="sm"
            fields={[...ids(), { kind: "hidden", name: "isReturning", value: hasLeft ? "on" : "" }]}
            note={<p className="text-sm text-ink-2">{hasLeft ? t("reactivateNote") : t("issueCodeNote")}</p>}
          />
        )}
        {hasLeft ? null : (
          <ActionForm
            key={`rename-${person.id}`}
            id="rename"
            action={changePersonAction}
            errorTitle={t("notSaved")}
            submitLabel={t("rename")}
            busyLabel={t("saving")}
            buttonSize="sm"
            fields={[
              ...ids(),
              {
                kind: "text",
                name: "name",
                label: t("name"),
                value: person.name,
                isRequired: true,
                limit: LIMIT.name,
              },
            ]}
          />
        )}
        {isSelf || person.hasPassword ? null : (
          <ActionForm
            key={`remove-${person.id}`}
            id="remove-person"
            action={removePersonAction}
            errorTitle={t("notSaved")}
            submitLabel={t("remove")}
            busyLabel={t("saving")}
            buttonVariant="danger"
            buttonSize="sm"
            fields={ids()}
            note={<p className="text-sm text-ink-2">{t("removeNote")}</p>}
          />
        )}
        {hasLeft || isSelf ? null : (
          <ConfirmAct
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
              errorTitle: t("notSaved"),
              submitLabel: t("deactivate"),
              busyLabel: t("saving"),
              buttonVariant: "danger",
              buttonSize: "sm",
              fields: ids(),
            }}
          />
        )}
      </div>
    </AdminPanelCard>
  );
}
