import { useMessages, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Card, CardContent } from "@/components/ui/card";
import { Kbd } from "@/components/ui/kbd";
import { cellsOf, nameCell } from "@/lib/domain/check/subject-cells";
import type { Format, FormatSection } from "@/lib/domain/format";

type Words = Readonly<Record<string, string>>;

type SectionGuideCardProps = {
  format: Format;
  cellKey: string | null;
  /** Puts 0 into what is blank of the cell's row or column. */
  onZeros: (cellKey: string, line: "row" | "column") => void;
  onHistory: (cellKey: string) => void;
};

/** What the focused cell counts, its article of the regulation, and buttons that fill its row or column with zeros. */
export function SectionGuideCard({ format, cellKey, onZeros, onHistory }: SectionGuideCardProps): ReactNode {
  const t = useTranslations("section.guideCard");
  const sentences = useGuide(format, cellKey);
  if (cellKey === null || sentences === null) return null;
  return (
    <Card className="mt-4">
      <CardContent>
        <div aria-live="polite">
          <div className="text-xs text-ink-3">{t("current", { cell: nameCell(format, cellKey) })}</div>
          {sentences.words.map((sentence) => (
            <p key={sentence} className="mt-1">
              {sentence}
            </p>
          ))}
          {sentences.law ? <p className="mt-1 text-sm text-ink-3">{t("law", { law: sentences.law })}</p> : null}
        </div>
        <div className="mt-2 flex flex-wrap gap-2">
          <CellButton onPress={() => onZeros(cellKey, "row")}>{t("zerosInRow")}</CellButton>
          <CellButton onPress={() => onZeros(cellKey, "column")}>{t("zerosInColumn")}</CellButton>
          <CellButton onPress={() => onHistory(cellKey)}>{t("history")}</CellButton>
        </div>
      </CardContent>
    </Card>
  );
}

/**
 * Acts on the focused cell and keeps the focus there. If the press took it away, the cell would be checked and
 * what the rules then say above would move the button from under the pointer.
 */
function CellButton({ onPress, children }: { onPress: () => void; children: ReactNode }): ReactNode {
  return (
    <Button size="sm" onMouseDown={(event) => event.preventDefault()} onClick={onPress}>
      {children}
    </Button>
  );
}

/** The counting rules that belong to a cell, from its row and its column. */
function useGuide(format: Format, cellKey: string | null): { words: string[]; law: string | null } | null {
  const guide = useMessages().section.guide;
  const located = cellKey === null ? undefined : cellsOf(format).get(cellKey);
  if (!located) return null;
  const { cell, table, sectionId } = located;
  const law = table.rows.find((row) => row.key === cell.row)?.law ?? null;
  const rows: Partial<Record<string, Words>> = { requests: guide.requests, active: guide.active };
  const [group = "", result = ""] = cell.column.split(".");
  const columns: Partial<Record<string, readonly (string | undefined)[]>> = {
    active: [(guide.activeColumn as Words)[cell.column]],
    litigation: [(guide.litigationGroup as Words)[group], (guide.litigationColumn as Words)[result]],
  };
  const words = [rows[sectionId]?.[cell.row], ...(columns[sectionId] ?? [])].filter((word) => word !== undefined);
  return { words, law };
}

/** What people get wrong, by the part of the form that it belongs to. */
const RULES = {
  tables: ["blank", "date", "totals", "vertical"],
  active: ["decisions", "amounts"],
  requests: ["once", "inPart", "balance", "carriedIn"],
  litigation: ["coDefendant", "sum"],
  narrative: ["agree", "saved", "none"],
} as const;

/** How the whole section is filled in: the notes of the form and what people get wrong. */
export function SectionRules({ section, year }: { section: FormatSection; year: number }): ReactNode {
  const t = useTranslations("section.rules");
  const tableSection =
    section.id === "active" || section.id === "requests" || section.id === "litigation" ? section.id : null;
  return (
    <CardContent>
      <h3 className="text-sm font-bold">{t("title")}</h3>
      <ul className="mt-1 list-disc pl-4 text-sm text-ink-2 *:mt-1">
        {tableSection === "active" ? RULES.active.map((rule) => <li key={rule}>{t(`active.${rule}`)}</li>) : null}
        {tableSection === "requests" ? RULES.requests.map((rule) => <li key={rule}>{t(`requests.${rule}`)}</li>) : null}
        {tableSection === "litigation"
          ? RULES.litigation.map((rule) => <li key={rule}>{t(`litigation.${rule}`)}</li>)
          : null}
        {tableSection
          ? RULES.tables.map((rule) => <li key={rule}>{t(`tables.${rule}`, { year: String(year) })}</li>)
          : RULES.narrative.map((rule) => <li key={rule}>{t(`narrative.${rule}`)}</li>)}
      </ul>
      {section.guidance ? <p className="mt-2 text-sm text-ink-3">{section.guidance}</p> : null}
    </CardContent>
  );
}

/** The keys of the grid. */
export function GridKeys(): ReactNode {
  const t = useTranslations("section.keys");
  return (
    <div className="mt-3 flex flex-wrap justify-between gap-x-2 gap-y-1 text-xs text-ink-3 max-md:hidden">
      <span>
        <Kbd>Enter</Kbd> {t("enter")}
      </span>
      <span>
        <Kbd>Tab</Kbd> {t("tab")}
      </span>
      <span>
        <Kbd>Ctrl V</Kbd> {t("paste")}
      </span>
    </div>
  );
}
