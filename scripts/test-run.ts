import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { printLine } from "./console-output";
import { PROJECT_DIR } from "./project-dir";
import { type Count, readPlaywrightReport, readVitestReport } from "./test-reports";

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
  for (const command of commands) if ((await run(command)) !== 0) return oneFailure(command.join(" "));
  return { passed: 0, failed: 0, failures: [] };
}

/** Runs a project's tests, all or those of the named files. */
export async function runVitest(
  project: "unit" | "db" | "partitioned" | "process",
  reportPath: string,
  files: readonly string[] = [],
): Promise<Count> {
  const code = await run([
    ...["vitest", "run", "--config", "scripts/vitest.config.ts", "--project", project, ...files],
    ...["--reporter", "default", "--reporter", "json", `--outputFile.json=${reportPath}`],
  ]);
  const count = readVitestReport(await readJson(reportPath));
  return atLeastOneFailure(code, count, `vitest --project ${project}`);
}

export async function runPlaywright(reportPath: string): Promise<Count> {
  const code = await run(["playwright", "test", "--config", "e2e/playwright.config.ts", "--reporter", "list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: reportPath,
  });
  const count = readPlaywrightReport(await readJson(reportPath));
  // A browser that a busy machine kept waiting gets a second try; its trace stays in test-results for whoever looks why.
  if (count && count.flaky > 0) {
    printLine(`${count.flaky} 个流程第二次才通过 / journeys that passed at their second try: ${count.flaky}`);
  }
  return atLeastOneFailure(code, count, "playwright test");
}

export function oneFailure(name: string): Count {
  return { passed: 0, failed: 1, failures: [name] };
}

/** A tool that wrote no report has failed; so has one that failed outside of every test. */
function atLeastOneFailure(code: number, count: Count | null, name: string): Count {
  if (!count) return oneFailure(name);
  if (code === 0 || count.failed > 0) return count;
  return { ...count, ...oneFailure(`${name}: ended with ${code} though no test failed`), passed: count.passed };
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, "utf8"));
  } catch {
    return null;
  }
}
