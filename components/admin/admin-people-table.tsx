import { CircleMinusIcon, ClockIcon } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AdminList } from "@/components/admin/admin-list";
import { CardContent } from "@/components/ui/card";
import type { PersonRow } from "@/lib/domain/people-list";
import type { Person } from "@/lib/domain/person";
import { formatDay, formatShortDueDay } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";

type AdminPeopleTableProps = {
  rows: readonly PersonRow[];
  chosenId: string | null;
  now: Date;
  hrefOf: (personId: string) => string;
};

/** People by unit; who has no role, and who has left, come last. */
export function AdminPeopleTable({ rows, chosenId, now, hrefOf }: AdminPeopleTableProps): ReactNode {
  const t = useTranslations("admin.people");
  const roleName = useTranslations("common.role");
  const titles = { none: t("withoutRole"), left: t("left") };
  const groups = [...Map.groupBy(rows, ({ group }) => group.key).values()].flatMap((members) => {
    const [first] = members;
    if (!first) return [];
    const { key, kind, unitName } = first.group;
    const title = kind === "unit" ? (unitName ?? "") : titles[kind];
    return [{ key, title, rows: members.map(({ person }) => person) }];
  });

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

function SignInState({ person, now }: { person: Person; now: Date }): ReactNode {
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
  const { invitation } = person;
  const dayOf = (moment: Date) => formatDay(moment, now, locale);
  if (person.hasPassword) {
    return (
      <span className="text-ink-2">
        {t("hasPassword")}
        {invitation?.usedAt ? <Small>{t("invite.used", { day: dayOf(invitation.usedAt) })}</Small> : null}
      </span>
    );
  }
  if (!person.codeExpiresAt || person.codeExpiresAt <= now) {
    return (
      <span className="flex items-center gap-2 text-warn">
        <ClockIcon />
        {invitation ? t("invite.expired", { day: dayOf(invitation.madeAt) }) : t("codeExpired")}
      </span>
    );
  }
  return (
    <span className="flex items-center gap-2 text-ink-2">
      <ClockIcon />
      <span>
        {t("codeUntil", { day: formatShortDueDay(person.codeExpiresAt, now, locale) })}
        {invitation ? (
          <Small>
            {t(invitation.sentAt ? "invite.sentOn" : "invite.waiting", {
              day: dayOf(invitation.sentAt ?? invitation.madeAt),
            })}
          </Small>
        ) : null}
      </span>
    </span>
  );
}

function Small({ children }: { children: ReactNode }): ReactNode {
  return <span className="block text-xs text-ink-3">{children}</span>;
}
