import type { BorderStyle, CellStyle } from "hucre";

const LINE = { style: "thin", color: { rgb: "000000" } } as const;
const BORDER: BorderStyle = { top: LINE, right: LINE, bottom: LINE, left: LINE };
const SONG = { name: "宋体", size: 10.5 };
const CENTER = { horizontal: "center", vertical: "center", wrapText: true } as const;
const LEFT = { horizontal: "left", vertical: "center", wrapText: true } as const;

/** The looks of cells, as few as the form needs. */
export const LOOK = {
  title: { font: { name: "方正小标宋简体", size: 16 }, alignment: { ...CENTER, wrapText: false } },
  lead: { font: SONG, alignment: { ...LEFT, vertical: "top" } },
  strong: { font: { ...SONG, bold: true }, alignment: { ...LEFT, vertical: "top" } },
  heading: { font: { ...SONG, bold: true }, alignment: { ...LEFT, wrapText: false } },
  alarm: { font: { ...SONG, bold: true, color: { rgb: "A8281B" } }, alignment: { ...LEFT, vertical: "top" } },
  caption: { font: { ...SONG, bold: true }, alignment: CENTER, border: BORDER },
  head: { font: { ...SONG, size: 10 }, alignment: CENTER, border: BORDER },
  label: { font: SONG, alignment: LEFT, border: BORDER },
  centered: { font: SONG, alignment: CENTER, border: BORDER },
  key: { font: { name: "Consolas", size: 9 }, alignment: { ...LEFT, wrapText: false }, border: BORDER },
} as const satisfies Record<string, CellStyle>;
