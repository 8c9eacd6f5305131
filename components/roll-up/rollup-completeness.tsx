import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Card, CardFooter, CardHeader, CardTitle } from "@/components/ui/card";
import { Line, LineList } from "@/components/ui/line-list";
import { Pager } from "@/components/ui/pager";
import { StateBadge } from "@/components/ui/state-badge";
import type { SectionId } from "@/lib/domain/format";
import { pageOf } from "@/lib/domain/paging";
import type { SectionStanding } from "@/lib/domain/roll-up";
import type { SubmissionState } from "@/lib/domain/submission";

/** One unit as the list of what is in the section in sight says it. */
export type CompletenessRow = {
  organisationId: string;
  name: string;
  isOffice: boolean;
  standing: SectionStanding;
  state: SubmissionState;
  /** Days after the section's due date on which it was handed in; 0 when in time. */
  lateDays: number;
  /** The section's approved version. */
  version: number | null;
  href: string | null;
};

type RollUpCompletenessProps = {
  sectionId: SectionId;
  rows: readonly CompletenessRow[];
  /** Which page of the units is shown. */
  page: number;
  hrefOfPage: (page: number) => string;
};

/** Lists every unit that the section is asked of: a gap is said, never passed over. What is missing leads. */
export function RollUpCompleteness({ sectionId, rows, page, hrefOfPage }: RollUpCompletenessProps): ReactNode {
  const t = useTranslations("rollup.completeness");
  const section = useTranslations("common.section");
  const count = (standing: SectionStanding) => rows.filter((row) => row.standing === standing).length;
  const expected = rows.length - count("exempt");
  const open = count("missing") + count("pending");
  const overall = count("missing") > 0 ? "missing" : open > 0 ? "pending" : "included";
  const paged = pageOf(
    rows.toSorted((left, right) => ORDER.indexOf(left.standing) - ORDER.indexOf(right.standing)),
    page,
  );
  return (
    <Card>
      <CardHeader>
        <CardTitle>{t("title", { section: section(sectionId) })}</CardTitle>
        <StateBadge state={overall} variant="boxed">
          {expected - open} / {expected}
        </StateBadge>
      </CardHeader>
      <LineList>
        {paged.rows.map((row) => (
          <CompletenessItem key={row.organisationId} row={row} />
        ))}
      </LineList>
      <Pager label={t("pages")} paged={paged} hrefOf={hrefOfPage} />
      <CardFooter className="text-ink-2">
        {t("summary", {
          included: count("included"),
          nil: count("nil"),
          exempt: count("exempt"),
          missing: count("missing"),
          pending: count("pending"),
        })}
      </CardFooter>
    </Card>
  );
}

/** What asks for something leads. */
const ORDER: readonly SectionStanding[] = ["missing", "pending", "included", "nil", "exempt"];

function CompletenessItem({ row }: { row: CompletenessRow }): ReactNode {
  const t = useTranslations("rollup.completeness");
  const state = useTranslations("common.state");
  const { name, isOffice, standing, lateDays, version, href } = row;
  const isIn = standing === "included" || standing === "nil";
  const remark =
    standing === "missing"
      ? state(row.state)
      : isIn && lateDays > 0
        ? t("late", { days: lateDays })
        : isOffice
          ? t("office")
          : null;
  return (
    <Line>
      <span className="min-w-0 flex-1">{name}</span>
      {remark ? <span className="text-xs whitespace-nowrap text-ink-3">{remark}</span> : null}
      {standing === "pending" ? <StateBadge state={row.state} /> : <StateBadge state={standing} />}
      {version !== null && href ? (
        <Link
          className="text-xs whitespace-nowrap"
          href={href}
          prefetch={false}
          aria-label={t("versionName", { unit: name, version })}
        >
          {t("version", { version })}
        </Link>
      ) : null}
    </Line>
  );
}
