import { strFromU8 } from "fflate";
import { unzip } from "@/lib/intake/zip";

/** File types that reports are published in, as far as their bytes tell. */
export type OwnFileType = "pdf" | "docx" | "xlsx" | "zip" | "html" | "json" | "xml" | "csv";

export type OwnMarks = {
  type: OwnFileType;
  /** Verification codes that stand in it, in groups of four digits. */
  codes: string[];
  /** Whose figures and which year a data file without a code says that it holds. */
  body: { name: string; year: number } | null;
};

/** More of them says that it is no report of ours. */
const MOST_MARKS = 5;
const CODE = /(?<![0-9A-F])[0-9A-F]{4}(?: [0-9A-F]{4}){3}(?![0-9A-F])/g;

/**
 * Finds by what a file of ours would be found again. It decides nothing: whether the file is ours is said by comparing
 * it with what is written anew. Null for what begins like none of our file types.
 */
export function findOwnMarks(bytes: Uint8Array): OwnMarks | null {
  const head = strFromU8(bytes.subarray(0, 64), true);
  if (head.startsWith("%PDF-")) return { type: "pdf", codes: [], body: null };
  if (head.startsWith("PK")) return marksOfArchive(bytes);
  const text = new TextDecoder().decode(bytes);
  const start = text.trimStart();
  if (/^<!doctype html/i.test(start)) return { type: "html", codes: codesOf(text), body: null };
  if (start.startsWith("<?xml")) return { type: "xml", codes: codesOf(text), body: null };
  if (start.startsWith("{")) return { type: "json", codes: codesOf(text), body: null };
  const line = /^district,year,[^\n]*\n"?([^",\n]+)"?,(\d{4}),/.exec(start);
  return line ? { type: "csv", codes: [], body: { name: line[1] ?? "", year: Number(line[2]) } } : null;
}

function marksOfArchive(bytes: Uint8Array): OwnMarks | null {
  try {
    const parts = unzip(bytes, (name) => /\.(?:xml|json)$/.test(name));
    const names = [...parts.keys()];
    const codes = [...new Set([...parts.values()].flatMap((part) => codesOf(strFromU8(part))))].slice(0, MOST_MARKS);
    const has = (folder: string) => names.some((name) => name.startsWith(folder));
    return { type: has("word/") ? "docx" : has("xl/") ? "xlsx" : "zip", codes, body: null };
  } catch {
    return null;
  }
}

function codesOf(text: string): string[] {
  return [...new Set(text.match(CODE) ?? [])].slice(0, MOST_MARKS);
}
