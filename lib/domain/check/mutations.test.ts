import { describe, expect, it } from "vitest";
import type { Figures } from "@/lib/domain/cell";
import type { Finding } from "@/lib/domain/check/finding";
import { runChecks } from "@/lib/domain/check/registry";
import { exampleFormat, exampleSubject } from "@/lib/domain/testing/example-subject";
import { type Chance, chanceOf } from "@/lib/domain/testing/random";
import { randomFigures } from "@/lib/domain/testing/random-figures";

type Mutation = { kind: string; cells: Record<string, string | null> };

const isSummed = (key: string) => key.startsWith("requests.") || key.startsWith("litigation.");

function mutate(figures: Figures, chance: Chance): Mutation {
  const keys = Object.keys(figures);
  const key = chance.pick(keys);
  const value = figures[key] ?? "0";
  const place = isSummed(key) ? "tables 三, 四" : "table 二";
  switch (chance.below(7)) {
    case 0:
      return {
        kind: `another number, ${place}`,
        cells: { [key]: value.includes(".") ? "1" : String(Number(value) + 1 + chance.below(90)) },
      };
    case 1:
      return { kind: "a digit too many", cells: { [key]: `${value}${1 + chance.below(9)}` } };
    case 2:
      return { kind: "a sign", cells: { [key]: value === "0" ? "-1" : `-${value.replace("-", "")}` } };
    case 3:
      return { kind: "a blank", cells: { [key]: chance.pick([null, "", "-", "/"]) } };
    case 4:
      return { kind: "a unit", cells: { [key]: `${value}${chance.pick(["件", "万元", "条", "项"])}` } };
    case 5:
      return { kind: "two rows changed round", cells: swap(figures, chance, 1) };
    default:
      return { kind: "two columns changed round", cells: swap(figures, chance, 2) };
  }
}

/** Changes two rows (1) or columns (2) of table 三 round, whole. */
function swap(figures: Figures, chance: Chance, part: 1 | 2): Record<string, string | null> {
  const keys = Object.keys(figures).filter((key) => key.startsWith("requests."));
  const names = [...new Set(keys.map((key) => key.split(".")[part] ?? ""))];
  const left = chance.pick(names);
  const right = chance.pick(names.filter((name) => name !== left));
  return Object.fromEntries(
    keys.flatMap((key) => {
      const parts = key.split(".");
      const name = parts[part];
      if (name !== left && name !== right) return [];
      parts[part] = name === left ? right : left;
      return [[key, figures[parts.join(".")] ?? null]];
    }),
  );
}

describe("two thousand mistakes in reports that agreed", () => {
  const chance = chanceOf(711);
  const counts = new Map<string, { made: number; found: number; rules: Map<string, number> }>();
  const missed: Mutation[] = [];
  const quiet: Finding[] = [];
  for (let round = 0; round < 2_000; round += 1) {
    const id = chance.pick(["2019", "2021"] as const);
    const figures = randomFigures(exampleFormat(id), chance);
    const before = runChecks(exampleSubject(id, { figures }));
    quiet.push(...before.filter((finding) => finding.severity === "error"));
    const mutation = mutate(figures, chance);
    // A unit that is the cell's own word for a signed or typed zero still is a mistake; an unchanged value is none.
    if (Object.entries(mutation.cells).every(([key, value]) => figures[key] === value)) continue;
    const known = new Set(before.map((finding) => finding.id));
    const found = runChecks(exampleSubject(id, { figures: { ...figures, ...mutation.cells } })).filter(
      (finding) => !known.has(finding.id),
    );
    const count = counts.get(mutation.kind) ?? { made: 0, found: 0, rules: new Map<string, number>() };
    count.made += 1;
    if (found.length > 0) count.found += 1;
    else missed.push(mutation);
    for (const rule of new Set(found.map((finding) => finding.rule)))
      count.rules.set(rule, (count.rules.get(rule) ?? 0) + 1);
    counts.set(mutation.kind, count);
  }

  it("reports no error before anything was changed", () => {
    expect(quiet).toEqual([]);
  });

  it("finds every change that arithmetic can see, and every blank, sign and unit", () => {
    for (const [kind, { made, found, rules }] of [...counts].toSorted()) {
      const shares = [...rules]
        .toSorted((left, right) => right[1] - left[1])
        .map(([rule, times]) => `${rule} ${times}`);
      console.log(`${kind}: ${found} of ${made} (${shares.join(", ")})`);
    }
    const certain = ["another number, tables 三, 四", "a blank", "a unit"];
    for (const kind of certain) expect([kind, counts.get(kind)?.found]).toEqual([kind, counts.get(kind)?.made]);
    const inSums = missed.filter(({ cells }) => Object.keys(cells).length === 1 && Object.keys(cells).some(isSummed));
    expect(inSums).toEqual([]);
  });

  it("misses only what no rule can see: whole rows or columns changed round, and numbers of table 二 on their own", () => {
    // Sums do not know which reason or which applicant a number belongs to, and the cells of table 二 are in no sum: only
    // the report of another year or the text can tell on them.
    for (const { kind, cells } of missed) {
      const keys = Object.keys(cells);
      expect([kind, keys.length > 1 || keys.every((key) => !isSummed(key))]).toEqual([kind, true]);
    }
  });
});
