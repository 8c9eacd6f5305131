import { CircleMinusIcon, ClockIcon } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
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
  const active = people.filter((person) => person.deactivatedAt === null);
  const groups = [
    ...units.map((unit) => ({
      key: unit.id,
      name: unit.name,
      unitId: unit.id,
      people: active.filter((person) => person.roles.some((role) => role.organisationId === unit.id)),
    })),
    { key: "none", name: t("withoutRole"), unitId: null, people: active.filter((one) => one.roles.length === 0) },
    { key: "left", name: t("left"), unitId: null, people: people.filter((one) => one.deactivatedAt !== null) },
  ].filter((group) => group.people.length > 0);

  if (groups.length === 0) return <p className="card-b text-ink-2">{t("noneFound")}</p>;
  return (
    <table className="tb tb-stack alst">
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("column.person")}</th>
          <th scope="col">{t("column.roles")}</th>
          <th scope="col">{t("column.signIn")}</th>
          <th scope="col">
            <span className="sr-only">{t("column.act")}</span>
          </th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.key} className="alist">
          <tr className="agroup">
            <th scope="rowgroup" colSpan={4} className="text-sm text-ink-2">
              {group.name}
            </th>
          </tr>
          {group.people.map((person) => (
            <PersonRow
              key={person.id}
              person={person}
              unitId={group.unitId}
              isChosen={person.id === chosenId}
              now={now}
              href={`${hrefOf(person.id)}#panel`}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

type PersonRowProps = { person: ListedPerson; unitId: string | null; isChosen: boolean; now: Date; href: string };

function PersonRow({ person, unitId, isChosen, now, href }: PersonRowProps): ReactNode {
  const t = useTranslations("admin.people");
  const roleName = useTranslations("common.role");
  const roles = person.roles.filter((held) => unitId === null || held.organisationId === unitId);
  return (
    <tr className={isChosen ? "is-chosen" : undefined}>
      <th scope="row">
        {person.name}
        {person.account === person.name ? null : <span className="text-sm text-ink-3"> {person.account}</span>}
      </th>
      <td className="text-sm">{roles.map((held) => roleName(held.role)).join(t("separator"))}</td>
      <td className="text-sm">
        <SignInState person={person} now={now} />
      </td>
      <td className="num">
        <Link className="btn btn-s" href={href}>
          {t("manage")}
          <span className="sr-only"> {person.name}</span>
        </Link>
      </td>
    </tr>
  );
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
