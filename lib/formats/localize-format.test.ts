import { describe, expect, it } from "vitest";
import { FormatSchema } from "@/lib/domain/format";
import { listCells } from "@/lib/domain/format-cells";
import { layoutTable } from "@/lib/domain/table-layout";
import { FORMATS } from "@/lib/formats";
import { localizeFormat } from "@/lib/formats/localize-format";

describe("localizeFormat", () => {
  it.each(FORMATS.map((format) => [format.id, format] as const))("leaves no Chinese label in %s", (_id, format) => {
    const english = localizeFormat(format, "en");
    const labels = english.sections.flatMap((section) =>
      section.tables.flatMap((table) => {
        const layout = layoutTable(table);
        return [
          table.caption ?? "",
          ...[...layout.head, ...layout.body].flat().map((place) => (place.kind === "label" ? place.text : "")),
        ];
      }),
    );
    expect(labels.filter((label) => /\p{Script=Han}/u.test(label))).toEqual([]);
  });

  it.each(FORMATS.map((format) => [format.id, format] as const))("changes nothing but words in %s", (_id, format) => {
    const english = FormatSchema.parse(localizeFormat(format, "en"));
    const bare = (cells: ReturnType<typeof listCells>) => cells.map(({ unit: _unit, ...cell }) => cell);
    expect(bare(listCells(english))).toEqual(bare(listCells(format)));
    expect(localizeFormat(format, "zh-CN")).toBe(format);
  });
});
