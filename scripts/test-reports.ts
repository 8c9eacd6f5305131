import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { z } from "zod";
import { PROJECT_DIR } from "./project-dir";

/** How a step went. `failures` names each failed test, with what it said, as it is printed once more at the end. */
export type Count = { passed: number; failed: number; failures: readonly string[] };

const VitestReportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(""),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

/** Reads the JSON report of Vitest; null where there is none. */
export function readVitestReport(json: unknown): Count | null {
  const report = VitestReportSchema.safeParse(json);
  if (!report.success) return null;
  const failures = report.data.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((result) => result.status === "failed");
    // A file that cannot be loaded has no tests to count, and is one failure.
    if (status === "failed" && failed.length === 0) return [describeFailure(name, "", message)];
    return failed.map((result) => describeFailure(name, result.fullName, result.failureMessages?.[0] ?? ""));
  });
  return { passed: report.data.numPassedTests, failed: failures.length, failures };
}

const PlaywrightSpecSchema = z.object({
  title: z.string(),
  file: z.string(),
  tests: z.array(
    z.object({
      status: z.string(),
      projectName: z.string(),
      results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
    }),
  ),
});

const PlaywrightSuiteSchema = z.object({
  specs: z.array(PlaywrightSpecSchema).default([]),
  get suites() {
    return z.array(PlaywrightSuiteSchema).default([]);
  },
});

const PlaywrightReportSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  suites: z.array(PlaywrightSuiteSchema),
});

type PlaywrightSuite = z.infer<typeof PlaywrightSuiteSchema>;

/** Reads the JSON report of Playwright; null where there is none. `flaky` counts what passed at its second try. */
export function readPlaywrightReport(json: unknown): (Count & { flaky: number }) | null {
  const report = PlaywrightReportSchema.safeParse(json);
  if (!report.success) return null;
  const { expected, unexpected, flaky } = report.data.stats;
  const failures = report.data.suites.flatMap(listSpecs).flatMap(({ title, file, tests }) =>
    tests
      .filter(({ status }) => status === "unexpected")
      .map(({ projectName, results }) => {
        const message = results.find(({ error }) => error)?.error?.message ?? "";
        return describeFailure(`e2e/${file}`, `[${projectName}] ${title}`, message);
      }),
  );
  return { passed: expected + flaky, failed: unexpected, flaky, failures };
}

function listSpecs(suite: PlaywrightSuite): z.infer<typeof PlaywrightSpecSchema>[] {
  return [...suite.specs, ...suite.suites.flatMap(listSpecs)];
}

const SHOWN_LINES = 6;

function describeFailure(file: string, title: string, message: string): string {
  const place = file.startsWith(PROJECT_DIR) ? relative(PROJECT_DIR, file) : file;
  const lines = stripVTControlCharacters(message)
    .split("\n")
    .filter((line) => line.trim() !== "")
    .slice(0, SHOWN_LINES);
  return [title === "" ? place : `${place} › ${title}`, ...lines.map((line) => `    ${line}`)].join("\n");
}
