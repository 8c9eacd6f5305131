import "server-only";
import { encodeFileName } from "@/lib/web/file-response";

/** A list as it stands at this moment, to be saved; nobody keeps it in between. */
export function csvResponse({ name, bytes }: { name: string; bytes: Uint8Array }): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Cache-Control": "private, no-store",
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": `attachment; filename="nianbao.csv"; filename*=UTF-8''${encodeFileName(`${name}.csv`)}`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
    },
  });
}
