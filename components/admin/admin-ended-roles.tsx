import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Table } from "@/components/ui/table";
import type { Role } from "@/lib/domain/access";
import { formatDay } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";

type EndedRole = {
  membershipId: string;
  userName: string;
  organisationName: string;
  role: Role;
  fromAt: Date;
  untilAt: Date;
};

type AdminEndedRolesProps = {
  ended: readonly EndedRole[];
  now: Date;
};

/** Who did the work before, from when until when; of many roles those that ended last. */
export function AdminEndedRoles({ ended, now }: AdminEndedRolesProps): ReactNode {
  const t = useTranslations("admin.people");
  const roleName = useTranslations("common.role");
  const locale = readLocale(useLocale());
  if (ended.length === 0) return null;
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("endedTitle")}</CardTitle>
      </CardHeader>
      <Table
        caption={t("endedTitle")}
        rows={ended}
        rowKey={(row) => row.membershipId}
        columns={[
          { key: "name", head: t("column.person"), cell: (row) => row.userName, isRowHead: true },
          { key: "unit", head: t("unit"), cell: (row) => row.organisationName },
          { key: "role", head: t("column.roles"), cell: (row) => roleName(row.role) },
          {
            key: "time",
            head: t("column.time"),
            className: "whitespace-nowrap",
            cell: (row) =>
              t("fromUntil", { from: formatDay(row.fromAt, now, locale), until: formatDay(row.untilAt, now, locale) }),
          },
        ]}
      />
    </Card>
  );
}
