"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { ComposeMaterial } from "@/components/compose/compose-model";
import { PANEL_LEAD } from "@/components/compose/compose-panel-lead";
import { cn } from "@/components/ui/cn";
import { Input } from "@/components/ui/input";
import { describeCell } from "@/lib/domain/cell";
import { cellsOf } from "@/lib/domain/check/subject-cells";
import { formatFigure } from "@/lib/i18n/numbers";

type ComposeFiguresProps = {
  material: ComposeMaterial;
  isReadOnly: boolean;
  onInsert: (cellKey: string) => void;
};

type Row = { key: string; name: string; value: string; unit: string };
type Group = { title: string; rows: Row[] };

/** The district's figures, to be put into the text where the caret is; zeros are found by searching. */
export function ComposeFigures({ material, isReadOnly, onInsert }: ComposeFiguresProps): ReactNode {
  const t = useTranslations("compose.panel");
  const [wanted, setWanted] = useState("");
  const groups = groupsOf(material, t("indicators"))
    .map((group) => ({ ...group, rows: group.rows.filter((row) => isWanted(row, group.title, wanted.trim())) }))
    .filter((group) => group.rows.length > 0);
  return (
    <>
      <div className={PANEL_LEAD}>
        <Input
          type="search"
          value={wanted}
          placeholder={t("search")}
          aria-label={t("search")}
          onChange={(event) => setWanted(event.target.value)}
        />
        {isReadOnly ? null : <p className="mt-1 text-xs text-ink-3">{t("insertHint")}</p>}
      </div>
      {groups.length === 0 ? <p className={cn(PANEL_LEAD, "text-sm text-ink-3")}>{t("noMatch")}</p> : null}
      {groups.map((group) => (
        <section key={group.title} className="py-2">
          <h3 className="px-4 pb-0.5 text-xs font-normal text-ink-3">{group.title}</h3>
          <ul>
            {group.rows.map((row) => {
              const value = `${formatFigure(row.value)} ${row.unit}`;
              return (
                <li key={row.key}>
                  <button
                    type="button"
                    className="flex w-full items-baseline gap-2 px-4 py-1.25 text-left text-sm enabled:hover:bg-hover focus-visible:-outline-offset-2 disabled:cursor-default max-md:min-h-row-lg"
                    disabled={isReadOnly}
                    aria-label={t("insert", { name: row.name, value })}
                    // The caret must stay in the text while the button is pressed.
                    onPointerDown={(event) => event.preventDefault()}
                    onClick={() => onInsert(row.key)}
                  >
                    <span className="min-w-0 flex-1">{row.name}</span>
                    <span className={cn("text-right", row.value === "0" ? "text-ink-3" : "font-bold")}>
                      {formatFigure(row.value)}
                    </span>
                    <span className="text-xs text-ink-3">{row.unit}</span>
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </>
  );
}

function groupsOf(material: ComposeMaterial, indicatorsTitle: string): Group[] {
  const { format, indicators } = material.subject;
  const cells = [...cellsOf(format).values()];
  const tables = format.sections.flatMap((section) =>
    section.tables.map((table): Group => {
      const rows = cells.flatMap((located): Row[] => {
        const value = located.table === table ? (material.values[located.cell.key] ?? null) : null;
        if (value === null) return [];
        return [{ key: located.cell.key, name: describeCell(located), value, unit: located.cell.unit }];
      });
      return { title: table.caption ?? `${section.number}、${section.title}`, rows };
    }),
  );
  const local = indicators.flatMap(({ key, label, value, unit }): Row[] =>
    value === null ? [] : [{ key: `indicators.${key}`, name: label, value, unit }],
  );
  return [...tables, { title: indicatorsTitle, rows: local }];
}

function isWanted(row: Row, title: string, wanted: string): boolean {
  if (wanted === "") return row.value !== "0";
  return `${title}${row.name}`.includes(wanted) || row.value === wanted;
}
