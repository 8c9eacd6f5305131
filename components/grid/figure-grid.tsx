"use client";

import { useTranslations } from "next-intl";
import {
  lazy,
  type ReactNode,
  type Ref,
  Suspense,
  useCallback,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from "react";
import { ConflictBanner } from "@/components/grid/figure-grid-conflicts";
import { GridFoot } from "@/components/grid/figure-grid-foot";
import { gridKeyHandler } from "@/components/grid/figure-grid-keys";
import { type GridComment, type GridFinding, markCells } from "@/components/grid/figure-grid-marks";
import { cellId } from "@/components/grid/figure-grid-model";
import { ColumnChoice } from "@/components/grid/figure-grid-phone";
import { GridTableView } from "@/components/grid/figure-grid-table";
import { type PastedCell, readBlock } from "@/components/grid/grid-paste";
import type { LiveTotals } from "@/components/grid/live-totals";
import { useGridCopy } from "@/components/grid/use-grid-copy";
import { useGridEdits } from "@/components/grid/use-grid-edits";
import { useGoToCell, useGridLayout } from "@/components/grid/use-grid-layout";
import { useGridMouse } from "@/components/grid/use-grid-mouse";
import { type ReadPasted, useGridPaste } from "@/components/grid/use-grid-paste";
import { useSelectedBlock } from "@/components/grid/use-selected-block";
import type { CellSaver } from "@/components/saving/cell-saver";
import { ToastProvider } from "@/components/ui/toast";
import type { Figures } from "@/lib/domain/cell";
import type { CellKey, Format, SectionId } from "@/lib/domain/format";

export type FigureGridHandle = {
  /** Brings a cell into sight and the focus into it; on a phone its column is chosen first. */
  goTo: (key: CellKey) => void;
  /** Puts a copied table in from a cell, the first one without it; a block of another shape is shown first. */
  paste: (text: string, from?: CellKey | null) => void;
  /** Puts 0 into what is blank of a cell's row or column. */
  fillZeros: (key: CellKey, line: "row" | "column") => void;
  /** Writes several cells at once, as one step to take back. */
  put: (changes: readonly PastedCell[]) => void;
};

type FigureGridProps = {
  /** From `localizeFormat`, so that its labels are in the reader's language. */
  format: Format;
  sectionId: SectionId;
  /** From `useCellSaver`; the bar and the panel of the page listen to the same one. */
  saver: CellSaver;
  /** From `useLiveTotals`, over the same saver. */
  totals: LiveTotals;
  /** Last year's figures by the same keys; null when there are none. */
  previous?: Figures | null;
  /** Shows last year's figures beside this year's (对照上年). */
  isComparing?: boolean;
  /** The figures of the version before: what differs from them is marked as changed. */
  before?: Figures | null;
  findings?: readonly GridFinding[];
  comments?: readonly GridComment[];
  /** Cells that are carried over from elsewhere and not typed. */
  locked?: ReadonlySet<CellKey>;
  isReadOnly?: boolean;
  /** Reads a copied table by its labels; without it a copied block goes in by its shape alone. */
  readPasted?: ReadPasted;
  /** Tells the page which cell is being filled in, for the note beside it. */
  onFocusCell?: (key: CellKey | null) => void;
  /** Shows what became of a cell that is typed. */
  onHistory?: (key: CellKey) => void;
  ref?: Ref<FigureGridHandle>;
};

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

/** Few pastes need to be shown first, and few people ask for the keys: these dialogs travel when they are opened. */
const PastePreview = lazy(async () => ({
  default: (await import("@/components/grid/figure-grid-paste-preview")).PastePreview,
}));

const GridHelp = lazy(async () => ({ default: (await import("@/components/grid/figure-grid-help")).GridHelp }));

const NOTHING_LOCKED: ReadonlySet<CellKey> = new Set();
const NO_FINDINGS: readonly GridFinding[] = [];
const NO_COMMENTS: readonly GridComment[] = [];

function Grid(props: FigureGridProps): ReactNode {
  const {
    format,
    sectionId,
    saver,
    totals,
    previous = null,
    isComparing = false,
    before = null,
    onFocusCell,
    readPasted,
    ref,
  } = props;
  const { findings = NO_FINDINGS, comments = NO_COMMENTS, locked = NOTHING_LOCKED, isReadOnly = false } = props;
  const t = useTranslations("grid");
  const frame = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<CellKey | null>(null);
  const [phoneColumn, setPhoneColumn] = useState(0);
  const [said, say] = useState("");
  const [isHelpOpen, setHelpOpen] = useState(false);

  const { tables, plain, order, map, findSeen } = useGridLayout({
    format,
    sectionId,
    frame,
    phoneColumn,
    locked,
    isReadOnly,
  });
  const { marks, sentences, marked } = useMemo(
    () => markCells(tables, findings, comments),
    [tables, findings, comments],
  );
  const isOpen = useCallback((key: CellKey) => !isReadOnly && !locked.has(key), [isReadOnly, locked]);
  const goTo = useGoToCell(tables, setPhoneColumn);
  const block = useSelectedBlock(map);
  const edits = useGridEdits({ tables: plain, map, saver, totals, block, say });
  const copying = useGridCopy({ tables: plain, map, block, edits, say });
  const clipboard = useGridPaste({ edits, block, totals, map, readPasted });
  const mouse = useGridMouse(block);

  useImperativeHandle(ref, () => ({
    goTo,
    paste(text, from) {
      const start = from && isOpen(from) ? from : order.find((key) => totals.inputs.includes(key));
      if (start !== undefined) clipboard.pasteBlock(start, readBlock(text));
    },
    fillZeros: edits.fillZeros,
    put: edits.put,
  }));

  const focusCell = (key: CellKey | null) => {
    setFocused(key);
    onFocusCell?.(key);
  };
  const openHelp = () => setHelpOpen(true);
  const onKeyDown = gridKeyHandler({
    order,
    marked,
    saver,
    edits,
    block,
    findSeen,
    goTo,
    openHelp,
    openHistory(key) {
      if (totals.inputs.includes(key)) props.onHistory?.(key);
    },
    show(corner) {
      const place = corner && map[corner.row]?.[corner.column];
      const shown = place ? document.getElementById(cellId(place.cellKey)) : null;
      shown?.scrollIntoView({ block: "nearest", inline: "nearest" });
    },
  });

  return (
    <div>
      <ConflictBanner tables={tables} saver={saver} />
      <ColumnChoice
        tables={tables}
        value={phoneColumn}
        onChoose={setPhoneColumn}
        findings={findings}
        saver={saver}
        totals={totals}
        label={t("whichColumn")}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the inputs inside, heard in one place. */}
      <div
        className="rounded-sm border border-line-2 bg-surface max-xl:overflow-x-auto max-md:not-noscript:overflow-clip"
        lang={isChinese(format) ? "zh-CN" : undefined}
        ref={frame}
        onKeyDown={onKeyDown}
        onCopy={copying.onCopy}
        onCut={copying.onCut}
        onPaste={clipboard.onPaste}
        {...mouse}
        onInput={block.clear}
        onFocus={(event) => focusCell(cellOf(event.target))}
        onBlur={() => focusCell(null)}
      >
        {tables.map((table) => (
          <GridTableView
            key={table.table.id}
            table={table}
            saver={saver}
            totals={totals}
            block={block}
            marks={marks}
            sentences={sentences}
            previous={previous}
            isComparing={isComparing && previous !== null}
            before={before}
            focused={focused}
            phoneColumn={phoneColumn}
            isOpen={isOpen}
            isReadOnly={isReadOnly}
            goTo={goTo}
          />
        ))}
      </div>
      <GridFoot map={map} block={block} edits={edits} said={said} onCopyAll={copying.copyAll} onHelp={openHelp} />
      {isHelpOpen ? (
        <Suspense>
          <GridHelp onClose={() => setHelpOpen(false)} />
        </Suspense>
      ) : null}
      {clipboard.oddPlan ? (
        <Suspense>
          <PastePreview
            plan={clipboard.oddPlan}
            tables={tables}
            saver={saver}
            onTake={clipboard.takeOddPlan}
            onClose={clipboard.closeOddPlan}
          />
        </Suspense>
      ) : null}
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
