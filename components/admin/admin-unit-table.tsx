import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PenIcon, WarningTriangleIcon } from "@/components/icons";
import type { Role } from "@/lib/domain/access";
import type { Organisation } from "@/lib/domain/organisation";
import { formatFullDay } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";

type AdminUnitTableProps = {
  units: readonly Organisation[];
  people: readonly {
    name: string;
    deactivatedAt: Date | null;
    roles: readonly { organisationId: string; role: Role }[];
  }[];
  chosenId: string | null;
  hrefOf: (unitId: string) => string;
  peopleHrefOf: (unitId: string) => string;
};

/** The reporting units in the order of the report, each with who fills in and who signs. */
export function AdminUnitTable({ units, people, chosenId, hrefOf, peopleHrefOf }: AdminUnitTableProps): ReactNode {
  const t = useTranslations("admin.units");
  const locale = readLocale(useLocale());
  const active = people.filter((person) => person.deactivatedAt === null);
  const namesOf = (unitId: string, role: Role): string =>
    active
      .filter((person) => person.roles.some((held) => held.organisationId === unitId && held.role === role))
      .map((person) => person.name)
      .join(t("separator"));

  return (
    <table className="tb tb-long tb-stack alst">
      <caption className="sr">{t("caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("column.unit")}</th>
          <th scope="col">{t("column.kind")}</th>
          <th scope="col">{t("column.submitter")}</th>
          <th scope="col">{t("column.head")}</th>
          <th scope="col">
            <span className="sr">{t("column.act")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => {
          const submitters = namesOf(unit.id, "submitter");
          const heads = namesOf(unit.id, "head");
          return (
            <tr key={unit.id} className={unit.id === chosenId ? "is-chosen" : undefined}>
              <th scope="row">
                <span className={unit.isActive ? undefined : "muted"}>{unit.name}</span>
                {unit.isActive ? null : (
                  <span className="xs muted">
                    {" "}
                    {unit.dissolvedOn
                      ? t("dissolvedSince", {
                          day: formatFullDay(new Date(`${unit.dissolvedOn}T00:00:00+08:00`), locale),
                        })
                      : t("inactive")}
                  </span>
                )}
              </th>
              <td className="sm sec">{unit.kind === "district" ? "" : t(`kinds.${unit.kind}`)}</td>
              <td className="sm" data-label={t("column.submitter")}>
                {submitters ||
                  (unit.isActive && !heads ? (
                    <Link className="row t-warn" href={peopleHrefOf(unit.id)}>
                      <WarningTriangleIcon />
                      {t("noSubmitter")}
                    </Link>
                  ) : (
                    <span className="muted">{t("nobody")}</span>
                  ))}
              </td>
              <td className="sm" data-label={t("column.head")}>
                {heads || <span className="muted">{t("nobody")}</span>}
                {unit.needsSignature ? (
                  <span className="row xs sec">
                    <PenIcon isSmall />
                    {t("signs")}
                  </span>
                ) : null}
              </td>
              <td className="num">
                <Link
                  className="btn btn-s"
                  href={`${hrefOf(unit.id)}#panel`}
                  aria-label={t("changeUnit", { unit: unit.name })}
                >
                  {t("change")}
                </Link>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
