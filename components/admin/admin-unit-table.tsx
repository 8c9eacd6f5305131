import { PenLineIcon, TriangleAlertIcon } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AdminList } from "@/components/admin/admin-list";
import type { Role } from "@/lib/domain/access";
import type { Organisation } from "@/lib/domain/organisation";
import { formatFullDay } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";

type AdminUnitTableProps = {
  units: readonly Organisation[];
  /** Who fills in and signs in these units. */
  staff: readonly { organisationId: string; role: Role; name: string }[];
  chosenId: string | null;
  hrefOf: (unitId: string) => string;
  peopleHrefOf: (unitId: string) => string;
};

/** The reporting units in the order of the report, each with who fills in and who signs. */
export function AdminUnitTable({ units, staff, chosenId, hrefOf, peopleHrefOf }: AdminUnitTableProps): ReactNode {
  const t = useTranslations("admin.units");
  const namesOf = (unitId: string, role: Role): string =>
    staff
      .filter((member) => member.organisationId === unitId && member.role === role)
      .map((member) => member.name)
      .join(t("separator"));

  return (
    <AdminList
      isLong
      caption={t("caption")}
      groups={[{ key: "units", rows: units }]}
      rowKey={(unit) => unit.id}
      chosenKey={chosenId}
      linkHead={t("column.act")}
      linkOf={({ id, name }) => ({ href: hrefOf(id), text: t("change"), name: t("changeUnit", { unit: name }) })}
      columns={[
        { key: "unit", head: t("column.unit"), cell: (unit) => <UnitName unit={unit} /> },
        {
          key: "kind",
          head: t("column.kind"),
          className: "text-sm text-ink-2",
          cell: ({ kind }) => (kind === "district" ? "" : t(`kinds.${kind}`)),
        },
        {
          key: "submitter",
          head: t("column.submitter"),
          label: t("column.submitter"),
          className: "text-sm",
          cell: (unit) =>
            namesOf(unit.id, "submitter") ||
            (unit.isActive && unit.kind !== "government" && !namesOf(unit.id, "head") ? (
              <Link className="flex items-center gap-2 text-warn" href={peopleHrefOf(unit.id)}>
                <TriangleAlertIcon />
                {t("noSubmitter")}
              </Link>
            ) : (
              <span className="text-ink-3">{t("nobody")}</span>
            )),
        },
        {
          key: "head",
          head: t("column.head"),
          label: t("column.head"),
          className: "text-sm",
          cell: (unit) => (
            <>
              {namesOf(unit.id, "head") || <span className="text-ink-3">{t("nobody")}</span>}
              {unit.needsSignature ? (
                <span className="flex items-center gap-2 text-xs text-ink-2">
                  <PenLineIcon className="size-3.5" />
                  {t("signs")}
                </span>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
}

function UnitName({ unit }: { unit: Organisation }): ReactNode {
  const t = useTranslations("admin.units");
  const locale = readLocale(useLocale());
  if (unit.isActive) return unit.name;
  return (
    <>
      <span className="text-ink-3">{unit.name}</span>
      <span className="text-xs text-ink-3">
        {" "}
        {unit.dissolvedOn
          ? t("dissolvedSince", { day: formatFullDay(new Date(`${unit.dissolvedOn}T00:00:00+08:00`), locale) })
          : t("inactive")}
      </span>
    </>
  );
}
