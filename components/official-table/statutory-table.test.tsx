import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { FORMATS } from "@/lib/formats";
import { StatutoryTable } from "./statutory-table";

const sections = FORMATS.flatMap((format) =>
  format.sections.filter((section) => section.tables.length > 0).map((section) => ({ format, section })),
);

/** How many columns each row of a table takes, counting the cells that reach down into it from above. */
function widths(markup: string): Set<number> {
  const found = new Set<number>();
  for (const part of markup.matchAll(/<(?:thead|tbody)>(.*?)<\/(?:thead|tbody)>/gs)) {
    let reaching: { columns: number; rows: number }[] = [];
    for (const row of (part[1] ?? "").matchAll(/<tr>(.*?)<\/tr>/gs)) {
      const cells = [...(row[1] ?? "").matchAll(/<t[hd]([^>]*)>/g)].map(([, attributes = ""]) => ({
        columns: Number(/colSpan="(\d+)"/i.exec(attributes)?.[1] ?? 1),
        rows: Number(/rowSpan="(\d+)"/i.exec(attributes)?.[1] ?? 1),
      }));
      const taken = [...cells, ...reaching];
      found.add(taken.reduce((sum, cell) => sum + cell.columns, 0));
      reaching = taken.flatMap((cell) => (cell.rows > 1 ? [{ columns: cell.columns, rows: cell.rows - 1 }] : []));
    }
  }
  return found;
}

describe("StatutoryTable", () => {
  it.each(sections)("draws every cell of $section.id once, in rows of one width ($format.id)", ({ section }) => {
    const drawn: string[] = [];
    const markup = renderToStaticMarkup(
      <StatutoryTable
        tables={section.tables}
        label={section.title}
        renderFigure={(cellKey) => {
          drawn.push(cellKey);
          return cellKey;
        }}
      />,
    );
    const keys = section.tables.flatMap((table) => table.cells.map((cell) => cell.key));
    expect(drawn.toSorted()).toEqual(keys.toSorted());
    expect(widths(markup).size).toBe(1);
  });
});
