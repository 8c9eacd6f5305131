import { dirname } from "node:path";
import type { Stryker } from "@stryker-mutator/core";

type MutantResult = Awaited<ReturnType<Stryker["runMutationTest"]>>[number];

const NOTICED = new Set(["Killed", "Timeout"]);
const UNNOTICED = new Set(["Survived", "NoCoverage"]);

/**
 * The share of mutants that a test noticed, of all and by folder, with the range in which the share of everything lies
 * with 95 % confidence if these mutants are a random sample of it (Wilson's interval).
 */
export function describeScore(results: readonly Pick<MutantResult, "fileName" | "status">[]): string {
  const counted = results.filter(({ status }) => NOTICED.has(status) || UNNOTICED.has(status));
  const folders = Map.groupBy(counted, ({ fileName }) => dirname(fileName));
  const lines = [...folders]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, ofFolder]) => scoreLine(name, ofFolder));
  return [...lines, scoreLine("all", counted)].join("\n");
}

function scoreLine(name: string, results: readonly Pick<MutantResult, "status">[]): string {
  const total = results.length;
  if (total === 0) return `${name}: no mutant`;
  const noticed = results.filter(({ status }) => NOTICED.has(status)).length;
  const share = noticed / total;
  const z = 1.96;
  const middle = (share + z ** 2 / (2 * total)) / (1 + z ** 2 / total);
  const half = (z / (1 + z ** 2 / total)) * Math.sqrt((share * (1 - share)) / total + z ** 2 / (4 * total ** 2));
  const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
  return `${name}: ${noticed} of ${total}, ${percent(share)} (${percent(middle - half)} to ${percent(middle + half)})`;
}
