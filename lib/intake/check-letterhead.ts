import { zipSync } from "fflate";
import { LETTERHEAD_MAX_BYTES, type LetterheadCheck, type LetterheadProblem } from "@/lib/domain/letterhead";
import { Unreadable } from "@/lib/intake/intake-problem";
import { listFieldProblems } from "@/lib/intake/letterhead-fields";
import { readXml } from "@/lib/intake/read-xml";
import { unzip } from "@/lib/intake/zip";

const MAIN_PART = "word/document.xml";
const WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/** Parts that print: what stands in any of them reaches every copy of the report. */
const PRINTED_PART = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml$/;
const CHANGE_MARKS = new Set([
  "w:ins",
  "w:del",
  "w:moveFrom",
  "w:moveTo",
  "w:pPrChange",
  "w:rPrChange",
  "w:sectPrChange",
]);
/** Fields that fetch or run something when the document is opened or printed. */
const FETCHING_FIELD =
  /^\s*(?:INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|DDE|DDEAUTO|LINK|DATABASE|MACROBUTTON|RD|EMBED)\b/i;

/**
 * Looks through a Word template that somebody uploaded: nothing in it may run, fetch or bring along what is not seen,
 * and the place of the report's body must be clear. All problems are named at once.
 *
 * What is given back is packed anew from the parts that were looked at, so that nothing else is kept.
 */
export function checkLetterhead(bytes: Uint8Array): LetterheadCheck {
  try {
    if (bytes.length > LETTERHEAD_MAX_BYTES) return refuse("too_large");
    const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4));
    if (head === "\u00d0\u00cf\u0011\u00e0") return refuse("encrypted");
    if (!head.startsWith("PK")) return refuse("not_word");
    const parts = unzip(bytes, () => true);
    const main = parts.get(MAIN_PART);
    if (!main) return refuse("not_word");
    const root = [...readXml(textOf(main))].find((event) => event.kind === "open");
    if (root?.kind !== "open" || root.name !== "w:document") return refuse("broken");
    if (root.attributes["xmlns:w"] !== WORD_NAMESPACE) return refuse("strict");

    const problems = [
      ...listPartProblems(parts),
      ...listTextProblems(parts),
      ...listFieldProblems(printedParts(parts)),
    ];
    if (problems.length > 0) return { ok: false, problems };
    return { ok: true, file: packAnew(parts) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    if (error.problem === "encrypted" || error.problem === "too_much_inside") return refuse(error.problem);
    return refuse("broken");
  }
}

function refuse(code: LetterheadProblem["code"]): LetterheadCheck {
  return { ok: false, problems: [{ code, found: "" }] };
}

function listPartProblems(parts: ReadonlyMap<string, Uint8Array>): LetterheadProblem[] {
  const names = [...parts.keys()];
  const problems: LetterheadProblem[] = [];
  const types = textOf(parts.get("[Content_Types].xml"));
  const macro = names.find((name) => /vba(?:Project|Data)|\/macros\//i.test(name));
  if (macro || /macroEnabled/i.test(types)) problems.push({ code: "macros", found: macro ?? "" });
  const embedded = names.find((name) => /^word\/(?:embeddings|activeX|afchunk)/i.test(name));
  if (embedded) problems.push({ code: "embedded", found: embedded });
  for (const name of names.filter((name) => name.endsWith(".rels"))) {
    for (const event of readXml(textOf(parts.get(name)))) {
      if (event.kind !== "open" || event.name !== "Relationship") continue;
      const { Type: type = "", Target: target = "", TargetMode: mode } = event.attributes;
      if (mode === "External") problems.push({ code: "external", found: target.slice(0, 120) });
      else if (/\/(?:aFChunk|subDocument|oleObject|control)$/.test(type) && !embedded) {
        problems.push({ code: "embedded", found: target.slice(0, 120) });
      }
    }
  }
  return problems;
}

function listTextProblems(parts: ReadonlyMap<string, Uint8Array>): LetterheadProblem[] {
  const problems: LetterheadProblem[] = [];
  let hasChanges = false;
  for (const [, part] of printedParts(parts)) {
    let instruction = "";
    let isInstruction = false;
    for (const event of readXml(part)) {
      if (event.kind === "text") {
        if (isInstruction) instruction += event.text;
        continue;
      }
      if (event.kind === "open" && CHANGE_MARKS.has(event.name)) hasChanges = true;
      if (event.name === "w:instrText") isInstruction = event.kind === "open" && !event.isEmpty;
      const ends = event.kind === "open" && event.name === "w:fldChar" && event.attributes["w:fldCharType"] !== "begin";
      const simple = event.kind === "open" && event.name === "w:fldSimple" ? (event.attributes["w:instr"] ?? "") : "";
      for (const found of [simple, ends ? instruction : ""].filter((text) => FETCHING_FIELD.test(text))) {
        problems.push({ code: "fetching_field", found: found.trim().slice(0, 120) });
      }
      if (ends) instruction = "";
    }
  }
  if (hasChanges) problems.push({ code: "tracked_changes", found: "" });
  if (/<w:comment[\s>]/.test(textOf(parts.get("word/comments.xml")))) problems.push({ code: "comments", found: "" });
  return problems;
}

function printedParts(parts: ReadonlyMap<string, Uint8Array>): [name: string, xml: string][] {
  return [...parts].filter(([name]) => PRINTED_PART.test(name)).map(([name, bytes]) => [name, textOf(bytes)]);
}

function packAnew(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const files = [...parts].filter(([name]) => !name.endsWith("/"));
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1), level: 6 });
}

function textOf(bytes: Uint8Array | undefined): string {
  return bytes ? new TextDecoder().decode(bytes) : "";
}
