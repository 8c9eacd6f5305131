import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";

// Changes the rules and the services one place at a time and says which changes no test notices:
// `npm run mutate -- lib/domain/figure.ts lib/services/release-report.ts`, or everything where no file is named. It takes
// minutes for a rule and hours for all, so it is run by hand.

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
};

const { positionals: files } = parseArgs({ allowPositionals: true });
const isKnown = (file: string): boolean => FOLDERS.some(({ folder }) => file.startsWith(`${folder}/`));
const unknown = files.filter((file) => !isKnown(file));
if (unknown.length > 0) {
  console.error(
    `Only files of ${FOLDERS.map(({ folder }) => folder).join(" and ")} are mutated, not ${unknown.join(", ")}`,
  );
  process.exit(2);
}

for (const { folder, vitestConfig } of FOLDERS) {
  const named = files.filter((file) => file.startsWith(`${folder}/`));
  if (files.length > 0 && named.length === 0) continue;
  const all = [`${folder}/**/*.ts`, `!${folder}/**/*.test.ts`, `!${folder}/**/testing/**`];
  await new Stryker({
    ...OPTIONS,
    mutate: named.length > 0 ? named : all,
    vitest: { configFile: vitestConfig, related: true },
  }).runMutationTest();
}
