import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StateBadge } from "@/components/ui/state-badge";
import { tableVariants } from "@/components/ui/table";
import type { Cycle } from "@/lib/domain/cycle";
import type { SectionId } from "@/lib/domain/format";
import type { SubmissionState } from "@/lib/domain/submission";
import { formatShortDueDay } from "@/lib/i18n/dates";
import { readLocale } from "@/lib/i18n/locale";

type ListedSection = {
  id: string;
  organisationId: string;
  sectionId: SectionId;
  state: SubmissionState;
  dueAt: Date;
  isExtended: boolean;
  isExempt: boolean;
};

type AdminCycleUnitsProps = {
  cycle: Pick<Cycle, "format" | "state">;
  units: readonly { organisationId: string; name: string; exemptReason: string | null }[];
  submissions: readonly ListedSection[];
  /** Ids of units where nobody is there to fill in. */
  unstaffed: readonly string[];
  chosen: string | null;
  now: Date;
  sectionHrefOf: (submissionId: string) => string;
  unitHrefOf: (organisationId: string) => string;
};

/** Units by sections: how far each is and until when it has time. A cell leads to what can be changed about it. */
export function AdminCycleUnits(props: AdminCycleUnitsProps): ReactNode {
  const { cycle, units, submissions, unstaffed, chosen, now, sectionHrefOf, unitHrefOf } = props;
  const t = useTranslations("admin.cycle");
  const sectionName = useTranslations("common.section");
  const classes = tableVariants({ isStacked: true });
  return (
    <table className={classes.root}>
      <caption className="sr-only">{t("unitsCaption")}</caption>
      <thead className={classes.header}>
        <tr>
          <th scope="col" className={classes.head}>
            {t("unit")}
          </th>
          {cycle.format.sections.map((section) => (
            <th scope="col" key={section.id} className={classes.head}>
              {sectionName(section.id)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={classes.body}>
        {units.map((unit) => (
          <tr
            key={unit.organisationId}
            className="max-md:grid-cols-2"
            data-chosen={unit.organisationId === chosen ? "" : undefined}
          >
            <th scope="row" className="min-w-[9em]">
              <Link href={`${unitHrefOf(unit.organisationId)}#panel`}>{unit.name}</Link>
              {unstaffed.includes(unit.organisationId) ? (
                <span className="block">
                  <StateBadge state="warning">{t("noSubmitter")}</StateBadge>
                </span>
              ) : null}
            </th>
            {cycle.format.sections.map((section) => {
              const found = submissions.find(
                ({ organisationId, sectionId }) => organisationId === unit.organisationId && sectionId === section.id,
              );
              return (
                <td
                  key={section.id}
                  className="text-sm max-md:empty:hidden"
                  data-label={found ? sectionName(section.id) : undefined}
                >
                  {found ? (
                    <SectionCell
                      section={found}
                      isExempt={unit.exemptReason !== null || found.isExempt}
                      isChosen={found.id === chosen}
                      href={`${sectionHrefOf(found.id)}#panel`}
                      now={now}
                    />
                  ) : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type SectionCellProps = { section: ListedSection; isExempt: boolean; isChosen: boolean; href: string; now: Date };

function SectionCell({ section, isExempt, isChosen, href, now }: SectionCellProps): ReactNode {
  const t = useTranslations("admin.cycle");
  const locale = readLocale(useLocale());
  if (isExempt) return <StateBadge state="exempt" />;
  const day = formatShortDueDay(section.dueAt, now, locale);
  return (
    <Link
      className="group/section block text-inherit hover:no-underline aria-[current]:rounded-xs aria-[current]:outline-2 aria-[current]:outline-offset-4 aria-[current]:outline-accent"
      href={href}
      aria-current={isChosen ? "true" : undefined}
    >
      <StateBadge state={section.state} />
      <span className="block text-xs text-ink-3 group-hover/section:underline">
        {section.isExtended ? t("extendedTo", { day }) : t("dueOn", { day })}
      </span>
    </Link>
  );
}
