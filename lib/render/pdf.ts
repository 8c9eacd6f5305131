import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { PrintedReport } from "@/lib/domain/report-document";
import { fontFolder } from "@/lib/env";
import { withCodePoints } from "@/lib/render/missing-glyphs";
import { listHeaders, type PdfData, pdfDataOf } from "@/lib/render/pdf-data";
import { addRowHeaders } from "@/lib/render/pdf-row-headers";
import { dayOf } from "@/lib/render/print-format";
import type { RenderOptions } from "@/lib/render/render-format";

/** Typst leaves this many compilations' results in its memory; more only grows. */
const CACHE_AGE = 1;

/** Where the project stands: the app, its scripts and its tests all run from its root. */
export const TEMPLATES = join(/* turbopackIgnore: true */ process.cwd(), "lib/render/templates");
const FONTS = join(/* turbopackIgnore: true */ process.cwd(), "node_modules/@expo-google-fonts");
export const FONT_PATHS = ["noto-serif-sc/400Regular", "noto-serif-sc/700Bold", "noto-sans-sc/500Medium"].map(
  (folder) => `${FONTS}/${folder}`,
);

const compilers = new Map<string, NodeCompiler>();

/** One compiler a font folder, kept: reading the fonts is most of the first document's time. */
function compilerFor(ownFonts: string | undefined): NodeCompiler {
  const known = compilers.get(ownFonts ?? "");
  if (known) return known;
  const fontPaths = [...FONT_PATHS, ...(ownFonts ? [ownFonts] : [])];
  const compiler = NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontPaths }] });
  compilers.set(ownFonts ?? "", compiler);
  return compiler;
}

/**
 * The report as PDF/UA-1, or as PDF/A-3a with its data inside for the archive, which needs a date. The same document gives
 * the same bytes: its date is the report's and no font but those named is used, unless a character is in none of them.
 * Then every installed font is looked through, and what none has prints as its code point in a box.
 */
export async function renderPdf(document: PrintedReport, options: RenderOptions = {}): Promise<Uint8Array> {
  const fonts = fontFolder();
  const compiler = compilerFor(fonts);
  const standard = options.archive && dayOf(document) !== null ? "a-3a" : "ua-1";
  let printed = document;
  let anyFont = fonts !== undefined;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
    const data = { ...pdfDataOf(printed, options, fonts !== undefined), anyFont };
    const compiled = compile(compiler, data, standard);
    // Native memory is given back between turns of the event loop; a run of many documents would hold it all.
    await new Promise((resolve) => setImmediate(resolve));
    if (compiled.ok) return addRowHeaders(compiled.bytes, listHeaders(data.blocks));
    if (anyFont) printed = withCodePoints(printed, compiled.missing);
    anyFont = true;
  }
  throw new Error("the PDF was not made: characters are missing in every font, and so are their code points");
}

/** The named fonts, all fonts, and twice without what none has: the archive's rules speak up only after the fonts. */
const MOST_ATTEMPTS = 5;

type Made = { ok: true; bytes: Uint8Array } | { ok: false; missing: string[] };

function compile(compiler: NodeCompiler, data: PdfData, pdfStandard: "a-3a" | "ua-1"): Made {
  try {
    compiler.mapShadow(`${TEMPLATES}/data.json`, Buffer.from(JSON.stringify(data)));
    const compiled = compiler.compile({ mainFilePath: `${TEMPLATES}/report.typ` });
    const result = compiled.result;
    if (!result) {
      const error = compiled.takeError();
      throw new Error(
        `the PDF was not made: ${error ? JSON.stringify(compiler.fetchDiagnostics(error)) : "no reason"}`,
      );
    }
    return { ok: true, bytes: compiler.pdf(result, { pdfStandard, pdfTags: true }) };
  } catch (error) {
    const missing = listMissing(error);
    if (missing.length === 0) throw error;
    return { ok: false, missing };
  } finally {
    compiler.resetShadow();
    compiler.evictCache(CACHE_AGE);
  }
}

/** The characters that no font has, or that an archive may not hold; Typst writes some of them as "\\u{200d}". */
function listMissing(error: unknown): string[] {
  const message = error instanceof Error ? error.message : "";
  const named = /the (?:text `\\?"(.+?)\\?"` could not be displayed|PDF contains the codepoint `\\?"(.+?)\\?"`)/g;
  return [...message.matchAll(named)].map((match) =>
    (match[1] ?? match[2] ?? "").replace(/\\+u\{([0-9a-f]+)\}/g, (_whole, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    ),
  );
}
