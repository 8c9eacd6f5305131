import { getResolvedPDFJS } from "unpdf";

/** A straight line that a page draws; coordinates are points from the lower left corner. */
export type Ruling = { isUpright: boolean; at: number; from: number; to: number };

type Operators = { fnArray: readonly number[]; argsArray: readonly unknown[] };
export type Matrix = readonly [number, number, number, number, number, number];
export type Point = { x: number; y: number };

/** A filled rectangle that is no thicker is a line; programs draw the borders of tables both ways. */
const MAX_THICKNESS = 3;
const MIN_LENGTH = 4;
/** A page of drawings, not of tables. */
const MAX_RULINGS = 20_000;
const MAX_STEPS = 10_000;
/** How a path is written down: move to, line to, a curve with its two handles, one with one handle, close. */
const STEP_LENGTHS: Readonly<Record<number, number>> = { 0: 2, 1: 2, 2: 6, 3: 4, 4: 0 };
const CLOSE = 4;

/** The lines that a page draws, out of the steps by which it is drawn; none where there are too many to be tables. */
export async function readRulings(operators: Operators): Promise<Ruling[]> {
  const { OPS } = await getResolvedPDFJS();
  const strokes = new Set<number>([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke]);
  const fills = new Set<number>([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke]);
  const rulings: Ruling[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [index, operator] of operators.fnArray.entries()) {
    const args = operators.argsArray[index];
    if (operator === OPS.save || operator === OPS.paintFormXObjectBegin) saved.push(matrix);
    if (operator === OPS.restore || operator === OPS.paintFormXObjectEnd) matrix = saved.pop() ?? matrix;
    if (operator === OPS.transform) matrix = combine(matrix, toMatrix(args));
    const [first, second] = partsOf(args);
    if (operator === OPS.paintFormXObjectBegin) matrix = combine(matrix, toMatrix(first));
    const paint = Number(first);
    const [path] = partsOf(second);
    if (operator !== OPS.constructPath) continue;
    rulings.push(
      ...rulingsOfOutlines(outlinesOf(path, matrix), { isStroked: strokes.has(paint), isFilled: fills.has(paint) }),
    );
    if (rulings.length > MAX_RULINGS) return [];
  }
  return rulings;
}

function partsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function toMatrix(args: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = isNumbers(args) ? Array.from(args) : [];
  return [a, b, c, d, e, f];
}

function isNumbers(value: unknown): value is ArrayLike<number> {
  return value instanceof Float32Array || value instanceof Float64Array || Array.isArray(value);
}

/**
 * One PDF transformation after another: `inner` is applied first, then `outer`; each is the six numbers [a b c d e f]
 * of a matrix.
 */
export function combine(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** The corners of each closed or open line of a path. Curves are no lines of a table: only their ends are kept. */
function outlinesOf(path: unknown, [a, b, c, d, e, f]: Matrix): Point[][] {
  if (!isNumbers(path)) return [];
  const steps = path;
  const outlines: Point[][] = [];
  let at = 0;
  while (at < Math.min(steps.length, MAX_STEPS)) {
    const step = steps[at] ?? -1;
    const length = STEP_LENGTHS[step];
    if (length === undefined) return outlines;
    const open = outlines.at(-1);
    const [first] = open ?? [];
    if (step === CLOSE) {
      if (open && first) open.push(first);
    } else {
      const [x, y] = [steps[at + length - 1] ?? 0, steps[at + length] ?? 0];
      const point = { x: a * x + c * y + e, y: b * x + d * y + f };
      if (step === 0 || !open) outlines.push([point]);
      else open.push(point);
    }
    at += 1 + length;
  }
  return outlines;
}

/** The sides of what is drawn, and what is filled and so thin that it looks like a line. */
export function rulingsOfOutlines(
  outlines: readonly Point[][],
  { isStroked, isFilled }: { isStroked: boolean; isFilled: boolean },
): Ruling[] {
  return outlines.flatMap((outline) => [...(isStroked ? sidesOf(outline) : []), ...(isFilled ? barOf(outline) : [])]);
}

function sidesOf(outline: readonly Point[]): Ruling[] {
  return outline.flatMap((point, index) => {
    const before = outline[index - 1];
    return before ? toRuling(before, point, 0.5) : [];
  });
}

/** A thin filled rectangle as the line it looks like. */
function barOf(outline: readonly Point[]): Ruling[] {
  const xs = outline.map((point) => point.x);
  const ys = outline.map((point) => point.y);
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return toRuling({ x: left, y: bottom }, { x: right, y: top }, MAX_THICKNESS);
}

function toRuling(from: Point, to: Point, maxThickness: number): Ruling[] {
  const width = Math.abs(from.x - to.x);
  const height = Math.abs(from.y - to.y);
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  if (width <= maxThickness && height >= MIN_LENGTH && height > width)
    return [{ isUpright: true, at: middle.x, from: Math.min(from.y, to.y), to: Math.max(from.y, to.y) }];
  if (height <= maxThickness && width >= MIN_LENGTH)
    return [{ isUpright: false, at: middle.y, from: Math.min(from.x, to.x), to: Math.max(from.x, to.x) }];
  return [];
}
