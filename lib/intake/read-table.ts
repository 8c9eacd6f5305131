import type { SectionId } from "@/lib/domain/format";
import type { PastedTable } from "@/lib/domain/pasted-table";
import { placeTables } from "@/lib/intake/place-tables";
import { readHtml } from "@/lib/intake/read-html";

/**
 * The tables of a piece of HTML, as a browser or an office program puts it on the clipboard, placed by their labels in a
 * section of the form. Without labels nothing is placed.
 */
export function readTable(html: string, sectionId: SectionId): PastedTable {
  const tables = readHtml(html).flatMap((block) =>
    block.kind === "table" ? [{ section: sectionId, rows: block.rows }] : [],
  );
  const { figures, unplaced } = placeTables(tables);
  return {
    figures: Object.fromEntries([...figures].map(([key, value]) => [key, value.replace(/^−(?=\d)/, "-") || null])),
    unplaced,
  };
}
