import { CircleMinusIcon, ClockIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AdminList } from "@/components/admin/admin-list";
import { CardContent } from "@/components/ui/card";
import type { Role } from "@/lib/domain/access";
import type { Organisation } from "@/lib/domain/organisation";
import { formatShortDueDay } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";

/** A person as the list shows them. */
export type ListedPerson = {
  id: string;
  name: string;
  account: string;
  hasPassword: boolean;
  codeExpiresAt: Date | null;
  deactivatedAt: Date | null;
  roles: readonly { membershipId: string; organisationId: string; role: Role }[];
};

type AdminPeopleTableProps = {
  people: readonly ListedPerson[];
  units: readonly Organisation[];
  chosenId: string | null;
  now: Date;
  hrefOf: (personId: string) => string;
};

/** People by unit; who has no role, and who has left, come last. */
export function AdminPeopleTable({ people, units, chosenId, now, hrefOf }: AdminPeopleTableProps): ReactNode {
  const t = useTranslations("admin.people");
  const roleName = useTranslations("common.role");
  const active = people.filter((person) => person.deactivatedAt === null);
  const groups = [
    ...units.map((unit) => ({
      key: unit.id,
      title: unit.name,
      rows: active.map((person) => inUnit(person, unit.id)).filter((person) => person.roles.length > 0),
    })),
    { key: "none", title: t("withoutRole"), rows: active.filter((person) => person.roles.length === 0) },
    { key: "left", title: t("left"), rows: people.filter((person) => person.deactivatedAt !== null) },
  ].filter((group) => group.rows.length > 0);

  if (groups.length === 0) return <CardContent className="text-ink-2">{t("noneFound")}</CardContent>;
  return (
    <AdminList
      caption={t("caption")}
      groups={groups}
      rowKey={(person) => person.id}
      chosenKey={chosenId}
      linkHead={t("column.act")}
      linkOf={({ id, name }) => ({ href: hrefOf(id), text: t("manage"), name: `${t("manage")} ${name}` })}
      columns={[
        {
          key: "person",
          head: t("column.person"),
          cell: ({ name, account }) => (
            <>
              {name}
              {account === name ? null : <span className="text-sm text-ink-3"> {account}</span>}
            </>
          ),
        },
        {
          key: "roles",
          head: t("column.roles"),
          className: "text-sm",
          cell: ({ roles }) => roles.map(({ role }) => roleName(role)).join(t("separator")),
        },
        {
          key: "signIn",
          head: t("column.signIn"),
          className: "text-sm",
          cell: (person) => <SignInState person={person} now={now} />,
        },
      ]}
    />
  );
}

/** The person as a group lists them: with the roles that they hold in this unit. */
function inUnit(person: ListedPerson, unitId: string): ListedPerson {
  return { ...person, roles: person.roles.filter((role) => role.organisationId === unitId) };
}

function SignInState({ person, now }: { person: ListedPerson; now: Date }): ReactNode {
  const t = useTranslations("admin.people");
  const locale = readLocale(useLocale());
  if (person.deactivatedAt) {
    return (
      <span className="flex items-center gap-2 text-ink-3">
        <CircleMinusIcon />
        {t("deactivatedState")}
      </span>
    );
  }
  if (person.hasPassword) return <span className="text-ink-2">{t("hasPassword")}</span>;
  if (!person.codeExpiresAt || person.codeExpiresAt <= now) {
    return (
      <span className="flex items-center gap-2 text-warn">
        <ClockIcon />
        {t("codeExpired")}
      </span>
    );
  }
  return (
    <span className="flex items-center gap-2 text-ink-2">
      <ClockIcon />
      {t("codeUntil", { day: formatShortDueDay(person.codeExpiresAt, now, locale) })}
    </span>
  );
}
