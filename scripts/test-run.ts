import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { z } from "zod";
import { PROJECT_DIR } from "./build";
import { printLine } from "./console-output";

export type Count = { passed: number; failed: number };

const children = new Set<ChildProcess>();

/** Ends what runs, when somebody stops the tests. */
export function endChildren(): void {
  for (const child of children) child.kill("SIGTERM");
}

/** Runs one of the project's tools with its output shown, and returns its exit code. */
export function run(command: readonly string[], variables: Record<string, string> = {}): Promise<number> {
  const [program = "", ...args] = command;
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: PROJECT_DIR,
      stdio: ["ignore", "inherit", "inherit"],
      env: {
        ...process.env,
        PATH: `${join(PROJECT_DIR, "node_modules/.bin")}${delimiter}${process.env.PATH}`,
        NEXT_TELEMETRY_DISABLED: "1",
        ...variables,
      },
    });
    children.add(child);
    child.once("error", (error) => {
      process.stderr.write(`${error.message}\n`);
      resolve(127);
    });
    child.once("close", (code) => {
      children.delete(child);
      resolve(code ?? 1);
    });
  });
}

/** A tool that has nothing to count: when it fails, that is one failure. */
export async function check(...commands: readonly (readonly string[])[]): Promise<Count> {
  for (const command of commands) if ((await run(command)) !== 0) return { passed: 0, failed: 1 };
  return { passed: 0, failed: 0 };
}

const VitestReportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

export async function runVitest(project: "unit" | "db" | "process", reportPath: string): Promise<Count> {
  const code = await run([
    ...["vitest", "run", "--config", "scripts/vitest.config.ts", "--project", project],
    ...["--reporter", "default", "--reporter", "json", `--outputFile.json=${reportPath}`],
  ]);
  const report = VitestReportSchema.safeParse(await readJson(reportPath));
  if (!report.success) return { passed: 0, failed: 1 };

  // A file that cannot be loaded has no tests to count, and is one failure.
  const broken = report.data.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((result) => result.status === "failed"),
  );
  return atLeastOneFailure(code, {
    passed: report.data.numPassedTests,
    failed: report.data.numFailedTests + broken.length,
  });
}

const PlaywrightReportSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

export async function runPlaywright(reportPath: string): Promise<Count> {
  const code = await run(["playwright", "test", "--config", "e2e/playwright.config.ts", "--reporter", "list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: reportPath,
  });
  const report = PlaywrightReportSchema.safeParse(await readJson(reportPath));
  if (!report.success) return { passed: 0, failed: 1 };

  const { expected, unexpected, flaky } = report.data.stats;
  // A browser that a busy machine kept waiting gets a second try; its trace stays in test-results for whoever looks why.
  if (flaky > 0) printLine(`${flaky} 个流程第二次才通过 / journeys that passed at their second try: ${flaky}`);
  return atLeastOneFailure(code, { passed: expected + flaky, failed: unexpected });
}

/** An error outside of every test makes the tool fail although no test did. */
function atLeastOneFailure(code: number, count: Count): Count {
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    return null;
  }
}
