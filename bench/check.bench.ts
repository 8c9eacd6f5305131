import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { mediansInTurn } from "@/bench/measure";
import { runChecks } from "@/lib/domain/check/registry";
import type { InterchangeReport } from "@/lib/domain/interchange";
import { subjectOfInterchange } from "@/lib/domain/subject-of-interchange";
import { exampleFormat } from "@/lib/domain/testing/example-subject";
import { chanceOf } from "@/lib/domain/testing/random";
import { randomFigures } from "@/lib/domain/testing/random-figures";
import { writeSentence } from "@/lib/domain/testing/report-grammar";
import { FOREIGN_PHRASINGS, SHARED_PHRASINGS } from "@/lib/domain/testing/report-phrasings";

const RUNS = 60;
const LONG_TEXT = 10_000;
const USUAL_TEXT = 1_500;
const REPORTS = 10_000;
const AIM_MS = 20;

/** All rules on one report with a long text, and the command on a folder of ten thousand reports. */
export async function benchCheck(print: (line: string) => void): Promise<void> {
  const format = exampleFormat("2021");
  const report = writeReport(1, LONG_TEXT);
  const [median = 0, copied = 0] = await mediansInTurn(
    [
      // A subject that was read once is remembered: each run has its own.
      async () => runChecks(subjectOfInterchange(report, format, null)),
      async () => structuredClone(report),
    ],
    RUNS,
  );
  print(
    `check one report with ${LONG_TEXT} characters: ${median.toFixed(1)} ms in the median ` +
      `(${(median / AIM_MS).toFixed(2)} of the aim of ${AIM_MS} ms; ` +
      `${(median / copied).toFixed(0)} times a copy of it)`,
  );
  await benchCommand(print);
}

async function benchCommand(print: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-bench-"));
  try {
    for (let index = 0; index < REPORTS; index += 1) {
      const report = JSON.stringify(writeReport(index, USUAL_TEXT));
      writeFileSync(join(folder, `${String(index).padStart(5, "0")}.json`), report);
    }
    const start = performance.now();
    const { findings, lastProgress } = await runCommand(folder);
    const seconds = (performance.now() - start) / 1000;
    print(
      `the command on ${REPORTS} reports: ${seconds.toFixed(0)} s, ${(REPORTS / seconds).toFixed(0)} a second, ` +
        `${findings} lines of findings, last progress “${lastProgress}”`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runCommand(folder: string): Promise<{ findings: number; lastProgress: string }> {
  const arguments_ = ["scripts/nianbao.ts", "check", folder, "--json"];
  const child = spawn(process.execPath, arguments_, { stdio: ["ignore", "pipe", "pipe"] });
  let findings = 0;
  let lastProgress = "";
  createInterface(child.stdout).on("line", () => {
    findings += 1;
  });
  createInterface(child.stderr).on("line", (line) => {
    lastProgress = line;
  });
  await new Promise((resolve) => child.on("close", resolve));
  return { findings, lastProgress };
}

/** A consistent report of some body, with as much text about its figures and about other things. */
function writeReport(seed: number, characters: number): InterchangeReport {
  const chance = chanceOf(seed);
  const figures = randomFigures(exampleFormat("2021"), chance);
  let text = "";
  while (text.length < characters) {
    const template = chance.pick(chance.below(3) === 0 ? FOREIGN_PHRASINGS : SHARED_PHRASINGS);
    const sentence = writeSentence(template, figures, 2022, chance, false)?.text ?? "";
    text += text.length % 7 === 0 ? `${sentence}\n` : sentence;
  }
  return {
    schema: "nianbao.report/1",
    title: `第${seed}区2022年政府信息公开工作年度报告`,
    year: 2022,
    format: "2021",
    figures,
    narrative: { overview: text.slice(0, characters), problems: "人手少，培训少。", other: "未收取信息处理费。" },
  };
}
