import type { Block } from "@/lib/intake/block";
import { Unreadable } from "@/lib/intake/intake-problem";
import { type OfdPage, plainName, readOfdPackage, type Units } from "@/lib/intake/ofd-package";
import { findGrids } from "@/lib/intake/pdf-grid";
import { type Item, isSlanted, MAX_ITEMS, type Page } from "@/lib/intake/pdf-lines";
import { combine, type Matrix, type Point, type Ruling, rulingsOfOutlines } from "@/lib/intake/pdf-rulings";
import { readPages } from "@/lib/intake/read-pdf";
import { readXml, type XmlEvent } from "@/lib/intake/read-xml";

/** The state's own format for finished documents: letters at places and lines, read as those of a PDF are. */
export function readOfd(bytes: Uint8Array): Block[] {
  const budget = { left: MAX_ELEMENTS };
  const pages = readOfdPackage(bytes).map((page, index) => readPage(page, index + 1, budget));
  if (pages.reduce((sum, { items }) => sum + items.length, 0) > MAX_ITEMS) throw new Unreadable("too_much_inside");
  // What was scanned, or drawn as outlines, has no text.
  if (pages.every(({ items }) => items.every(({ str }) => str.trim() === ""))) throw new Unreadable("no_text");
  return readPages(pages);
}

/** Millimetres from the upper left corner become points from the lower left one. */
const POINTS = 72 / 25.4;

function readPage({ height, contents, units }: OfdPage, number: number, budget: Source["budget"]): Page {
  const toPage: Matrix = [POINTS, 0, 0, -POINTS, 0, height * POINTS];
  const drawn = contents.map((content) => readObjects(readXml(content), toPage, { units, budget, depth: 0 }));
  return {
    number,
    height: height * POINTS,
    items: drawn.flatMap(({ items }) => items).filter((item) => !isSlanted(item)),
    grids: findGrids(drawn.flatMap(({ rulings }) => rulings)),
  };
}

type Drawn = { items: Item[]; rulings: Ruling[] };
type Attributes = Readonly<Record<string, string>>;

/** What one text or path is drawn with, from its own corner. */
type Drawing = { attributes: Attributes; matrix: Matrix };

/** A drawing may draw others; one that draws itself would have no end. */
const MAX_DEPTH = 5;
/** Elements of all pages together, each as often as it is drawn. */
const MAX_ELEMENTS = 1_000_000;

type Source = { units: Units; budget: { left: number }; depth: number };

function readObjects(events: Iterable<XmlEvent>, toPage: Matrix, source: Source): Drawn {
  const { units, budget, depth } = source;
  const drawn: Drawn = { items: [], rulings: [] };
  let object: Drawing | null = null;
  let code: Attributes | null = null;
  let text = "";
  for (const event of events) {
    if (event.kind === "text") {
      text += event.text;
      continue;
    }
    const name = plainName(event);
    if (event.kind === "open") {
      text = "";
      budget.left -= 1;
      if (budget.left < 0) throw new Unreadable("too_much_inside");
      if (name === "TextObject" || name === "PathObject")
        object = { attributes: event.attributes, matrix: matrixOf(event.attributes, toPage) };
      if (name === "TextCode") code = event.attributes;
      const unit = name === "CompositeObject" ? units.get(event.attributes.ResourceID ?? "") : undefined;
      if (unit && depth < MAX_DEPTH) {
        const inside = readObjects(unit, matrixOf(event.attributes, toPage), { ...source, depth: depth + 1 });
        drawn.items.push(...inside.items);
        drawn.rulings.push(...inside.rulings);
      }
      continue;
    }
    if (name === "TextCode" && object && code) drawn.items.push(...readTextCode(object, code, text));
    if (name === "AbbreviatedData" && object) drawn.rulings.push(...readPath(object, text));
    if (name === "TextObject" || name === "PathObject") object = null;
  }
  return drawn;
}

function matrixOf({ Boundary = "", CTM = "" }: Attributes, toPage: Matrix): Matrix {
  const [x = 0, y = 0] = numbersOf(Boundary);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersOf(CTM);
  return combine(combine(toPage, [1, 0, 0, 1, x, y]), [a, b, c, d, e, f]);
}

function numbersOf(text: string): number[] {
  return text
    .trim()
    .split(/[\s,]+/)
    .filter((word) => word !== "")
    .map(Number)
    .filter(Number.isFinite);
}

/** A gap of so many letters between two of them begins a new run: two figures that one text holds are two. */
const WIDE_GAP = 1.6;

function readTextCode({ attributes, matrix }: Drawing, code: Attributes, text: string): Item[] {
  const size = Number(attributes.Size) || 3.5;
  const [x = 0] = numbersOf(code.X ?? "");
  const [y = 0] = numbersOf(code.Y ?? "");
  const letters = [...text.replace(/[\r\n\t]/g, "")];
  const across = advances(code.DeltaX, letters, size);
  const down = code.DeltaY ? advances(code.DeltaY, letters, 0) : [];
  const items: Item[] = [];
  let run = { text: "", x, y, right: x };
  let at = { x, y };
  for (const [index, letter] of letters.entries()) {
    const isNewRun = run.text !== "" && (at.y !== run.y || at.x - run.right > size * (WIDE_GAP - 1) || at.x < run.x);
    if (isNewRun) {
      items.push(itemOf(run, size, matrix));
      run = { text: "", x: at.x, y: at.y, right: at.x };
    }
    run.text += letter;
    run.right = at.x + Math.min(across[index] ?? size, widthOf(letter, size));
    at = { x: at.x + (across[index] ?? 0), y: at.y + (down[index] ?? 0) };
  }
  if (run.text !== "") items.push(itemOf(run, size, matrix));
  return items;
}

/** How far it is from each letter to the next: `3.5 3.5`, or `g 20 3.5` for the same twenty times. */
function advances(delta: string | undefined, letters: readonly string[], size: number): number[] {
  if (delta === undefined || delta.trim() === "") return letters.map((letter) => widthOf(letter, size));
  const words = delta.trim().split(/\s+/);
  const steps: number[] = [];
  for (let index = 0; index < words.length && steps.length < letters.length; index += 1) {
    if (words[index] === "g") {
      const times = Math.min(Number(words[index + 1]) || 0, letters.length);
      steps.push(...Array.from({ length: times }, () => Number(words[index + 2]) || 0));
      index += 2;
    } else steps.push(Number(words[index]) || 0);
  }
  const last = steps.at(-1) ?? size;
  return letters.map((_, index) => steps[index] ?? last);
}

/** Chinese letters are as wide as high, others about half. */
function widthOf(letter: string, size: number): number {
  return /[\u2e80-\uffff]/u.test(letter) ? size : size / 2;
}

function itemOf(run: { text: string; x: number; y: number; right: number }, size: number, matrix: Matrix): Item {
  const [a, b, c, d] = matrix;
  const { x, y } = apply(matrix, run);
  const width = (run.right - run.x) * Math.hypot(a, b);
  const height = size * Math.hypot(c, d);
  return { str: run.text, transform: [a * size, b * size, -c * size, -d * size, x, y], width, height };
}

function apply([a, b, c, d, e, f]: Matrix, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** How many numbers follow the letters of a path; what is curved keeps its end only. */
const STEPS: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

function readPath({ attributes, matrix }: Drawing, data: string): Ruling[] {
  const words = data.trim().split(/[\s,]+/);
  const outlines: Point[][] = [];
  for (let index = 0; index < words.length; ) {
    const step = words[index] ?? "";
    const length = STEPS[step];
    if (length === undefined) break;
    const [x = 0, y = 0] = words.slice(index + 1 + length - 2, index + 1 + length).map(Number);
    const open = outlines.at(-1);
    if (step === "C") {
      const [first] = open ?? [];
      if (open && first) open.push(first);
    } else if (Number.isFinite(x) && Number.isFinite(y)) {
      const point = apply(matrix, { x, y });
      if (step === "S" || step === "M" || !open) outlines.push([point]);
      else open.push(point);
    }
    index += 1 + length;
  }
  return rulingsOfOutlines(outlines, {
    isStroked: attributes.Stroke !== "false",
    isFilled: attributes.Fill === "true",
  });
}
