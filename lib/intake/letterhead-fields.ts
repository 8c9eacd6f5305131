import { LETTERHEAD_FIELDS, type LetterheadProblem } from "@/lib/domain/letterhead";
import { readXml } from "@/lib/intake/read-xml";

const KNOWN: readonly string[] = Object.values(LETTERHEAD_FIELDS);
const BODY = `{{${LETTERHEAD_FIELDS.body}}}`;
const FIELD = /\{\{([^{}]{0,60})\}\}/g;
/** The statutory table of applications cannot be read in less. */
const LEAST_WIDTH_MM = 120;
const TWIPS_PER_MM = 56.7;

type PartParagraph = { part: string; parent: string; text: string; endsSection: boolean };

/** What is wrong with the fields of a template: names that nobody knows, and where the report's body would go. */
export function listFieldProblems(parts: readonly (readonly [name: string, xml: string])[]): LetterheadProblem[] {
  const paragraphs = parts.flatMap(([part, xml]) => listParagraphs(part, xml));
  const problems: LetterheadProblem[] = [];
  const wide = paragraphs.find(({ text }) => /[｛｝]{2}/.test(text));
  if (wide) problems.push({ code: "wide_braces", found: wide.text.trim().slice(0, 60) });
  const names = paragraphs.flatMap(({ text }) => [...text.matchAll(FIELD)].map((match) => (match[1] ?? "").trim()));
  for (const name of new Set(names)) {
    if (!KNOWN.includes(name)) problems.push({ code: "unknown_field", found: name });
  }
  const places = paragraphs.filter(({ text }) => holdsBody(text));
  return [...problems, ...listBodyProblems(places, wide !== undefined), ...listWidthProblems(parts)];
}

function listBodyProblems(places: readonly PartParagraph[], isWide: boolean): LetterheadProblem[] {
  const [place] = places;
  if (!place) return isWide ? [] : [{ code: "body_missing", found: BODY }];
  if (places.length > 1) return [{ code: "body_twice", found: BODY }];
  if (place.part !== "word/document.xml" || place.parent !== "w:body") return [{ code: "body_misplaced", found: BODY }];
  const rest = place.text.replace(FIELD, (whole, name: string) =>
    name.trim() === LETTERHEAD_FIELDS.body ? "" : whole,
  );
  if (rest.trim() !== "" || place.endsSection) return [{ code: "body_not_alone", found: rest.trim().slice(0, 60) }];
  return [];
}

/** The room between the margins of the last section, in which the report's body stands. */
function listWidthProblems(parts: readonly (readonly [name: string, xml: string])[]): LetterheadProblem[] {
  const xml = parts.find(([name]) => name === "word/document.xml")?.[1] ?? "";
  let page = Number.NaN;
  let margins = 0;
  for (const event of readXml(xml)) {
    if (event.kind !== "open") continue;
    if (event.name === "w:pgSz") page = Number(event.attributes["w:w"]);
    if (event.name === "w:pgMar") margins = Number(event.attributes["w:left"]) + Number(event.attributes["w:right"]);
  }
  const widthMm = (page - margins) / TWIPS_PER_MM;
  if (Number.isNaN(widthMm) || widthMm >= LEAST_WIDTH_MM) return [];
  return [{ code: "too_narrow", found: String(Math.max(0, Math.floor(widthMm))) }];
}

function holdsBody(text: string): boolean {
  return [...text.matchAll(FIELD)].some((match) => (match[1] ?? "").trim() === LETTERHEAD_FIELDS.body);
}

/** Every paragraph with its own text; a text box's paragraphs stand inside another one. */
function listParagraphs(part: string, xml: string): PartParagraph[] {
  const done: PartParagraph[] = [];
  const open: string[] = [];
  const paragraphs: PartParagraph[] = [];
  let fallbacks = 0;
  for (const event of readXml(xml)) {
    if (event.kind === "text") {
      const paragraph = paragraphs.at(-1);
      if (paragraph && fallbacks === 0 && open.at(-1) === "w:t") paragraph.text += event.text;
      continue;
    }
    if (event.name === "mc:Fallback") fallbacks += event.kind === "close" ? -1 : event.isEmpty ? 0 : 1;
    if (event.kind === "open") {
      if (event.name === "w:sectPr") {
        const paragraph = paragraphs.at(-1);
        if (paragraph) paragraph.endsSection = true;
      }
      if (event.isEmpty) continue;
      if (event.name === "w:p") paragraphs.push({ part, parent: open.at(-1) ?? "", text: "", endsSection: false });
      open.push(event.name);
      continue;
    }
    open.pop();
    if (event.name !== "w:p") continue;
    const paragraph = paragraphs.pop();
    if (paragraph && fallbacks === 0) done.push(paragraph);
  }
  return done;
}
