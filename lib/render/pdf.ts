import { join } from "node:path";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { PrintedReport } from "@/lib/domain/report-document";
import { fontFolder } from "@/lib/env";
import { listHeaders, type PdfData, pdfDataOf } from "@/lib/render/pdf-data";
import { addRowHeaders } from "@/lib/render/pdf-row-headers";
import type { RenderOptions } from "@/lib/render/render-format";
import { refuseUnprintable } from "@/lib/render/unprintable";

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
 * The report as PDF/UA-1, or as PDF/A-3a with its data inside for the archive. The same document gives the same bytes:
 * its date is the report's and no font but those named is used.
 */
export async function renderPdf(document: PrintedReport, options: RenderOptions = {}): Promise<Uint8Array> {
  const fonts = fontFolder();
  const data = pdfDataOf(document, options, fonts !== undefined);
  const bytes = compile(compilerFor(fonts), document, data, options.archive ? "a-3a" : "ua-1");
  // Native memory is given back between turns of the event loop; a run of many documents would hold it all.
  await new Promise((resolve) => setImmediate(resolve));
  return addRowHeaders(bytes, listHeaders(data.blocks));
}

function compile(compiler: NodeCompiler, document: PrintedReport, data: PdfData, pdfStandard: string): Uint8Array {
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
    return compiler.pdf(result, { pdfStandard, pdfTags: true });
  } catch (error) {
    const missing = listMissing(error);
    throw missing.length > 0 ? refuseUnprintable(document, missing) : error;
  } finally {
    compiler.resetShadow();
    compiler.evictCache(CACHE_AGE);
  }
}

/** The characters that Typst says no font has; it writes some of them as "\\u{200d}". */
function listMissing(error: unknown): string[] {
  const message = error instanceof Error ? error.message : "";
  return [...message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].map((match) =>
    (match[1] ?? "").replace(/\\+u\{([0-9a-f]+)\}/g, (_whole, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    ),
  );
}
