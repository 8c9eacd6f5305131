import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureBuilt } from "./build";
import { formatSeconds, printFailure, printLine, Stop } from "./console-output";
import { ensureBrowser } from "./test-browser";
import type { Count } from "./test-reports";
import { check, endChildren, oneFailure, runPlaywright, runVitest } from "./test-run";
import { checkSchema } from "./test-schema";

const KINDS = ["lint", "unit", "db", "process", "e2e"] as const;
type Kind = (typeof KINDS)[number];

/**
 * What goes through every table on its way from a saved figure to a published report; `npm run test:partitioned` runs the
 * services' tests whole, which would take as long again as the database tests themselves.
 */
const PARTITIONED: readonly string[] = [
  "db/policies",
  "db/forbidden-writes",
  ...["sign-in", "manage-people", "import-staff", "save-figures", "submission-moves", "submit-sections", "load-desk"],
  ...["load-overview", "load-queue", "load-public-reports", "explain-report-finding", "do-daily-work", "at-once"],
].map((name) => `${name.startsWith("db/") ? name : `lib/services/${name}`}.db.test.ts`);

const NEED_BUILD: readonly string[] = ["process", "e2e"];

type Step = { kind: Kind | "build"; name: string; usually: string; run: (reportPath: string) => Promise<Count> };

const STEPS: readonly Step[] = [
  {
    kind: "lint",
    name: "类型 / types (next typegen, tsc)",
    usually: "10 s",
    // What tsc keeps of an earlier run does not notice new route types.
    run: () => check(["next", "typegen"], ["tsc", "--noEmit", "--incremental", "false"]),
  },
  {
    kind: "lint",
    name: "格式与规则 / format and rules (Biome)",
    usually: "4 s",
    run: () => check(["biome", "check", "."]),
  },
  {
    kind: "lint",
    name: "类型规则 / rules that know types (oxlint)",
    usually: "10 s",
    run: () => check(["oxlint", "-c", "scripts/oxlint.jsonc", "--type-aware"]),
  },
  {
    kind: "lint",
    name: "无用代码 / unused code (knip)",
    usually: "5 s",
    run: () => check(["knip", "-c", "scripts/knip.jsonc"]),
  },
  { kind: "lint", name: "迁移齐全 / migrations are complete (drizzle-kit)", usually: "3 s", run: checkSchema },
  { kind: "unit", name: "单元测试 / unit tests", usually: "2 min", run: (reportPath) => runVitest("unit", reportPath) },
  {
    kind: "db",
    name: "数据库测试 / database tests on PostgreSQL",
    usually: "3 min",
    run: (reportPath) => runVitest("db", reportPath),
  },
  {
    kind: "db",
    name: "按区县分区的数据表 / tables in parts by district",
    usually: "1 min",
    run: (reportPath) => runVitest("partitioned", reportPath, PARTITIONED),
  },
  {
    kind: "build",
    name: "生产构建 / production build",
    usually: "30 s",
    run: async () => {
      await ensureBuilt();
      return { passed: 0, failed: 0, failures: [] };
    },
  },
  {
    kind: "process",
    name: "启动、中断与恢复 / starting, being killed, coming back",
    usually: "90 s",
    run: (reportPath) => runVitest("process", reportPath),
  },
  {
    kind: "e2e",
    name: "浏览器流程 / journeys in a browser",
    usually: "6 min",
    run: async (reportPath) => {
      await ensureBrowser();
      return runPlaywright(reportPath);
    },
  },
];

function needsBuild(step: Step): boolean {
  return NEED_BUILD.includes(step.kind);
}

let isStopped = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    isStopped = true;
    endChildren();
  });
}

/** Goes on after a step that fails, so that one run tells everything. */
async function runAll(steps: readonly Step[]): Promise<Count> {
  const reports = await mkdtemp(join(tmpdir(), "nianbao-reports-"));
  const total = { passed: 0, failed: 0, failures: [] as string[] };
  let isUnbuilt = false;
  for (const [index, step] of steps.entries()) {
    if (isStopped) break;
    if (isUnbuilt && needsBuild(step)) {
      printLine(`\n━━ ✗ 1 ${step.name}: 没有构建成功的应用可供测试 / there is no built app to try`);
      total.failed += 1;
      total.failures.push(`${step.name}: no built app`);
      continue;
    }
    printLine(`\n━━ ${index + 1}/${steps.length} ${step.name}, ${step.usually}`);
    const startedAt = performance.now();
    const count = await step.run(join(reports, `${index}.json`)).catch((error: unknown) => {
      printFailure(error);
      return oneFailure(step.name);
    });
    const outcome = count.failed === 0 ? "✓" : `✗ ${count.failed}`;
    printLine(`━━ ${outcome} ${step.name}, ${formatSeconds(performance.now() - startedAt)}`);
    if (step.kind === "build" && count.failed > 0) isUnbuilt = true;
    total.passed += count.passed;
    total.failed += count.failed;
    total.failures.push(...count.failures);
  }
  await rm(reports, { recursive: true, force: true });
  if (isStopped) total.failed += 1;
  return total;
}

function readWanted(): readonly Step[] {
  const { values } = parseArgs({ options: { only: { type: "string" } } });
  if (values.only === undefined) return STEPS;
  const isKind = (text: string): text is Kind => KINDS.some((kind) => kind === text);
  if (isKind(values.only)) {
    const wanted = STEPS.filter((step) => step.kind === values.only);
    return wanted.some(needsBuild) ? STEPS.filter((step) => step.kind === "build" || wanted.includes(step)) : wanted;
  }
  throw new Stop(`--only 可为 ${KINDS.join("、")}。`, `--only takes ${KINDS.join(", ")}.`);
}

try {
  const steps = readWanted();
  const { passed, failed, failures } = await runAll(steps);
  // A run of nothing proves nothing.
  const ranTests = passed + failed > 0 || steps.every((step) => step.kind === "lint");
  process.exitCode = failed === 0 && ranTests ? 0 : 1;
  if (failures.length > 0) printLine(`\n未通过 / what failed:\n\n${failures.join("\n\n")}`);
  printLine(`\n${passed} passed, ${failed} failed`);
} catch (error) {
  printFailure(error);
}
