import { PenLineIcon, TriangleAlertIcon } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
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
      <caption className="sr-only">{t("caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("column.unit")}</th>
          <th scope="col">{t("column.kind")}</th>
          <th scope="col">{t("column.submitter")}</th>
          <th scope="col">{t("column.head")}</th>
          <th scope="col">
            <span className="sr-only">{t("column.act")}</span>
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
                <span className={unit.isActive ? undefined : "text-ink-3"}>{unit.name}</span>
                {unit.isActive ? null : (
                  <span className="text-xs text-ink-3">
                    {" "}
                    {unit.dissolvedOn
                      ? t("dissolvedSince", {
                          day: formatFullDay(new Date(`${unit.dissolvedOn}T00:00:00+08:00`), locale),
                        })
                      : t("inactive")}
                  </span>
                )}
              </th>
              <td className="text-sm text-ink-2">{unit.kind === "district" ? "" : t(`kinds.${unit.kind}`)}</td>
              <td className="text-sm" data-label={t("column.submitter")}>
                {submitters ||
                  (unit.isActive && !heads ? (
                    <Link className="flex items-center gap-2 text-warn" href={peopleHrefOf(unit.id)}>
                      <TriangleAlertIcon />
                      {t("noSubmitter")}
                    </Link>
                  ) : (
                    <span className="text-ink-3">{t("nobody")}</span>
                  ))}
              </td>
              <td className="text-sm" data-label={t("column.head")}>
                {heads || <span className="text-ink-3">{t("nobody")}</span>}
                {unit.needsSignature ? (
                  <span className="flex items-center gap-2 text-xs text-ink-2">
                    <PenLineIcon className="size-3.5" />
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
