import { globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import { chanceOf } from "@/lib/domain/testing/random";
import { describeScore } from "./mutation/score";

// Changes the rules and the services one place at a time and says which changes no test notices:
// `npm run mutate -- lib/domain/figure.ts lib/services/release-report.ts`, or everything where no file is named. It takes
// minutes for a rule and hours for all, so it is run by hand. `--sample 300 --of lib/domain` mutates 300 random lines of
// that folder (or one in it; or of the named files) only, to estimate its score in less time; another `--seed` draws other lines. `--near` repeats only the
// tests that import a named file themselves: minutes become seconds, and what survives may still be noticed farther away.
// `--skip-static` leaves out code that runs when its file is loaded, as a sample does: each change of it loads all anew.

const FOLDERS = [
  { folder: "lib/domain", vitestConfig: "scripts/mutation/rules.vitest.config.ts" },
  { folder: "lib/services", vitestConfig: "scripts/mutation/services.vitest.config.ts" },
];

const OPTIONS: ConstructorParameters<typeof Stryker>[0] = {
  // Stryker reads the file as an older TypeScript wrote it.
  tsconfigFile: "none",
  testRunner: "vitest",
  coverageAnalysis: "perTest",
  reporters: ["clear-text", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, allowEmojis: false },
  concurrency: 2,
  tempDirName: ".data/mutation",
  ignorePatterns: ["/.next", "/.data", "/bench/results", "/test-results", "/playwright-report"],
  timeoutMS: 20_000,
  dryRunTimeoutMinutes: 60,
};

const { positionals: files, values } = parseArgs({
  allowPositionals: true,
  options: {
    sample: { type: "string" },
    of: { type: "string" },
    seed: { type: "string", default: "1" },
    near: { type: "boolean", default: false },
    "skip-static": { type: "boolean", default: false },
  },
});
const isKnown = (file: string): boolean => FOLDERS.some(({ folder }) => file.startsWith(`${folder}/`));
const unknown = files.filter((file) => !isKnown(file));
if (unknown.length > 0) {
  console.error(
    `Only files of ${FOLDERS.map(({ folder }) => folder).join(" and ")} are mutated, not ${unknown.join(", ")}`,
  );
  process.exit(2);
}

const sampleSize = values.sample === undefined ? null : Number(values.sample);
const isSampleValid = sampleSize === null || (Number.isInteger(sampleSize) && sampleSize > 0);
if (!isSampleValid || !Number.isInteger(Number(values.seed))) {
  console.error("--sample and --seed take whole numbers.");
  process.exit(2);
}
if (values.near && files.length === 0) {
  console.error("--near takes named files.");
  process.exit(2);
}
if (values.of !== undefined && !isKnown(`${values.of}/`)) {
  console.error(`--of takes ${FOLDERS.map(({ folder }) => folder).join(", ")} or a folder in them, not ${values.of}`);
  process.exit(2);
}

for (const { folder, vitestConfig } of FOLDERS) {
  const named = files.filter((file) => file.startsWith(`${folder}/`));
  if (files.length > 0 && named.length === 0) continue;
  if (values.of !== undefined && !`${values.of}/`.startsWith(`${folder}/`)) continue;
  const mutated = named.length > 0 ? named : filesOf(values.of ?? folder);
  const drawn = sampleSize === null ? null : drawLines(mutated, sampleSize, Number(values.seed));
  // Read by the Vitest configuration. Stryker's own `testFiles` would not switch on mutants of code that runs at loading.
  if (values.near) process.env.NIANBAO_MUTATION_TESTS = testsThatImport(folder, named).join(",");
  const results = await new Stryker({
    ...OPTIONS,
    // A mutant in code that runs when its file is loaded needs every test of the folder: left out of a sample.
    ...(drawn || values["skip-static"] ? { ignoreStatic: true } : {}),
    mutate: drawn ?? mutated,
    vitest: { configFile: vitestConfig, related: true },
  }).runMutationTest();
  console.log(describeScore(results));
}

/** The tests of a folder that import one of `files` themselves. */
function testsThatImport(folder: string, files: readonly string[]): string[] {
  const names = files.map((file) => `/${basename(file, ".ts")}"`);
  return globSync(`${folder}/**/*.test.ts`).filter((test) => {
    const text = readFileSync(test, "utf8");
    return names.some((name) => text.includes(name));
  });
}

function filesOf(folder: string): string[] {
  return globSync(`${folder}/**/*.ts`, {
    exclude: (path) => path.endsWith(".test.ts") || path.split("/").includes("testing"),
  });
}

/**
 * Draws up to `count` different random lines of code from files, as the ranges `file:line-line` that Stryker
 * takes. The same seed draws the same lines.
 */
function drawLines(files: readonly string[], count: number, seed: number): string[] {
  const lines = files.flatMap((file) =>
    readFileSync(file, "utf8")
      .split("\n")
      .map((text, index) => ({ text: text.trim(), range: `${file}:${index + 1}-${index + 1}` })),
  );
  const code = lines.filter(({ text }) => text !== "" && !/^(?:\/?\*|\/\/|import |export type |type )/.test(text));
  const chance = chanceOf(seed);
  return [...new Set(Array.from({ length: count }, () => chance.pick(code).range))];
}
