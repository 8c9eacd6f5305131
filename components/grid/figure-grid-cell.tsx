import { CheckIcon, ClockIcon, TriangleAlertIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { type MouseEvent, memo, type ReactNode } from "react";
import type { CellMarks } from "@/components/grid/figure-grid-marks";
import { cellId, type GridCell } from "@/components/grid/figure-grid-model";
import type { SelectedBlock } from "@/components/grid/grid-selection";
import type { LiveTotals } from "@/components/grid/live-totals";
import { useTotal } from "@/components/grid/use-live-totals";
import { useIsSelected } from "@/components/grid/use-selected-block";
import { figureAttributes, valueStateOf } from "@/components/official-table/figure-state";
import type { CellSaver } from "@/components/saving/cell-saver";
import type { CellStatus } from "@/components/saving/cell-views";
import { useFillForm } from "@/components/saving/fill-form";
import { useCellView } from "@/components/saving/use-cell-saver";
import { Spinner } from "@/components/ui/spinner";
import { readFigure, typedFigure } from "@/lib/domain/figure";
import { FILL_FIELDS } from "@/lib/domain/inputs/fill-fields";
import { formatFigure } from "@/lib/i18n/numbers";

type CellProps = {
  cell: GridCell;
  marks: CellMarks | null;
  saver: CellSaver;
  totals: LiveTotals;
  block: SelectedBlock;
  /** True in a column that a phone does not show now. */
  isOff: boolean;
  lastYear: string | null;
  /** What the version before held; null where versions are not compared. */
  earlier: { value: string | null } | null;
  /** On a phone, where the table is a list: the figure's own label, and the heads that begin here. */
  listLabel: string | null;
  listGroup: string | null;
};

/** A figure to be typed. Only this cell is drawn again while one types in it. */
export const InputCell = memo(function InputCell(props: CellProps & { isLocked: boolean }): ReactNode {
  const { cell, marks, saver, lastYear, earlier, isLocked } = props;
  const t = useTranslations("grid");
  const form = useFillForm()?.id;
  const view = useCellView(saver, cell.key);
  const shown = readFigure(typedFigure(view.typed));
  const isText = readFigure(view.written).kind === "text";
  const id = cellId(cell.key);
  const isSelected = useIsSelected(props.block, cell.key);
  const isUntouched = view.typed === (view.written ?? "");
  const isWrong = isText || marks?.severity === "error";
  const state = figureAttributes({
    value: valueStateOf(shown),
    mark: view.conflict ? "conflict" : isWrong ? "error" : warningOf(marks),
    isChanged: earlier !== null && earlier.value !== view.written,
    isCommented: isCommented(marks),
  });
  const notes = [
    ...(isLocked ? [t("locked")] : []),
    ...(marks?.warnings ?? []),
    ...(marks?.comments ?? []).map((text) => t("commented", { text })),
  ];
  const described = [marks?.saidBy, notes.length > 0 ? `${id}-note` : null].filter(Boolean).join(" ");

  return (
    <td {...state} {...placeAttributes(props, isSelected)} data-input data-locked={isLocked ? "" : undefined}>
      <ListLabel {...props} />
      <Left status={isText && view.status === "saved" ? "idle" : view.status} lastYear={lastYear} />
      <input
        id={id}
        data-cell={cell.key}
        name={`${FILL_FIELDS.figure}${cell.key}`}
        form={form}
        inputMode={cell.cell.type === "count" ? "numeric" : "decimal"}
        autoComplete="off"
        readOnly={isLocked}
        placeholder={t("blank")}
        aria-label={cell.name}
        aria-invalid={isWrong || undefined}
        aria-describedby={described || undefined}
        value={view.typed}
        onChange={(event) => saver.type(cell.key, event.target.value)}
        onFocus={(event) => event.target.select()}
        onMouseDown={(event) => keepSelection(event, isUntouched)}
        onClick={(event) => selectUntouched(event, isUntouched)}
        onBlur={(event) => leave(saver, cell, event.target.value)}
      />
      <input type="hidden" name={`seen:${FILL_FIELDS.figure}${cell.key}`} form={form} value={view.stored ?? ""} />
      {notes.length > 0 ? (
        <span className="sr-only" id={`${id}-note`}>
          {notes.join(" ")}
        </span>
      ) : null}
    </td>
  );
});

/**
 * A press puts the caret beside the digits, and "12" typed onto a zero would become 120. While nothing was typed, one
 * press selects the whole value as entering the cell does, or leaves it selected; a second one places the caret.
 */
function selectUntouched({ currentTarget: input, detail }: MouseEvent<HTMLInputElement>, isUntouched: boolean): void {
  if (isUntouched && detail === 1 && input.selectionStart === input.selectionEnd) input.select();
}

/** A press on a selected value takes the selection away only after `click`, where it could no longer be put back. */
function keepSelection(event: MouseEvent<HTMLInputElement>, isUntouched: boolean): void {
  const { currentTarget: input, detail, button } = event;
  const isWhole = input.selectionStart === 0 && input.selectionEnd === input.value.length && input.value !== "";
  const isEntered = document.activeElement === input;
  if (isUntouched && isEntered && isWhole && detail === 1 && button === 0) event.preventDefault();
}

/** Cleans what was typed and hands it to the saver; a cell that was only passed through is left alone. */
function leave(saver: CellSaver, cell: GridCell, typed: string): void {
  const value = typedFigure(typed);
  const { written } = saver.cell(cell.key);
  if (value !== written) saver.write([{ cellKey: cell.key, value }]);
  else if (typed !== (written ?? "")) saver.restore(cell.key);
}

/** A figure to be read. */
export const ReadCell = memo(function ReadCell(props: CellProps): ReactNode {
  const { cell, marks, saver, lastYear, earlier } = props;
  const t = useTranslations("grid");
  const { written } = useCellView(saver, cell.key);
  const figure = readFigure(written);
  const isChanged = earlier !== null && earlier.value !== written;
  const isSelected = useIsSelected(props.block, cell.key);
  return (
    <td
      {...figureAttributes({
        value: valueStateOf(figure),
        mark: marks?.severity === "error" ? "error" : warningOf(marks),
        isChanged,
        isCommented: isCommented(marks),
      })}
      {...placeAttributes(props, isSelected)}
      data-input
      id={cellId(cell.key)}
      tabIndex={-1}
    >
      <ListLabel {...props} />
      {isChanged ? <s>{formatFigure(earlier.value) || t("blank")}</s> : <Left status="idle" lastYear={lastYear} />}
      <span data-slot="value">{figure.kind === "blank" ? t("blank") : formatFigure(written)}</span>
    </td>
  );
});

/** A figure that is added up from others: no input, sunken. */
export const ComputedCell = memo(function ComputedCell(props: CellProps): ReactNode {
  const { cell, marks, saver, totals, lastYear } = props;
  const value = useTotal(saver, totals, cell.key);
  const figure = readFigure(value);
  const mark = marks?.severity === "error" ? "error" : undefined;
  const isSelected = useIsSelected(props.block, cell.key);
  return (
    <td
      {...figureAttributes({ value: valueStateOf(figure), mark, isTotal: true })}
      {...placeAttributes(props, isSelected)}
      id={cellId(cell.key)}
      tabIndex={-1}
    >
      <ListLabel {...props} />
      {props.listLabel === null ? null : <Left status="idle" lastYear={lastYear} />}
      <span data-slot="value">{formatFigure(value)}</span>
    </td>
  );
});

/** A cell of a block that is selected; the one with the focus keeps its own ring. */
const SELECTED =
  "data-selected:bg-accent-soft data-selected:not-focus-within:inset-ring data-selected:not-focus-within:inset-ring-accent-line";

/** What the keys, the mouse and the sheet know a place of the grid by. */
function placeAttributes({ cell, isOff }: CellProps, isSelected: boolean) {
  return {
    className: SELECTED,
    "data-key": cell.key,
    "data-off": isOff ? "" : undefined,
    "data-selected": isSelected ? "" : undefined,
  };
}

function warningOf(marks: CellMarks | null): "warning" | undefined {
  return marks?.severity === "warning" ? "warning" : undefined;
}

function isCommented(marks: CellMarks | null): boolean {
  return marks !== null && marks.comments.length > 0;
}

function ListLabel({ listLabel, listGroup }: CellProps): ReactNode {
  return (
    <>
      {listGroup ? <span data-slot="group-label">{listGroup}</span> : null}
      {listLabel ? <span data-slot="label">{listLabel}</span> : null}
    </>
  );
}

/** At the left end: how far saving is, else last year's figure where it was not zero. */
function Left({ status, lastYear }: { status: CellStatus; lastYear: string | null }): ReactNode {
  const t = useTranslations("grid");
  if (status === "saving") return <Spinner data-slot="saving" className="size-3 text-accent" />;
  if (status === "saved") return <CheckIcon data-slot="saving" className="size-3.5 text-ok" />;
  if (status === "waiting") return <ClockIcon data-slot="saving" className="size-3.5 text-warn" />;
  if (status === "refused") return <TriangleAlertIcon data-slot="saving" className="size-3.5 text-warn" />;
  if (lastYear === null || lastYear === "0") return null;
  return (
    <span data-slot="before" title={t("lastYear")}>
      {formatFigure(lastYear)}
    </span>
  );
}
