import { getTranslations } from "next-intl/server";
import { AdminCode, AdminForm } from "@/app/(signed-in)/admin/admin-form";
import { AccountCard } from "@/app/(signed-in)/admin/people/account-card";
import { endRoleAction, grantRoleAction, handOverAction } from "@/app/(signed-in)/admin/people/actions";
import { codeSlipMessages } from "@/app/(signed-in)/admin/people/code-slip-messages";
import { AdminFormRow } from "@/components/admin/admin-form-row";
import { RoleTermNote } from "@/components/admin/role-term-note";
import { ButtonLink } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { FormCard } from "@/components/ui/form-card";
import { ROLES, type Role } from "@/lib/domain/access";
import { limitChoices } from "@/lib/domain/choices";
import type { ProvidedIdentity } from "@/lib/domain/identity";
import { LIMIT } from "@/lib/domain/inputs/limits";
import type { Organisation } from "@/lib/domain/organisation";
import type { EndedRole, Person } from "@/lib/domain/person";
import { routes } from "@/lib/web/routes";

type PersonCardsProps = {
  person: Person;
  people: readonly Person[];
  /** Active units that may be chosen here, and whether there are more. */
  units: { offered: readonly Organisation[]; isCut: boolean };
  /** Who administers: nobody gives a role to themselves. */
  actorId: string;
  /** The role that is being handed over. */
  handover: string | null;
  ended: readonly EndedRole[];
  /** By whom of single sign-on they are signed in. */
  identities: readonly ProvidedIdentity[];
  /** Whether the person's account should really be ended is asked in the page itself. */
  isAsked: boolean;
  now: Date;
};

/** Everything that can be changed about one person. */
export async function PersonCards(props: PersonCardsProps) {
  const { person, people, units, actorId, handover, ended, identities, isAsked, now } = props;
  const isSelf = person.id === actorId;
  const t = await getTranslations("admin.people");
  // A role that has just been handed over keeps its card: the successor's code stands there.
  const held = person.roles.find((role) => role.membershipId === handover);
  const handed = held ?? ended.find((role) => role.membershipId === handover && role.userId === person.id);
  if (handed) return <HandOverCard person={person} role={handed} isOver={!held} people={people} actorId={actorId} />;
  return (
    <>
      <FormCard title={person.name} close={{ href: routes.people(), label: t("close") }}>
        <p className="text-sm text-ink-2">{person.account}</p>
        {person.deactivatedAt ? null : <Roles person={person} units={units} isSelf={isSelf} now={now} />}
      </FormCard>
      <AccountCard person={person} identities={identities} isSelf={isSelf} isAsked={isAsked} />
    </>
  );
}

type RolesProps = Pick<PersonCardsProps, "person" | "units" | "now"> & { isSelf: boolean };

async function Roles({ person, units, isSelf, now }: RolesProps) {
  const t = await getTranslations("admin.people");
  const roleName = await getTranslations("common.role");
  return (
    <>
      {person.roles.map((held) => (
        <AdminFormRow key={held.membershipId}>
          <span className="text-sm">
            <b>{roleName(held.role)}</b>
            <br />
            <span className="text-ink-2">{held.organisationName}</span>
            <RoleTermNote role={held} now={now} />
          </span>
          <span className="flex items-center gap-2">
            <ButtonLink size="sm" href={`${routes.people({ person: person.id, handover: held.membershipId })}#panel`}>
              {t("handOver")}
            </ButtonLink>
            <AdminForm
              id={`end-${held.membershipId}`}
              action={endRoleAction}
              submitLabel={t("endRole")}
              buttonSize="sm"
              fields={[{ kind: "hidden", name: "membershipId", value: held.membershipId }]}
            />
          </span>
        </AdminFormRow>
      ))}
      {isSelf ? (
        <p className="mt-2 text-sm text-ink-2">{t("ownRole")}</p>
      ) : (
        <div className={cn("border-t border-line", person.roles.length > 0 ? "pt-3.5" : "mt-2.5 pt-5")}>
          <AdminForm
            key={`grant-${person.id}`}
            id="grant-role"
            action={grantRoleAction}
            submitLabel={t("grantRole")}
            buttonSize="sm"
            fields={[
              { kind: "heading", name: "grant", label: t("grantTitle") },
              { kind: "hidden", name: "userId", value: person.id },
              {
                kind: "select",
                name: "organisationId",
                label: t("unit"),
                hint: units.isCut ? t("searchUnitFirst") : undefined,
                value: person.roles[0]?.organisationId ?? "",
                choices: units.offered.map((unit) => ({ value: unit.id, label: unit.name })),
              },
              {
                kind: "select",
                name: "role",
                label: t("role"),
                value: "submitter",
                choices: ROLES.map((role) => ({ value: role, label: roleName(role) })),
              },
              { kind: "text", name: "from", type: "date", label: t("from"), hint: t("fromHint") },
              { kind: "text", name: "until", type: "date", label: t("until"), hint: t("untilHint") },
            ]}
          />
        </div>
      )}
    </>
  );
}

type HandedRole = { membershipId: string; organisationName: string; role: Role };

async function HandOverCard(props: {
  person: Person;
  role: HandedRole;
  isOver: boolean;
  people: readonly Person[];
  actorId: string;
}) {
  const { person, role, isOver, people, actorId } = props;
  const t = await getTranslations("admin.people");
  const roleName = await getTranslations("common.role");
  const isInUnit = (held: { organisationName: string }) => held.organisationName === role.organisationName;
  const others = limitChoices(
    people.filter(({ id, deactivatedAt }) => id !== person.id && id !== actorId && !deactivatedAt),
    people.filter((other) => other.roles.some(isInUnit)).map(({ id }) => id),
  );
  return (
    <FormCard title={t("handOverTitle", { name: person.name })}>
      <p className="font-bold">
        {role.organisationName} {roleName(role.role)}
      </p>
      <p className="text-sm text-ink-2">{isOver ? t("isHandedOver") : t("handOverHint")}</p>
      <div className="mt-4">
        <AdminCode
          key={role.membershipId}
          id="hand-over"
          action={handOverAction}
          words={await codeSlipMessages()}
          submitLabel={t("handOver")}
          buttonVariant="primary"
          isOver={isOver}
          fields={[
            { kind: "hidden", name: "membershipId", value: role.membershipId },
            {
              kind: "select",
              name: "userId",
              label: t("successor"),
              hint: others.isCut ? t("successorsOfUnit") : undefined,
              value: "",
              choices: [
                { value: "", label: t("newPerson") },
                ...others.offered.map(({ id, name, account }) => ({ value: id, label: `${name}（${account}）` })),
              ],
            },
            { kind: "text", name: "name", label: t("name"), hint: t("newPersonHint"), limit: LIMIT.name },
            { kind: "text", name: "account", label: t("account"), hint: t("accountHint"), limit: LIMIT.account },
            {
              kind: "checkbox",
              name: "endsAccount",
              label: t("endsAccount", { name: person.name }),
              isChecked: person.roles.length === 1,
            },
          ]}
        />
      </div>
      <p className="mt-4">
        <ButtonLink size="sm" variant="ghost" href={routes.people({ person: person.id })}>
          {t("back")}
        </ButtonLink>
      </p>
    </FormCard>
  );
}
