import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { renderReport } from "@/lib/render";
import { RENDER_FORMATS, type RenderFormat } from "@/lib/render/render-format";
import { renderInProcess } from "@/lib/render/render-in-process";
import type { RenderTask } from "@/lib/render/render-process";
import { withManyUnits } from "@/lib/render/testing/large-document";
import { pingtan2021, qianwan2019 } from "@/lib/render/testing/sample-documents";
import { childrenOf } from "@/scripts/testing/started-app";

const WARM_RUNS = 15;
const LARGE_UNITS = 190;
const TIMEOUT_MS = 120_000;
/** How often the memory of the writing process is looked at. */
const LOOK_MS = 20;
const MB = 1_000_000;
/** Memory is compared after these two numbers of documents: what grows with each one would show. */
const FEW_DOCUMENTS = 200;
const MANY_DOCUMENTS = 1000;

/**
 * Each writer cold and warm on the report of 2019, a report of about 200 pages, and LibreOffice turning the same Word
 * document into a PDF in the same run, where it is installed.
 */
export async function benchRender(print: (line: string) => void): Promise<void> {
  const document = qianwan2019();
  const between = pingtan2021();
  const warm = new Map<RenderFormat, number>();
  for (const format of RENDER_FORMATS) {
    const cold = await timeMs(() => renderReport(document, format));
    const times: number[] = [];
    for (let run = 0; run < WARM_RUNS; run += 1) {
      // Another report in between, so that nothing is only remembered from the run before.
      await renderReport(between, format);
      times.push(await timeMs(() => renderReport(document, format)));
    }
    const median = medianOf(times);
    warm.set(format, median);
    print(`render ${format}: cold ${ms(cold)}, warm ${ms(median)} (${ratio(median, 100)} of the aim of 100 ms)`);
  }
  print(`memory after ${RENDER_FORMATS.length * (2 * WARM_RUNS + 1)} documents: ${memoryMb()} MB`);

  await benchMemory(print);

  const office = await libreOfficeMs();
  const pdf = warm.get("pdf") ?? 0;
  print(
    office === null
      ? "LibreOffice is not installed: the PDF is not compared with it"
      : `PDF against LibreOffice docx→pdf (${ms(office)}): ${(office / pdf).toFixed(0)} times faster (aim: 30)`,
  );

  const large = withManyUnits(document, LARGE_UNITS);
  for (const format of ["pdf", "docx", "xlsx", "html"] as const) {
    const time = await timeMs(() => renderReport(large, format, { unitAnnexes: true }));
    const aside = await measureAside({ document: large, format, options: { unitAnnexes: true } });
    print(
      `render ${format} of ${LARGE_UNITS} units' annexes: ${ms(time)} (${ratio(time, 2000)} of the aim of 2 s); ` +
        `in a process of its own ${ms(aside.time)} and at most ${aside.peakMb} MB (aim: 300)`,
    );
  }
}

/** Writes a file as the app writes a large one, and looks all the while at the memory of the process that writes. */
async function measureAside(task: RenderTask): Promise<{ time: number; peakMb: number }> {
  const others = new Set(childrenOf(process.pid));
  let peakMb = 0;
  const look = setInterval(() => {
    const writers = childrenOf(process.pid).filter((pid) => !others.has(pid));
    peakMb = Math.max(peakMb, ...writers.map(peakOf));
  }, LOOK_MS);
  const time = await timeMs(() => renderInProcess(task, { timeoutMs: TIMEOUT_MS }, () => undefined));
  clearInterval(look);
  return { time, peakMb };
}

/** The most that a process has held, as the machine counts it. */
function peakOf(pid: number): number {
  const status = existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, "utf8") : "";
  return Math.round((Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024) / MB);
}

/** PDFs one after the other, no two alike. */
async function benchMemory(print: (line: string) => void): Promise<void> {
  const document = qianwan2019();
  let few = 0;
  for (let run = 1; run <= MANY_DOCUMENTS; run += 1) {
    await renderReport({ ...document, title: `${document.title}之${run}` }, "pdf");
    if (run === FEW_DOCUMENTS) few = memoryMb();
  }
  const many = memoryMb();
  print(`memory after ${MANY_DOCUMENTS} PDFs: ${many} MB, ${ratio(many, few)} of that after ${FEW_DOCUMENTS} (aim: 1)`);
}

/** One conversion by LibreOffice, its profile made beforehand; null where it is not installed. */
async function libreOfficeMs(): Promise<number | null> {
  if (spawnSync("soffice", ["--version"]).status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), "nianbao-bench-"));
  try {
    const file = join(folder, "report.docx");
    writeFileSync(file, await renderReport(qianwan2019(), "docx"));
    const convert = () =>
      execFileSync(
        "soffice",
        [
          `-env:UserInstallation=file://${folder}/profile`,
          "--headless",
          "--convert-to",
          "pdf",
          "--outdir",
          folder,
          file,
        ],
        { stdio: "ignore" },
      );
    convert();
    return await timeMs(async () => convert());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timeMs(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function medianOf(times: readonly number[]): number {
  return [...times].sort((left, right) => left - right)[Math.floor(times.length / 2)] ?? 0;
}

function ms(time: number): string {
  return `${time.toFixed(0)} ms`;
}

function ratio(value: number, aim: number): string {
  return (value / aim).toFixed(2);
}

function memoryMb(): number {
  return Math.round(process.memoryUsage().rss / MB);
}
