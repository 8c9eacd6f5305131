import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { cellAddress, readAddress } from "@/lib/domain/cell-address";
import { IDENTITY_SHEET, type WorkbookCell, type WorkbookPlan } from "@/lib/domain/unit-workbook";
import type { WorkbookProblem } from "@/lib/domain/workbook-problem";

/** A workbook that somebody spoiled: what was done to it, and what has to be said of it at which place. */
export type DamagedWorkbook = {
  what: string;
  bytes: Uint8Array;
  code: WorkbookProblem["code"];
  sheet: string;
  cell: string;
};

type Files = Record<string, string>;
type Damage = Omit<DamagedWorkbook, "bytes"> & { change: (files: Files) => void };

const TABLE = "xl/worksheets/sheet1.xml";
const IDENTITY = "xl/worksheets/sheet2.xml";
const MAIN = "xl/workbook.xml";

/** Spoils a workbook in every way that is looked for, at many places each. */
export function damageWorkbook(bytes: Uint8Array, plan: WorkbookPlan): DamagedWorkbook[] {
  const places = [...plan.cells].map(([key, cell]) => {
    const [row = 0, column = 0] = key.split(",").map(Number);
    return { cell, row, column, address: cellAddress(row, column) };
  });
  const of = (kind: WorkbookCell["kind"]) => places.filter(({ cell }) => cell.kind === kind);
  const [inputs, sums] = [of("input"), of("sum")];
  const labels = of("fixed").filter(({ cell }) => cell.kind === "fixed" && cell.text !== "");
  const sheet = plan.sheetName;
  const at = (what: string, code: WorkbookProblem["code"], cell: string, change: Damage["change"]): Damage => ({
    what: `${what} ${cell}`,
    code,
    sheet,
    cell,
    change,
  });
  const set = (address: string, content: string) => (files: Files) => setCell(files, TABLE, address, content);
  const partsOf = (cell: WorkbookCell): string[] =>
    (cell.kind === "sum" ? cell.parts : []).flatMap((key) => {
      const place = plan.places.get(key);
      return place ? [cellAddress(place.row, place.column)] : [];
    });
  const texts = ["7件", "约10", "无", "3-1", "#DIV/0!", "不适用", "１２ 件", "TRUE"];
  const lastRow = Math.max(...places.map(({ row }) => row));

  const rowsOf = (rows: readonly number[]) => rows.filter((row) => row <= lastRow);

  const damages: Damage[] = [
    ...every(inputs, 5).map(({ address }, index) =>
      at("text", "text", address, set(address, text(texts[index % 8] ?? ""))),
    ),
    ...every(inputs, 40).map(({ address }) => at("error", "text", address, set(address, ' t="e"><v>#REF!</v>'))),
    ...every(inputs, 40).map(({ address }) => at("tick", "text", address, set(address, ' t="b"><v>1</v>'))),
    ...every(inputs, 6).map(({ address }) => at("formula", "formula", address, set(address, "><f>1+1</f><v>2</v>"))),
    ...every(inputs, 50).map(({ address }) =>
      at("shared", "formula", address, set(address, '><f t="shared" si="0"/><v>2</v>')),
    ),
    ...every(labels, 2).map(({ address }) => at("label", "altered", address, set(address, text("改过的名称")))),
    ...every(labels, 9).map(({ address }) => at("no label", "altered", address, set(address, ">"))),
    ...every(sums, 4).map(({ address }) => at("typed sum", "sum_overwritten", address, set(address, "><v>9</v>"))),
    ...every(sums, 5).map(({ address }) =>
      at("other sum", "sum_overwritten", address, set(address, "><f>SUM(D5:D6)*2</f>")),
    ),
    ...every(sums, 6).flatMap(({ cell, address }) => {
      const parts = partsOf(cell);
      const [first = ""] = parts;
      const sumOf = (cells: readonly string[]) => set(address, `><f>SUM(${cells.join(",")})</f>`);
      return parts.length < 2
        ? []
        : [
            at("sum of fewer", "sum_overwritten", address, sumOf(parts.slice(1))),
            at("sum of one twice", "sum_overwritten", address, sumOf([first, ...parts.slice(0, -1)])),
          ];
    }),
    ...every(of("before"), 12).map(({ address }) => at("last year", "altered", address, set(address, "><v>77</v>"))),
    ...of("locked").map(({ address }) => at("locked", "locked", address, set(address, "><v>77</v>"))),
    ...["K6", "Z3", `A${lastRow + 3}`, `D${lastRow + 2}`, "AB40"].map((address) =>
      at("outside", "outside", address, set(address, text("另附"))),
    ),
    ...every(inputs, 15).flatMap(({ row, column, address }) => {
      const range = `${address}:${cellAddress(row + 1, column)}`;
      const merge = (files: Files) =>
        replace(files, TABLE, "</mergeCells>", `<mergeCell ref="${range}"/></mergeCells>`);
      return plan.cells.get(`${row + 1},${column}`)?.kind === "input" ? [at("merged", "merged", range, merge)] : [];
    }),
    ...every(plan.merges, 3).map(({ row, column, rowSpan, colSpan }) => {
      const range = `${cellAddress(row, column)}:${cellAddress(row + rowSpan - 1, column + colSpan - 1)}`;
      return at("parted", "unmerged", range, (files) => replace(files, TABLE, `<mergeCell ref="${range}"/>`, ""));
    }),
    ...rowsOf([5, 8, 12, 20, 27]).map((row) =>
      at("hidden row", "hidden_row", `A${row}`, (files) =>
        replace(files, TABLE, `<row r="${row}"`, `<row r="${row}" hidden="1"`),
      ),
    ),
    ...[3, 4, 7].map((column) =>
      at("hidden column", "hidden_column", cellAddress(0, column - 1), (files) =>
        replace(
          files,
          TABLE,
          `<col min="${column}" max="${column}"`,
          `<col min="${column}" max="${column}" hidden="1"`,
        ),
      ),
    ),
    // The first label that comes to stand elsewhere: the one in the row, or the column, at which it was done.
    ...rowsOf([2, 6, 8, 10, 18, 21, 29]).map((row) =>
      at("inserted row", "moved", firstLabel(labels, row), shift(row, 1, 0)),
    ),
    ...rowsOf([6, 11, 22]).map((row) => at("deleted row", "moved", firstLabel(labels, row + 1), shift(row + 1, -1, 0))),
    ...[4, 6].map((column) => at("inserted column", "moved", firstLabelFrom(labels, column), shift(0, 0, 1, column))),
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
    ...[1, 2, 3, 4, 5, 6, 7, 9, 12, 8 + inputs.length].map((row): Damage => {
      const code = row === 1 ? "not_ours" : "identity_altered";
      const change = (files: Files) => setCell(files, IDENTITY, `B${row}`, text("改过的"));
      return { what: `identity ${row}`, code, sheet: row === 1 ? sheet : IDENTITY_SHEET, cell: "A1", change };
    }),
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
  return damages.map(({ change, ...damage }) => ({ ...damage, bytes: rewrite(bytes, change) }));
}

function every<Item>(items: readonly Item[], step: number): Item[] {
  return items.filter((_, index) => index % step === 0);
}

const text = (words: string): string => ` t="inlineStr"><is><t>${words.replaceAll("<", "&lt;")}</t></is>`;

function rewrite(bytes: Uint8Array, change: (files: Files) => void): Uint8Array {
  const files = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  );
  const before = JSON.stringify(files);
  change(files);
  if (JSON.stringify(files) === before) throw new Error("nothing was damaged");
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, strToU8(content)])));
}

function replace(files: Files, name: string, from: string, to: string): void {
  files[name] = (files[name] ?? "").replace(from, to);
}

/** Puts a cell in place of the one that stands there, or into a row of its own at the end. */
function setCell(files: Files, name: string, address: string, content: string): void {
  const xml = files[name] ?? "";
  const cell = `<c r="${address}"${content}</c>`;
  const there = new RegExp(`<c r="${address}"[^>]*?(?:/>|>.*?</c>)`);
  files[name] = there.test(xml)
    ? xml.replace(there, () => cell)
    : xml.replace("</sheetData>", () => `<row r="${address.replace(/\D/g, "")}">${cell}</row></sheetData>`);
}

/** Moves everything from a row, or a column, on: as inserting and deleting do. Rows and columns count from 1. */
function shift(fromRow: number, rows: number, columns: number, fromColumn = 0): Damage["change"] {
  const moved = (address: string): string => {
    const place = readAddress(address);
    if (!place) return address;
    const row = place.row + 1 >= fromRow ? place.row + rows : place.row;
    return cellAddress(row, place.column + 1 >= fromColumn ? place.column + columns : place.column);
  };
  return (files) => {
    files[TABLE] = (files[TABLE] ?? "")
      .replace(rows < 0 ? new RegExp(`<row r="${fromRow - 1}".*?</row>`) : /(?!)/, "")
      .replace(/<c r="([A-Z]+\d+)"/g, (_all, address: string) => `<c r="${moved(address)}"`)
      .replace(
        /<mergeCell ref="([^:"]+):([^"]+)"/g,
        (_all, from: string, to: string) => `<mergeCell ref="${moved(from)}:${moved(to)}"`,
      );
  };
}

function addPart(name: string): Damage["change"] {
  return (files) => {
    files[name] = "x";
  };
}

/** Types numbers into cells of the table sheet, as a program stores them; empty text empties a cell. */
export function fillWorkbook(bytes: Uint8Array, values: Readonly<Record<string, string>>): Uint8Array {
  return rewrite(bytes, (files) => {
    for (const [address, value] of Object.entries(values)) {
      setCell(files, TABLE, address, value === "" ? ">" : `><v>${value}</v>`);
    }
  });
}

function addSheet(name: string, state: string): Damage["change"] {
  return (files) => {
    replace(files, MAIN, "</sheets>", `<sheet name="${name}" sheetId="9" state="${state}" r:id="rId99"/></sheets>`);
    const target = `<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet9.xml"/></Relationships>`;
    replace(files, "xl/_rels/workbook.xml.rels", "</Relationships>", target);
    files["xl/worksheets/sheet9.xml"] =
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>`;
  };
}

type Labelled = { row: number; column: number; address: string };

function firstLabel(labels: readonly Labelled[], row: number): string {
  return labels.find((label) => label.row + 1 >= row)?.address ?? "";
}

function firstLabelFrom(labels: readonly Labelled[], column: number): string {
  return labels.find((label) => label.column + 1 >= column)?.address ?? "";
}
