import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type FigureState, valueStateOf } from "@/components/official-table/figure-state";
import { cn } from "@/components/ui/cn";
import { StateIcon } from "@/components/ui/state-badge";
import { readFigure } from "@/lib/domain/figure";
import { formatFigure } from "@/lib/i18n/numbers";
import type { ReviewMark } from "./review-marks";

/** Where a press on a cell or paragraph leads: to the form for a comment on it. */
export type NoteLink = { href: string; anchor: string; name: string };

type NotePlaceProps = { link: NoteLink | null; className?: string; children: ReactNode };

/** What may be commented on. Without JavaScript it is a link to the form; with it, the form opens beside it. */
export function NotePlace({ link, className, children }: NotePlaceProps): ReactNode {
  const t = useTranslations("review.note");
  if (!link) return <span className={className}>{children}</span>;
  return (
    <a className={className} href={link.href} data-anchor={link.anchor} data-name={link.name}>
      {children}
      <span className="sr-only">{t("write")}</span>
    </a>
  );
}

type ReviewCellProps = {
  found: string | null;
  mark: ReviewMark;
  /** Last year's figure where it stands in the same cell; null where it has a column of its own or is not wanted. */
  lastYear: string | null;
  link: NoteLink | null;
};

/** One figure: what it was in the version before, what it is, and whether something is said about it. */
export function ReviewCell({ found, mark, lastYear, link }: ReviewCellProps): ReactNode {
  const t = useTranslations("review.cell");
  const words = useTranslations("common.figure");
  const severity = useTranslations("checks.severity");
  const year = readFigure(lastYear);
  const hasLastYear = year.kind === "number" && year.value !== "0";
  return (
    <NotePlace
      className={cn(
        "flex min-h-8 items-center justify-end gap-1.5 py-1 pr-3 pl-1.5 text-inherit group-not-data-[place=beside]/tables:pr-2",
        link && "hover:bg-hover hover:no-underline focus-visible:-outline-offset-2",
      )}
      link={link}
    >
      {mark.severity ? (
        <span className={cn("mr-auto", mark.severity === "error" ? "text-danger" : "text-warn")}>
          <StateIcon state={mark.severity} className="size-3.5" />
          <span className="sr-only">{severity(mark.severity)}</span>
        </span>
      ) : null}
      {mark.comments > 0 ? <span className="sr-only">{t("comments", { count: mark.comments })}</span> : null}
      {hasLastYear ? (
        <small className={cn("mr-auto text-xs leading-4 font-normal text-ink-3", mark.severity && "-ml-0.5")}>
          <span className="sr-only">{t("lastYear")}</span>
          {formatFigure(lastYear)}
        </small>
      ) : null}
      {mark.change ? (
        <s className="m-0">
          <span className="sr-only">{t("was")}</span>
          {formatFigure(mark.change.before) || words("blank")}
        </s>
      ) : null}
      <span>{formatFigure(found) || words("blank")}</span>
    </NotePlace>
  );
}

/** How a figure's cell looks: quiet when zero, hatched when blank, marked when something is said about it. */
export function reviewCellState(found: string | null, mark: ReviewMark, isTotal: boolean): FigureState {
  return {
    value: valueStateOf(found),
    mark: mark.severity ?? undefined,
    isTotal,
    isChanged: mark.change !== null,
    isCommented: mark.comments > 0,
  };
}
