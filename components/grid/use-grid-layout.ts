import { useTranslations } from "next-intl";
import { type RefObject, useCallback, useMemo } from "react";
import { flushSync } from "react-dom";
import { cellId, type GridTable, layoutGrid, readingOrder } from "@/components/grid/figure-grid-model";
import { type GridMap, mapTables } from "@/components/grid/grid-map";
import type { CellKey, Format, FormatTable, SectionId } from "@/lib/domain/format";

type GridLayoutOptions = {
  format: Format;
  sectionId: SectionId;
  /** The element around the tables. */
  frame: RefObject<HTMLElement | null>;
  /** The one column that a phone shows of a wide table. */
  phoneColumn: number;
  locked: ReadonlySet<CellKey>;
  isReadOnly: boolean;
};

/** The tables of a section, the order of their cells, and which inputs lie beside each other. */
export function useGridLayout(options: GridLayoutOptions): {
  tables: GridTable[];
  /** The same as the form says them. */
  plain: FormatTable[];
  order: CellKey[];
  /** The inputs that can be written. */
  map: GridMap;
  /** Those of them that are seen now. */
  findSeen: () => GridMap;
} {
  const { format, sectionId, frame, phoneColumn, locked, isReadOnly } = options;
  const t = useTranslations("grid");
  const tables = useMemo(() => {
    const section = format.sections.find((candidate) => candidate.id === sectionId);
    return section ? layoutGrid(section, t("comma")) : [];
  }, [format, sectionId, t]);
  const order = useMemo(() => readingOrder(tables), [tables]);
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
  }, [frame, map, tables, plain, phoneColumn, locked]);
  return { tables, plain, order, map, findSeen };
}

/** Brings a cell into sight and the focus into it; on a phone its column is chosen first. */
export function useGoToCell(
  tables: readonly GridTable[],
  choosePhoneColumn: (column: number) => void,
): (key: CellKey) => void {
  return useCallback(
    (key) => {
      const place = tables.flatMap(({ rows }) => rows.flatMap((row) => row.cells)).find((cell) => cell?.key === key);
      const table = tables.find(({ table: { cells } }) => cells.some((cell) => cell.key === key));
      if (place && table?.phone === "one" && place.column !== table.totalColumn) {
        // The column chosen for the phone must be drawn before anything in it can take the focus.
        flushSync(() => choosePhoneColumn(place.column));
      }
      const target = document.getElementById(cellId(key));
      target?.focus({ preventScroll: true });
      target?.scrollIntoView({ block: "nearest", inline: "nearest" });
    },
    [tables, choosePhoneColumn],
  );
}
