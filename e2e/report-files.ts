import { readReport } from "../lib/intake";
import { unzip } from "../lib/intake/zip";

type Figures = Readonly<Record<string, string | null>>;

/** Opens a downloaded report by what its bytes are, and gives the figures of each file in it by its name. */
export async function readFigures(bytes: Uint8Array, fileName: string): Promise<Map<string, Figures>> {
  const type = fileName.split(".").at(-1);
  if (type === "zip") {
    const inside = [...unzip(bytes, (name) => /\.(?:pdf|docx|xlsx|html|csv|json|xml)$/.test(name))].filter(
      ([name]) => !name.includes("schema"),
    );
    const read = await Promise.all(inside.map(([name, file]) => readFigures(file, name)));
    return new Map(read.flatMap((files) => [...files]));
  }
  if (type === "xml") return new Map([[fileName, figuresOfXml(new TextDecoder().decode(bytes))]]);
  const result = await readReport(bytes, fileName);
  if (!result.ok) throw new Error(`${fileName} could not be read: ${result.problem}`);
  return new Map([[fileName, result.report.figures]]);
}

/** Everything that a Word file says. */
export function readWords(bytes: Uint8Array): string {
  const body = unzip(new Uint8Array(bytes), (name) => name === "word/document.xml").get("word/document.xml");
  return new TextDecoder().decode(body).replace(/<[^>]+>/g, "");
}

/** The cells of the official tables as the XML has them; one without a value is blank. */
function figuresOfXml(text: string): Figures {
  const cells = [...text.matchAll(/<cell key="([^"]+)"[^>]*?(?:\/>|>([^<]*)<\/cell>)/g)];
  return Object.fromEntries(cells.map(([, key = "", value]) => [key, value ? value : null]));
}
