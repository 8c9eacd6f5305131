import { Refusal, type RefusalCode } from "@/lib/domain/refusal";
import type { PrintedReport } from "@/lib/domain/report-document";
import { renderReport } from "@/lib/render";
import type { RenderFormat, RenderOptions } from "@/lib/render/render-format";

export type RenderTask = { document: PrintedReport; format: RenderFormat; options: RenderOptions };

export type RenderNews =
  | { kind: "part"; done: number; total: number }
  | { kind: "written"; bytes: Uint8Array }
  | { kind: "refused"; code: RefusalCode; details: Readonly<Record<string, string | number>> };

/** Writes one file for `render-in-process`, and says how far it is. An unexpected error ends the process. */
process.once("message", ({ document, format, options }: RenderTask) => {
  const say = (news: RenderNews) => process.send?.(news);
  void renderReport(document, format, options, (done, total) => say({ kind: "part", done, total })).then(
    (bytes) => say({ kind: "written", bytes }),
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      say({ kind: "refused", code: error.code, details: error.details });
    },
  );
});
// Nobody waits for the file any more.
process.once("disconnect", () => process.exit());
