import { ClockIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { StateBadge } from "@/components/ui/state-badge";
import type { SubmissionState } from "@/lib/domain/submission";

/** A cell of the matrix; on a phone a line across the unit's block. */
export const CELL =
  "h-11.5 border-b border-l border-line p-0 align-middle group-last/row:border-b-0 max-md:col-span-full max-md:block max-md:h-auto max-md:border-0 max-md:border-t";

/**
 * How the cells of the matrix look, said once by the body of the table: there are thousands, and each would say it in the
 * page and again in its data.
 */
export const MATRIX_CELLS = [
  "**:data-cell:h-11.5 **:data-cell:border-b **:data-cell:border-l **:data-cell:border-line **:data-cell:p-0 **:data-cell:align-middle **:data-cell:group-last/row:border-b-0",
  "max-md:**:data-cell:col-span-full max-md:**:data-cell:block max-md:**:data-cell:h-auto max-md:**:data-cell:border-0 max-md:**:data-cell:border-t max-md:**:data-unasked:hidden",
  "**:data-cell:not-data-quiet:data-[state=late]:bg-warn-soft **:data-cell:not-data-quiet:data-[state=returned]:bg-danger-soft **:data-cell:not-data-quiet:data-[state=submitted]:bg-accent-wash",
  "**:data-open:block **:data-open:px-2.5 **:data-open:py-1 **:data-open:text-inherit **:data-open:hover:bg-ink/3 **:data-open:hover:no-underline **:data-open:focus-visible:-outline-offset-2",
  "max-md:**:data-open:grid max-md:**:data-open:min-h-row-lg max-md:**:data-open:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)] max-md:**:data-open:items-center max-md:**:data-open:gap-x-3 max-md:**:data-open:px-4 max-md:**:data-open:py-2",
].join(" ");

/** The small print under a state, as far in as the word beside its icon. */
export const NOTE = "block pl-5 text-xs leading-4 font-normal text-ink-3";

/** Where one section of one unit stands, in the words that the matrix prints. */
export type MatrixCell = {
  href: string;
  state: SubmissionState;
  /** How late it is; null where it is not. */
  late: string | null;
  /** What stands under its state. */
  note: string | null;
  /** It is not what is looked for. */
  isQuiet: boolean;
};

type OverviewMatrixCellProps = {
  /** The section's name, which a phone says with each. */
  section: string;
  /** Null where the unit was not asked for the section. */
  cell: MatrixCell | null;
  isExempt: boolean;
};

/** Where one section of one unit stands; what is not looked for is there, and quiet. */
export function OverviewMatrixCell({ section, cell, isExempt }: OverviewMatrixCellProps): ReactNode {
  const t = useTranslations("overview.matrix");
  const detail = useTranslations("common.stateDetail");
  if (!cell || isExempt) {
    return (
      <td className="bg-hatch" data-cell="" data-unasked="">
        <span className="sr-only">{isExempt ? t("exempt") : t("notAssigned")}</span>
      </td>
    );
  }
  const { href, state, late, note, isQuiet } = cell;
  return (
    <td data-cell="" data-state={late === null ? state : "late"} data-quiet={isQuiet ? "" : undefined}>
      <Link data-open="" href={href} prefetch={false}>
        {/* In the list of a phone each section says its own name; in the table its column does. */}
        <span className="row-span-2 hidden max-md:block">{section}</span>
        <StateBadge
          className={cn((isQuiet || state === "approved") && "text-ink-3", isQuiet && "font-normal")}
          state={state}
        >
          {state === "approved" ? detail("approvedShort") : undefined}
        </StateBadge>
        {late === null && note === null ? null : (
          <small className={cn(NOTE, "max-md:col-start-2")}>
            {late === null ? null : (
              <b className={cn("-ml-4.75", isQuiet ? "font-normal text-ink-3" : "text-warn")}>
                <ClockIcon className="size-3.5" /> {late}
              </b>
            )}
            {note}
          </small>
        )}
      </Link>
    </td>
  );
}
