import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { StateTag } from "@/components/ui/state-tag";
import type { UnitStatus } from "@/lib/domain/roll-up";

/** One unit as the list of what is in the report says it. */
export type CompletenessRow = {
  organisationId: string;
  name: string;
  isOffice: boolean;
  status: UnitStatus;
  approvedSections: number;
  allSections: number;
  /** Days after the due date of the section in sight; 0 when in time. */
  lateDays: number;
  /** The approved version of the section in sight. */
  version: number | null;
  href: string | null;
};

/** Lists every expected unit: a gap is said, never passed over. What is missing leads. */
export function RollUpCompleteness({ rows }: { rows: readonly CompletenessRow[] }): ReactNode {
  const t = useTranslations("rollup.completeness");
  const count = (status: UnitStatus) => rows.filter((row) => row.status === status).length;
  const expected = rows.length - count("exempt");
  const isComplete = count("missing") === 0;
  return (
    <Card
      title={t("title")}
      aside={
        <StateTag state={isComplete ? "included" : "missing"} isBoxed>
          {expected - count("missing")} / {expected}
        </StateTag>
      }
    >
      <ul className="cl">
        {rows
          .toSorted((left, right) => Number(right.status === "missing") - Number(left.status === "missing"))
          .map((row) => (
            <CompletenessItem key={row.organisationId} row={row} />
          ))}
      </ul>
      <p className="card-b sm sec card-f">
        {t("summary", {
          included: count("included"),
          nil: count("nil"),
          exempt: count("exempt"),
          missing: count("missing"),
        })}
      </p>
    </Card>
  );
}

function CompletenessItem({ row }: { row: CompletenessRow }): ReactNode {
  const t = useTranslations("rollup.completeness");
  const { name, isOffice, status, approvedSections, allSections, lateDays, version, href } = row;
  const remark =
    status === "missing"
      ? t("progress", { approved: approvedSections, all: allSections })
      : lateDays > 0
        ? t("late", { days: lateDays })
        : isOffice
          ? t("office")
          : null;
  return (
    <li>
      <span className="grow">{name}</span>
      {remark ? <span className="xs muted nowrap">{remark}</span> : null}
      <StateTag state={status} />
      {version !== null && href ? (
        <Link className="xs nowrap" href={href} prefetch={false} aria-label={t("versionName", { unit: name, version })}>
          {t("version", { version })}
        </Link>
      ) : null}
    </li>
  );
}
