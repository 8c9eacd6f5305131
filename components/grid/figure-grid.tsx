"use client";

import { useTranslations } from "next-intl";
import {
  lazy,
  type MouseEvent,
  type ReactNode,
  type Ref,
  Suspense,
  useCallback,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { ConflictBanner } from "@/components/grid/figure-grid-conflicts";
import { type ReadPasted, useGridKeys } from "@/components/grid/figure-grid-keys";
import { type GridComment, type GridFinding, markCells } from "@/components/grid/figure-grid-marks";
import { cellId, layoutGrid, readingOrder } from "@/components/grid/figure-grid-model";
import { ColumnChoice } from "@/components/grid/figure-grid-phone";
import { GridTableView } from "@/components/grid/figure-grid-table";
import { mapTables } from "@/components/grid/grid-map";
import { readBlock } from "@/components/grid/grid-paste";
import type { LiveTotals } from "@/components/grid/live-totals";
import type { CellSaver } from "@/components/saving/cell-saver";
import { ToastProvider } from "@/components/ui/toast";
import type { Figures } from "@/lib/domain/cell";
import type { CellKey, Format, SectionId } from "@/lib/domain/format";

export type FigureGridHandle = {
  /** Brings a cell into sight and the focus into it; on a phone its column is chosen first. */
  goTo: (key: CellKey) => void;
  /** Puts a copied table in from a cell, the first one without it; a block of another shape is shown first. */
  paste: (text: string, from?: CellKey | null) => void;
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

/** Few pastes need to be shown first, so its dialog travels when one does. */
const PastePreview = lazy(async () => ({
  default: (await import("@/components/grid/figure-grid-paste-preview")).PastePreview,
}));

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

  const tables = useMemo(() => {
    const section = format.sections.find((candidate) => candidate.id === sectionId);
    return section ? layoutGrid(section, t("comma")) : [];
  }, [format, sectionId, t]);
  const order = useMemo(() => readingOrder(tables), [tables]);
  const { marks, sentences, marked } = useMemo(
    () => markCells(tables, findings, comments),
    [tables, findings, comments],
  );
  const isOpen = useCallback((key: CellKey) => !isReadOnly && !locked.has(key), [isReadOnly, locked]);

  const goTo = useCallback(
    (key: CellKey) => {
      const place = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells)).find((cell) => cell?.key === key);
      const table = tables.find(({ table: { cells } }) => cells.some((cell) => cell.key === key));
      if (place && table?.phone === "one" && place.column !== table.totalColumn) {
        // The column chosen for the phone must be drawn before anything in it can take the focus.
        flushSync(() => setPhoneColumn(place.column));
      }
      const target = document.getElementById(cellId(key));
      target?.focus({ preventScroll: true });
      target?.scrollIntoView({ block: "nearest", inline: "nearest" });
    },
    [tables],
  );

  const plain = useMemo(() => tables.map(({ table }) => table), [tables]);
  const map = useMemo(() => mapTables(plain, isReadOnly ? new Set(order) : locked), [plain, order, locked, isReadOnly]);
  const findSeen = useCallback(() => {
    const isPhone = frame.current !== null && getComputedStyle(frame.current).overflow === "clip";
    if (!isPhone) return map;
    const hidden = tables.flatMap(({ rows, phone }) =>
      rows.flatMap((row) =>
        row.cells.flatMap((cell) => (cell && phone === "one" && cell.column !== phoneColumn ? cell.key : [])),
      ),
    );
    return mapTables(plain, new Set([...hidden, ...locked]));
  }, [map, tables, plain, phoneColumn, locked]);

  const keys = useGridKeys({ order, marked, saver, totals, map, findSeen, goTo, readPasted });

  useImperativeHandle(ref, () => ({
    goTo,
    paste(text, from) {
      const start = from && isOpen(from) ? from : order.find((key) => totals.inputs.includes(key));
      if (start !== undefined) keys.pasteBlock(start, readBlock(text));
    },
  }));

  const focusCell = (key: CellKey | null) => {
    setFocused(key);
    onFocusCell?.(key);
  };

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
        onKeyDown={keys.onKeyDown}
        onPaste={keys.onPaste}
        onMouseDown={enterCell}
        onFocus={(event) => focusCell(cellOf(event.target))}
        onBlur={() => focusCell(null)}
      >
        {tables.map((table) => (
          <GridTableView
            key={table.table.id}
            table={table}
            saver={saver}
            totals={totals}
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
      {keys.odd ? (
        <Suspense>
          <PastePreview plan={keys.odd} tables={tables} saver={saver} onTake={keys.takeOdd} onClose={keys.closeOdd} />
        </Suspense>
      ) : null}
    </div>
  );
}

/**
 * The press that enters a cell selects its whole value, so that typing replaces it; left to itself, the browser would
 * put the caret between the digits. A second press puts the caret where it falls.
 */
function enterCell(event: MouseEvent): void {
  const { target } = event;
  if (!(target instanceof HTMLInputElement) || event.button !== 0 || document.activeElement === target) return;
  event.preventDefault();
  target.focus({ preventScroll: true });
}

/** The cell that an input of the grid stands for. */
function cellOf(target: EventTarget): CellKey | null {
  return target instanceof HTMLElement ? (target.dataset.cell ?? null) : null;
}

/** The official labels are Chinese in whatever language the page is. */
function isChinese({ sections }: Format): boolean {
  return /\p{Script=Han}/u.test(sections[0]?.title ?? "");
}
