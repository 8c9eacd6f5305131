import { inspect } from "node:util";

/** One plain sentence for the person at the terminal; it is shown without a stack. */
export class Stop extends Error {
  constructor(...sentences: string[]) {
    super(sentences.join("\n"));
  }
}

/** A line for the person at the terminal; where the log is read by a machine, a line of the log. */
export function printLine(line: string): void {
  if (process.env.NIANBAO_LOG !== "json") process.stdout.write(`${line}\n`);
  else if (line.trim() !== "") {
    process.stdout.write(
      `${JSON.stringify({ time: new Date().toISOString(), level: "info", pid: process.pid, message: line.trim() })}\n`,
    );
  }
}

/** Says what is being done, and afterwards how long it took. */
export async function runStep<Result>(zh: string, en: string, work: () => Promise<Result>): Promise<Result> {
  const startedAt = performance.now();
  printLine(`· ${zh} / ${en}…`);
  const result = await work();
  printLine(`  ${formatSeconds(performance.now() - startedAt)}`);
  return result;
}

export function formatSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** Shows why a script ended, and says so to who called it. A bug shows where it is and what caused it; anything else is one sentence. */
export function printFailure(error: unknown): void {
  const text = error instanceof Error && !(error instanceof Stop) ? inspect(error) : null;
  process.stderr.write(`\n✗ ${text ?? (error instanceof Error ? error.message : String(error))}\n`);
  process.exitCode = 1;
}
