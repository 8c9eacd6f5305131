import "server-only";
import { hashOfBytes } from "@/lib/services/hash";
import { holdsTag } from "@/lib/web/file-response";

type OpenData = { contentType: string; body: string | Uint8Array };

/**
 * Open data for anybody's program, from any site. Its tag is the hash of what it says, so that who has it already is
 * told so; whoever keeps it asks again after five minutes.
 */
export function dataResponse(request: Request, { contentType, body }: OpenData): Response {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : new Uint8Array(body);
  const tag = `"${hashOfBytes(bytes)}"`;
  const headers = {
    ETag: tag,
    "Cache-Control": "public, max-age=300",
    "Content-Security-Policy": "default-src 'none'; sandbox",
    ...FOR_ANY_SITE,
  };
  if (holdsTag(request.headers.get("If-None-Match"), tag)) return new Response(null, { status: 304, headers });
  return new Response(bytes, {
    headers: { ...headers, "Content-Type": contentType, "Content-Length": String(bytes.byteLength) },
  });
}

/** Published data may be read by scripts of any site; nobody's session counts for it. */
export const FOR_ANY_SITE = { "Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "ETag" } as const;
