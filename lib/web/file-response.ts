import "server-only";
import { getTranslations } from "next-intl/server";
import { Refusal } from "@/lib/domain/refusal";

type SentFile = {
  /** Says what the file is made of: the same tag is the same file. */
  tag: string;
  name: string;
  extension: string;
  contentType: string;
  cacheControl: string;
  /** What else is said of it: who may read it. */
  headers?: Readonly<Record<string, string>>;
  write: () => Promise<Uint8Array>;
  /** How it is told that the file cannot be written; in plain words unless something else is said. */
  refuse?: (refusal: Refusal) => Response;
};

/**
 * A file to be saved. Who has it already is told so without its being written again.
 *
 * The name is given twice: in plain letters for old programs, and as it is for all others.
 */
export async function fileResponse(request: Request, file: SentFile): Promise<Response> {
  const { tag, name, extension, contentType, cacheControl, write } = file;
  const headers = {
    "Cache-Control": cacheControl,
    ETag: `"${tag}"`,
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    ...file.headers,
  };
  if (holdsTag(request.headers.get("If-None-Match"), `"${tag}"`)) return new Response(null, { status: 304, headers });

  const bytes = await write().catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    return file.refuse ? file.refuse(error) : refusedInWords(error);
  });
  if (bytes instanceof Response) return bytes;
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...headers,
      "Content-Type": contentType,
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": `attachment; filename="report.${extension}"; filename*=UTF-8''${encodeFileName(name)}`,
    },
  });
}

/** A file that cannot be written, because of a character that no font has, says so in words. */
async function refusedInWords(error: Refusal): Promise<Response> {
  const t = await getTranslations("refusals");
  return new Response(t(error.code, { ...error.details }), {
    status: 422,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}

export function notFoundResponse(): Response {
  return new Response(null, { status: 404, headers: { "Cache-Control": "no-store" } });
}

/** As RFC 8187 wants it, which leaves fewer signs as they are than `encodeURIComponent` does. */
export function encodeFileName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** `If-None-Match` lists tags; a weak one counts as well, since proxies make them so. */
export function holdsTag(header: string | null, tag: string): boolean {
  if (!header) return false;
  return header
    .split(",")
    .some((candidate) => candidate.trim() === "*" || candidate.trim().replace(/^W\//, "") === tag);
}
