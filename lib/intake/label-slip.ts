/**
 * The one label of `known` that is a slip or two of typing away, a fifth of its letters at most; null where there is none
 * or two are equally near.
 */
export function matchSlip(label: string, known: ReadonlyMap<string, unknown>): string | null {
  const allowed = Math.max(1, Math.floor(Math.min(label.length, 20) * 0.2));
  let best: { candidate: string; distance: number } | null = null;
  let isTied = false;
  for (const candidate of known.keys()) {
    if (Math.abs(candidate.length - label.length) > allowed || candidate.length < 5) continue;
    const distance = editDistance(label, candidate, allowed);
    if (distance > allowed) continue;
    if (best && distance === best.distance) isTied = true;
    if (!best || distance < best.distance) {
      best = { candidate, distance };
      isTied = false;
    }
  }
  return best && !isTied ? best.candidate : null;
}

/** Levenshtein distance, given up as soon as it is more than `limit`. */
function editDistance(left: string, right: string, limit: number): number {
  let above = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const substitution = (above[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min((above[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, substitution));
    }
    if (Math.min(...current) > limit) return limit + 1;
    above = current;
  }
  return above[right.length] ?? limit + 1;
}
