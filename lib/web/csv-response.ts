import "server-only";
import { encodeFileName } from "@/lib/web/file-response";

const CONTENT_TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

type SavedList = { name: string; bytes: Uint8Array };

/** A list as it stands at this moment, to be saved; nobody keeps it in between. */
export function csvResponse(list: SavedList): Response {
  return savedList(list, "csv");
}

/** As `csvResponse`, as a workbook. */
export function xlsxResponse(list: SavedList): Response {
  return savedList(list, "xlsx");
}

function savedList({ name, bytes }: SavedList, extension: keyof typeof CONTENT_TYPES): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Cache-Control": "private, no-store",
      "Content-Type": CONTENT_TYPES[extension],
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": `attachment; filename="nianbao.${extension}"; filename*=UTF-8''${encodeFileName(`${name}.${extension}`)}`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
    },
  });
}
