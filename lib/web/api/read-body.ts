/** A section's longest text and all its cells are a quarter of it. */
const MOST_BYTES = 1024 * 1024;

type ReadBody =
  | { ok: true; value: unknown; text: string }
  | { ok: false; problem: "unsupported_type" | "too_large" | "bad_json" };

/** Reads the JSON of a call, no more of it than is taken. A call without a body brings an empty object. */
export async function readBody(request: Request): Promise<ReadBody> {
  const bytes = await readBytes(request.body);
  if (bytes === null) return { ok: false, problem: "too_large" };
  if (bytes.length === 0) return { ok: true, value: {}, text: "" };
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") return { ok: false, problem: "unsupported_type" };
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return { ok: true, value, text };
  } catch {
    return { ok: false, problem: "bad_json" };
  }
}

async function readBytes(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array | null> {
  if (!body) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body) {
    length += part.length;
    if (length > MOST_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
