import { IDENTITY_SHEET, type WorkbookPlan } from "@/lib/domain/unit-workbook";
import type { WorkbookProblem } from "@/lib/domain/workbook-problem";
import {
  addPart,
  addSheet,
  type Files,
  IDENTITY,
  MAIN,
  replace,
  setCell,
  text,
} from "@/lib/intake/testing/workbook-parts";

/** A workbook that somebody spoiled: what was done to it, and what has to be said of it at which place. */
export type DamagedWorkbook = {
  what: string;
  bytes: Uint8Array;
  code: WorkbookProblem["code"];
  sheet: string;
  cell: string;
};

/** What is done to a workbook, before it is done. */
export type Damage = Omit<DamagedWorkbook, "bytes"> & { change: (files: Files) => void };

/** Sheets hidden, renamed and added, and the workbook made one of another place or year. */
export function damageSheets(plan: WorkbookPlan, inputCount: number): Damage[] {
  const sheet = plan.sheetName;
  return [
    {
      what: "hidden",
      code: "hidden_sheet",
      sheet,
      cell: "A1",
      change: (files) => replace(files, MAIN, 'sheetId="1"', 'sheetId="1" state="hidden"'),
    },
    {
      what: "renamed",
      code: "extra_sheet",
      sheet: "我的表",
      cell: "A1",
      change: (files) => replace(files, MAIN, `<sheet name="${sheet}"`, '<sheet name="我的表"'),
    },
    {
      what: "renamed",
      code: "missing_sheet",
      sheet,
      cell: "A1",
      change: (files) => replace(files, MAIN, `<sheet name="${sheet}"`, '<sheet name="我的表"'),
    },
    { what: "one more", code: "extra_sheet", sheet: "草稿", cell: "A1", change: addSheet("草稿", "visible") },
    { what: "one more, hidden", code: "hidden_sheet", sheet: "隐藏", cell: "A1", change: addSheet("隐藏", "hidden") },
    {
      what: "one more, very hidden",
      code: "hidden_sheet",
      sheet: "深藏",
      cell: "A1",
      change: addSheet("深藏", "veryHidden"),
    },
    {
      what: "no identity",
      code: "not_ours",
      sheet,
      cell: "A1",
      change: (files) => replace(files, MAIN, `name="${IDENTITY_SHEET}"`, 'name="别的"'),
    },
    ...[1, 2, 3, 4, 5, 6, 7, 9, 12, 8 + inputCount].map((row): Damage => {
      const code = row === 1 ? "not_ours" : "identity_altered";
      const change = (files: Files) => setCell(files, IDENTITY, `B${row}`, text("改过的"));
      return { what: `identity ${row}`, code, sheet: row === 1 ? sheet : IDENTITY_SHEET, cell: "A1", change };
    }),
  ];
}

/** What could run or fetch something when the workbook is opened. */
export function addForeignParts(): Damage[] {
  return [
    ...["xl/vbaProject.bin", "xl/macrosheets/sheet1.xml", "xl/activeX/activeX1.xml", "xl/ctrlProps/ctrlProp1.xml"].map(
      (part): Damage => ({
        what: part,
        code: "macros",
        sheet: "",
        cell: part,
        change: addPart(part),
      }),
    ),
    ...[
      "xl/externalLinks/externalLink1.xml",
      "xl/embeddings/oleObject1.bin",
      "xl/connections.xml",
      "xl/queryTables/queryTable1.xml",
    ].map(
      (part): Damage => ({
        what: part,
        code: "foreign_part",
        sheet: "",
        cell: part,
        change: addPart(part),
      }),
    ),
  ];
}
