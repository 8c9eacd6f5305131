import { type InterchangeReport, XML_NAMESPACE } from "@/lib/domain/interchange";
import { REPORT_FILE_MAX_BYTES } from "@/lib/domain/report-file";
import type { Block } from "@/lib/intake/block";
import { decodeText } from "@/lib/intake/decode-text";
import { type IntakeProblem, Unreadable } from "@/lib/intake/intake-problem";
import { placeBest, placeReport } from "@/lib/intake/place-report";
import { readJson } from "@/lib/intake/read-json";
import { listZip } from "@/lib/intake/zip";

export type { IntakeProblem } from "@/lib/intake/intake-problem";

export type ReadResult = { ok: true; report: InterchangeReport } | { ok: false; problem: IntakeProblem };

type Reader = {
  kind: string;
  extensions: readonly string[];
  read: (bytes: Uint8Array) => InterchangeReport | Promise<InterchangeReport>;
};

const fromBlocks =
  (readBlocks: (bytes: Uint8Array) => Promise<Block[]>) =>
  async (bytes: Uint8Array): Promise<InterchangeReport> =>
    placeReport(await readBlocks(bytes));

/** Every file type that a published report comes in. A reader and its library are loaded for the first file of its type. */
export const READERS: readonly Reader[] = [
  {
    kind: "text",
    extensions: ["txt", "md", "tsv"],
    read: async (bytes) => placeBest((await import("@/lib/intake/read-text")).readTextWays(decodeText(bytes))),
  },
  {
    kind: "html",
    extensions: ["html", "htm", "shtml"],
    read: fromBlocks(async (bytes) => (await import("@/lib/intake/read-html")).readHtml(decodeText(bytes))),
  },
  {
    kind: "docx",
    extensions: ["docx"],
    read: fromBlocks(async (bytes) => (await import("@/lib/intake/read-docx")).readDocx(bytes)),
  },
  {
    kind: "pdf",
    extensions: ["pdf"],
    read: fromBlocks(async (bytes) => (await import("@/lib/intake/read-pdf")).readPdf(bytes)),
  },
  {
    kind: "ofd",
    extensions: ["ofd"],
    read: fromBlocks(async (bytes) => (await import("@/lib/intake/read-ofd")).readOfd(bytes)),
  },
  {
    kind: "xlsx",
    extensions: ["xlsx"],
    read: fromBlocks(async (bytes) => (await import("@/lib/intake/read-xlsx")).readXlsx(bytes)),
  },
  {
    kind: "xml",
    extensions: ["xml"],
    read: async (bytes) => (await import("@/lib/intake/read-own-xml")).readOwnXml(decodeText(bytes)),
  },
  { kind: "json", extensions: ["json"], read: (bytes) => readJson(decodeText(bytes)) },
  {
    kind: "csv",
    extensions: ["csv"],
    async read(bytes) {
      const { readCsv, readOwnCsv } = await import("@/lib/intake/read-csv");
      const text = decodeText(bytes);
      return readOwnCsv(text) ?? placeReport(readCsv(text));
    },
  },
];

/** File name endings that readers take, for a file chooser and for a folder of reports. */
export const READABLE_EXTENSIONS = READERS.flatMap((reader) => reader.extensions);

/**
 * Reads a published report from a file of any known type. What cannot be read is a returned value with its reason. The
 * reading runs in this thread; files of strangers go through `readReportGuarded`.
 */
export async function readReport(bytes: Uint8Array, fileName: string): Promise<ReadResult> {
  try {
    if (bytes.length > REPORT_FILE_MAX_BYTES) throw new Unreadable("too_large");
    if (bytes.length === 0) throw new Unreadable("empty");
    const kind = kindOf(bytes, fileName);
    const reader = READERS.find((candidate) => candidate.kind === kind);
    if (!reader) throw new Unreadable("unknown_type");
    return { ok: true, report: await reader.read(bytes) };
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** An office document of the old kind, or a new one under a password, which is wrapped up like one. */
function oldOffice(fileName: string): IntakeProblem {
  if (/\.(?:docx|xlsx)$/i.test(fileName)) return "encrypted";
  return /\.(?:wps|wpt|et|ett)$/i.test(fileName) ? "old_wps" : "old_office";
}

/** Types that are known and refused by their names: a folder does not pass over them in silence. */
export const REFUSED_EXTENSIONS = ["doc", "xls", "wps", "et"];

/** What the bytes are, whatever the file is called; the name decides only where bytes cannot. */
function kindOf(bytes: Uint8Array, fileName: string): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  if (head.startsWith("PK")) {
    const names = listZip(bytes);
    if (names.includes("word/document.xml")) return "docx";
    if (names.some((name) => /^OFD\.xml$/i.test(name))) return "ofd";
    return names.includes("xl/workbook.xml") ? "xlsx" : null;
  }
  if (head.includes("%PDF-")) return "pdf";
  // An office document of the old kind, or one under a password.
  if (head.startsWith("\u00d0\u00cf\u0011\u00e0")) throw new Unreadable(oldOffice(fileName));
  const text = decodeText(bytes.subarray(0, 4096))
    .replace(/^\ufeff/, "")
    .trimStart();
  if (bytes.subarray(0, 4096).includes(0) && !text.includes("政府")) return null;
  if (text.startsWith("{") || text.startsWith("[")) return "json";
  // The product's own export; what other XML means is not known, unless it is a page.
  if (text.includes(XML_NAMESPACE)) return "xml";
  const extension = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  if (
    /^<(?:!doctype|html|head|body|table|div|p|section|article|meta|span)/i.test(text) ||
    /<table[\s>]/i.test(decodeText(bytes.subarray(0, 65_536)))
  ) {
    return "html";
  }
  if (text.startsWith("<?xml") || extension === "xml") return "xml";
  if (extension === "csv") return "csv";
  return READERS.find((reader) => reader.extensions.includes(extension))?.kind === "html" ? "html" : "text";
}
