import "server-only";
import type { ReportDocument } from "@/lib/domain/report-document";
import { fileNameOf, getRenderer, renderReport } from "@/lib/render";
import type { RenderFormat } from "@/lib/render/render-format";

type ReportFile = {
  document: ReportDocument;
  format: RenderFormat;
  /** Says what the file is made of: the same hash and format are the same file. */
  hash: string;
  cacheControl: string;
};

/**
 * A report as a file to be saved. Who has it already is told so without its being written again.
 *
 * The name is given twice: in plain letters for old programs, and as it is for all others.
 */
export async function fileResponse(request: Request, file: ReportFile): Promise<Response> {
  const { document, format, hash, cacheControl } = file;
  const tag = `"${hash}-${format}"`;
  const headers = {
    "Cache-Control": cacheControl,
    ETag: tag,
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  };
  if (holds(request.headers.get("If-None-Match"), tag)) return new Response(null, { status: 304, headers });

  const renderer = getRenderer(format);
  if (!renderer) return notFoundResponse();
  const bytes = await renderReport(document, format);
  const name = fileNameOf(document, format);
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...headers,
      "Content-Type": renderer.contentType,
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": `attachment; filename="report-${document.year}.${renderer.extension}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
    },
  });
}

export function notFoundResponse(): Response {
  return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
}

/** `If-None-Match` lists tags; a weak one counts as well, since proxies make them so. */
function holds(header: string | null, tag: string): boolean {
  if (!header) return false;
  return header.split(",").some((one) => one.trim() === "*" || one.trim().replace(/^W\//, "") === tag);
}
