import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { ReviewActsProps } from "@/app/(signed-in)/review/[submissionId]/review-acts-props";
import type { NoteLink } from "@/components/review/review-cell";
import { ReviewIndicators } from "@/components/review/review-indicators";
import { ReviewMarked } from "@/components/review/review-marked";
import { gatherMarks } from "@/components/review/review-marks";
import { ReviewSide } from "@/components/review/review-side";
import { ReviewTables } from "@/components/review/review-tables";
import { ReviewTexts } from "@/components/review/review-texts";
import { useSectionNames } from "@/components/section/section-names";
import { StateIcon } from "@/components/ui/state-badge";
import { getSection } from "@/lib/domain/format-cells";
import type { ShownVersion } from "@/lib/domain/review-work";
import { canNote } from "./review-acts";
import { hrefOfReview } from "./review-search-params";

type ReviewContentProps = ReviewActsProps & { shown: ShownVersion };

/** The submission itself: the official tables or the texts, only what is marked, or two versions side by side. */
export function ReviewContent(props: ReviewContentProps): ReactNode {
  const { work, search, shown, now, nameOf } = props;
  const t = useTranslations("review");
  const { submission, cycle, before } = work;
  const section = getSection(cycle.format, submission.sectionId);
  const title = useSectionNames(cycle.format).title(submission.sectionId);
  if (search.isSideBySide && before) {
    return (
      <ReviewSide
        format={cycle.format}
        sectionId={submission.sectionId}
        older={before}
        newer={shown}
        changes={work.changes}
        headings={work.outline}
        indicators={work.indicators}
        now={now}
      />
    );
  }

  const marks = gatherMarks({
    findings: work.findings,
    comments: work.comments.filter((comment) => comment.versionNumber === shown.number),
    changes: work.changes,
  });
  const lastYear = search.hasLastYear && section.kind === "tables" ? (work.previous?.figures ?? null) : null;
  const isNoting = canNote(props);
  const linkOf = (anchor: string, name: string): NoteLink | null =>
    isNoting ? { href: `${hrefOfReview(submission.id, search, { at: anchor })}#note`, anchor, name } : null;
  const shared = { marks, currentAnchor: search.at, linkOf };

  if (search.isOnlyMarked) {
    return (
      <ReviewMarked
        {...shared}
        figures={shown.figures}
        texts={shown.texts}
        before={before}
        lastYear={lastYear}
        nameOf={nameOf}
      />
    );
  }
  if (section.kind === "tables") {
    return (
      <>
        <ReviewTables
          {...shared}
          format={cycle.format}
          tables={section.tables}
          label={t("table", { unit: submission.unitName, section: title, version: shown.number })}
          figures={shown.figures}
          lastYear={lastYear}
        />
        <Legend {...props} />
      </>
    );
  }
  return (
    <>
      <ReviewTexts {...shared} headings={work.outline} texts={shown.texts} before={before?.texts ?? null} />
      <ReviewIndicators {...shared} indicators={work.indicators} figures={shown.figures} />
    </>
  );
}

function Legend(props: ReviewContentProps): ReactNode {
  const { work } = props;
  const t = useTranslations("review.legend");
  const common = useTranslations("common");
  const { tables } = getSection(work.cycle.format, work.submission.sectionId);
  const units = [...new Set(tables.flatMap((table) => table.cells.map((cell) => cell.unit)))];
  return (
    <p className="mt-3 flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-3 *:inline-flex *:items-center *:gap-1.25">
      {work.changes.length > 0 ? (
        <span>
          <i className="h-4 w-5.5 border border-line-2 bg-accent-soft inset-shadow-edge" />
          {t("changed")}
        </span>
      ) : null}
      {work.findings.some((finding) => finding.severity === "warning") ? (
        <span>
          <StateIcon state="warning" className="size-3.5" />
          {t("warning")}
        </span>
      ) : null}
      {canNote(props) ? <span>{t("note")}</span> : null}
      <span>{t("units", { units: units.join(common("listSeparator")) })}</span>
      {work.previous ? null : <span>{t("noLastYear")}</span>}
    </p>
  );
}
