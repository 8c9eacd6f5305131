import { Unreadable } from "@/lib/intake/intake-problem";
import { readXml, type XmlEvent } from "@/lib/intake/read-xml";
import { unzip } from "@/lib/intake/zip";

/** A page as its package holds it: its size in millimetres, and the XML of what it draws, templates first. */
export type OfdPage = { height: number; contents: readonly string[]; units: Units };

/** Drawings that pages draw by their names, as the steps of their XML. */
export type Units = ReadonlyMap<string, readonly XmlEvent[]>;

const MAX_PAGES = 80;
const A4_HEIGHT = 297;

/**
 * The pages of an OFD file (GB/T 33190): a zip in which `OFD.xml` names a document, that its pages and templates, and each
 * page what is drawn on it. Of several documents in one file the first is the report.
 */
export function readOfdPackage(bytes: Uint8Array): OfdPage[] {
  const files = unzip(bytes, (name) => /\.xml$/i.test(name));
  if ([...files.keys()].some((name) => /(?:^|\/)Encryptions\.xml$/i.test(name))) throw new Unreadable("encrypted");
  const read = (path: string): string => {
    const found =
      files.get(path) ?? files.get([...files.keys()].find((name) => name.toLowerCase() === path.toLowerCase()) ?? "");
    return found ? new TextDecoder().decode(found).replace(/^\ufeff/, "") : "";
  };
  const root = firstText(read("OFD.xml"), "DocRoot");
  if (root === null) throw new Unreadable("broken");
  const documentPath = resolve("", root);
  const folder = documentPath.replace(/[^/]*$/, "");
  const document = readDocument(read(documentPath));
  const templates = new Map(document.templates.map(({ id, location }) => [id, read(resolve(folder, location))]));
  const units = new Map(document.resources.flatMap((location) => readUnits(read(resolve(folder, location)))));
  return document.pages.slice(0, MAX_PAGES).map(({ location }) => {
    const content = read(resolve(folder, location));
    const { box, templateIds } = readPageHead(content);
    const behind = templateIds.flatMap((id) => templates.get(id) ?? []);
    return { height: heightOf(box ?? document.box), contents: [...behind, content], units };
  });
}

/** Locations are told from where they are named; a leading slash means the root of the package. */
function resolve(folder: string, location: string): string {
  const path = location.trim();
  const whole = path.startsWith("/") ? path.slice(1) : `${folder}${path}`;
  const parts: string[] = [];
  for (const part of whole.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/** The name of an element without the prefix that its program gave it. */
export function plainName(event: Extract<XmlEvent, { name: string }>): string {
  return event.name.replace(/^.*:/, "");
}

function firstText(xml: string, wanted: string): string | null {
  let isInside = false;
  for (const event of readXml(xml)) {
    if (event.kind === "open" && plainName(event) === wanted) isInside = true;
    else if (event.kind === "text" && isInside && event.text.trim() !== "") return event.text.trim();
  }
  return null;
}

type Located = { id: string; location: string };

/** The drawings of a file of resources, each under its name. */
function readUnits(xml: string): [string, readonly XmlEvent[]][] {
  const units: [string, XmlEvent[]][] = [];
  let isInside = false;
  for (const event of readXml(xml)) {
    const isUnit = event.kind !== "text" && plainName(event) === "CompositeGraphicUnit";
    if (isUnit && event.kind === "open") units.push([event.attributes.ID ?? "", []]);
    if (isUnit) isInside = event.kind === "open" && !event.isEmpty;
    else if (isInside) units.at(-1)?.[1].push(event);
  }
  return units;
}

type Document = { box: string | null; pages: Located[]; templates: Located[]; resources: string[] };

function readDocument(xml: string): Document {
  const pages: Located[] = [];
  const templates: Located[] = [];
  for (const event of readXml(xml)) {
    if (event.kind !== "open") continue;
    const { ID: id = "", BaseLoc: location = "" } = event.attributes;
    if (plainName(event) === "Page") pages.push({ id, location });
    if (plainName(event) === "TemplatePage") templates.push({ id, location });
  }
  const resources = ["PublicRes", "DocumentRes"].flatMap((name) => firstText(xml, name) ?? []);
  return { box: firstText(xml, "PhysicalBox"), pages, templates, resources };
}

function readPageHead(xml: string): { box: string | null; templateIds: string[] } {
  const templateIds: string[] = [];
  for (const event of readXml(xml))
    if (event.kind === "open" && plainName(event) === "Template") templateIds.push(event.attributes.TemplateID ?? "");
  return { box: firstText(xml, "PhysicalBox"), templateIds };
}

function heightOf(box: string | null): number {
  const height = Number(box?.trim().split(/\s+/)[3]);
  return Number.isFinite(height) && height > 0 ? height : A4_HEIGHT;
}
