import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { RowFinding } from "@/components/grid/figure-grid-marks";
import { cellId } from "@/components/grid/figure-grid-model";
import { ErrorOctagonIcon } from "@/components/ui/state-icons";
import type { CellKey } from "@/lib/domain/format";

type SayRowProps = { lines: readonly RowFinding[]; colSpan: number; goTo: (key: CellKey) => void };

/** The sentences about a row, under it: what is wrong, the arithmetic, and a link to a cell that can put it right. */
export function RowFindings({ lines, colSpan, goTo }: SayRowProps): ReactNode {
  const t = useTranslations("grid");
  return (
    <tr>
      <td data-sentences colSpan={colSpan}>
        {lines.map(({ finding, id }) => {
          const place = finding.cells[1];
          return (
            <div
              key={finding.id}
              id={id}
              className="flex gap-2 border-t border-danger-line px-3 py-1.75 text-left leading-5 text-ink first:border-t-2 first:border-danger max-md:py-2.5"
            >
              <ErrorOctagonIcon className="mt-0.5 text-danger" />
              <span>
                <b>{finding.sentence}</b> {finding.terms?.join("；")}{" "}
                {place === undefined ? null : (
                  <a
                    href={`#${cellId(place)}`}
                    onClick={(event) => {
                      event.preventDefault();
                      goTo(place);
                    }}
                  >
                    {t("goTo")}
                  </a>
                )}
              </span>
            </div>
          );
        })}
      </td>
    </tr>
  );
}
