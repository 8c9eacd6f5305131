import type { PrintedReport } from "@/lib/domain/report-document";
import { renderReport } from "@/lib/render";
import type { RenderFormat, RenderOptions } from "@/lib/render/render-format";

export type RenderTask = { document: PrintedReport; format: RenderFormat; options: RenderOptions };

export type RenderNews = { kind: "part"; done: number; total: number } | { kind: "written"; bytes: Uint8Array };

/** Writes one file for `render-in-process`, and says how far it is. An unexpected error ends the process. */
process.once("message", ({ document, format, options }: RenderTask) => {
  const say = (news: RenderNews) => process.send?.(news);
  void renderReport(document, format, options, (done, total) => say({ kind: "part", done, total })).then((bytes) =>
    say({ kind: "written", bytes }),
  );
});
// Nobody waits for the file any more.
process.once("disconnect", () => process.exit());
