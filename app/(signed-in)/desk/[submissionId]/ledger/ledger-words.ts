import { getTranslations } from "next-intl/server";
import type { Format } from "@/lib/domain/format";
import { getSection } from "@/lib/domain/format-cells";
import type { LateAnswer } from "@/lib/domain/ledger/answer-time";
import type { LedgerView } from "@/lib/domain/ledger/ledger-view";
import type { LedgerPlan } from "@/lib/domain/ledger/plan-ledger";

/** So many lines of a kind are listed. */
const MOST_LISTED = 200;

type Words = Awaited<ReturnType<typeof getTranslations<"ledger">>>;

/** A line as a person finds it in the file: the sheet where there are several, and its number. */
export function placesOf(sheets: readonly string[], t: Words): (at: { sheet: number; row: number }) => string {
  return ({ sheet, row }) => t("place", { sheet: sheets.length > 1 ? sheets[sheet] || "none" : "none", row });
}

/** The column of table three in which an applicant is counted. */
export function kindName(format: Format): (key: string) => string {
  const columns = getSection(format, "requests").tables.flatMap((table) => table.columns);
  return (key) => columns.find((column) => column.key === key)?.label ?? key;
}

/** The row of table three for an outcome, with the group that it stands in. */
export function outcomeName(format: Format): (key: string) => string {
  const rows = getSection(format, "requests").tables.flatMap((table) => table.rows);
  return (key) => {
    const row = rows.find((candidate) => candidate.key === key);
    return row ? [...row.left.slice(1), row.label].join(" ") : key;
  };
}

/** The lines of a ledger that somebody has to look at, each with its sentence. */
export async function ledgerLines(
  sheets: readonly string[],
  year: number,
  { faults, notes, late }: Pick<LedgerPlan, "faults" | "notes" | "late">,
): Promise<Pick<LedgerView, "faults" | "moreFaults" | "notes" | "moreNotes" | "late" | "moreLate">> {
  const t = await getTranslations("ledger");
  const placeOf = placesOf(sheets, t);
  const more = (list: readonly unknown[]) => Math.max(0, list.length - MOST_LISTED);
  const lateText = ({ received, answered, days, allowed }: LateAnswer) =>
    t("lateText", { received, answered, days, allowed });
  return {
    faults: faults.slice(0, MOST_LISTED).map((line) => ({
      place: placeOf(line),
      text: t(`fault.${line.why}`, { year: String(year) }),
    })),
    moreFaults: more(faults),
    notes: notes.slice(0, MOST_LISTED).map((line) => ({
      place: placeOf(line),
      text: t(`note.${line.why}`, { year: String(year) }),
    })),
    moreNotes: more(notes),
    late: late.slice(0, MOST_LISTED).map((line) => ({ place: placeOf(line), text: lateText(line) })),
    moreLate: more(late),
  };
}
