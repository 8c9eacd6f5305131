"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { ConflictBanner } from "@/components/grid/figure-grid-conflicts";
import { GridDialogs } from "@/components/grid/figure-grid-dialogs";
import { GridFoot } from "@/components/grid/figure-grid-foot";
import { type GridComment, type GridFinding, markCells } from "@/components/grid/figure-grid-marks";
import { ColumnChoice } from "@/components/grid/figure-grid-phone";
import type { FigureGridProps } from "@/components/grid/figure-grid-props";
import { GridTableView } from "@/components/grid/figure-grid-table";
import { useGridControls } from "@/components/grid/use-grid-controls";
import { useGridLayout } from "@/components/grid/use-grid-layout";
import { ToastProvider } from "@/components/ui/toast";
import type { CellKey, Format } from "@/lib/domain/format";

/**
 * The statutory tables of a section as a form: same rows, same header levels, every input named "row，column".
 *
 * The inputs are called `figure:<cell key>` and stand beside hidden `seen:<cell key>` fields, so that the surrounding
 * `<form>` can be sent without JavaScript. With it, every cell is saved when it is left.
 *
 * Client components inside need the message areas `common` and `grid`.
 */
export function FigureGrid(props: FigureGridProps): ReactNode {
  return (
    <ToastProvider>
      <Grid {...props} />
    </ToastProvider>
  );
}

const NOTHING_LOCKED: ReadonlySet<CellKey> = new Set();
const NO_FINDINGS: readonly GridFinding[] = [];
const NO_COMMENTS: readonly GridComment[] = [];

function Grid(props: FigureGridProps): ReactNode {
  const { format, saver, totals, previous = null, isComparing = false, before = null } = props;
  const { findings = NO_FINDINGS, comments = NO_COMMENTS, locked = NOTHING_LOCKED, isReadOnly = false } = props;
  const t = useTranslations("grid");
  const frame = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<CellKey | null>(null);
  const [phoneColumn, choosePhoneColumn] = useState(0);
  const [said, say] = useState("");
  const [isHelpOpen, setHelpOpen] = useState(false);
  const openHelp = () => setHelpOpen(true);

  const layout = useGridLayout({ format, sectionId: props.sectionId, frame, phoneColumn, locked, isReadOnly });
  const { tables, map } = layout;
  const { marks, sentences, marked } = useMemo(
    () => markCells(tables, findings, comments),
    [tables, findings, comments],
  );
  const { isOpen, goTo, block, edits, clipboard, copyAll, handlers } = useGridControls(
    { ...props, locked, isReadOnly, frame, choosePhoneColumn, marked, say, openHelp },
    layout,
  );
  const focusCell = (key: CellKey | null) => {
    setFocused(key);
    props.onFocusCell?.(key);
  };
  const shared = { saver, totals, block, marks, sentences, previous, before, focused, phoneColumn, isReadOnly };

  return (
    <div>
      <ConflictBanner tables={tables} saver={saver} />
      <ColumnChoice
        tables={tables}
        value={phoneColumn}
        onChoose={choosePhoneColumn}
        findings={findings}
        saver={saver}
        totals={totals}
        label={t("whichColumn")}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what happens in the inputs inside is heard in one place. */}
      <div
        className="rounded-sm border border-line-2 bg-surface max-xl:overflow-x-auto max-md:not-noscript:overflow-clip"
        lang={isChinese(format) ? "zh-CN" : undefined}
        ref={frame}
        {...handlers}
        onFocus={(event) => focusCell(cellOf(event.target))}
        onBlur={() => focusCell(null)}
      >
        {tables.map((table) => (
          <GridTableView
            key={table.table.id}
            table={table}
            {...shared}
            isComparing={isComparing && previous !== null}
            isOpen={isOpen}
            goTo={goTo}
          />
        ))}
      </div>
      <GridFoot map={map} block={block} edits={edits} said={said} onCopyAll={copyAll} onHelp={openHelp} />
      <GridDialogs
        tables={tables}
        saver={saver}
        clipboard={clipboard}
        isHelpOpen={isHelpOpen}
        onHelpClose={() => setHelpOpen(false)}
      />
    </div>
  );
}

/** The cell that an input of the grid stands for. */
function cellOf(target: EventTarget): CellKey | null {
  return target instanceof HTMLElement ? (target.dataset.cell ?? null) : null;
}

/** The official labels are Chinese in whatever language the page is. */
function isChinese({ sections }: Format): boolean {
  return /\p{Script=Han}/u.test(sections[0]?.title ?? "");
}
