import { Ajv2020 } from "ajv/dist/2020";
import { describe, expect, it } from "vitest";
import { validateXML } from "xmllint-wasm";
import type { ReportDocument } from "@/lib/domain/report-document";
import { renderReport } from "@/lib/render";
import { reportJsonSchema } from "@/lib/render/report-json-schema";
import { REPORT_XSD } from "@/lib/render/report-xsd";
import { emptySections, hostileDocument, longFigures } from "@/lib/render/testing/hostile-documents";
import { checkedOf, draftOf, erratumOf, pingtan2021, qianwan2019 } from "@/lib/render/testing/sample-documents";

const DOCUMENTS: [string, ReportDocument][] = [
  ["qianwan-2019", qianwan2019()],
  ["pingtan-2021", pingtan2021()],
  ["a draft", draftOf(qianwan2019())],
  ["an erratum", erratumOf(qianwan2019())],
  ["a report with its list of checks", checkedOf(qianwan2019())],
  ["20-digit figures", longFigures(qianwan2019())],
  ["empty sections", emptySections(pingtan2021())],
  ["hostile texts", hostileDocument(qianwan2019())],
];

/** What others' programs say who know nothing but the published schemas. */
describe("the published schemas", () => {
  const isValidJson = new Ajv2020({ strict: false }).compile(JSON.parse(reportJsonSchema()));
  const textOf = async (document: ReportDocument, format: "json" | "xml") =>
    new TextDecoder().decode(await renderReport(document, format));
  const xmlErrors = async (contents: string) =>
    (await validateXML({ xml: { fileName: "report.xml", contents }, schema: REPORT_XSD })).errors;

  it.each(DOCUMENTS)("of JSON and XML hold for %s", async (_name, document) => {
    isValidJson(JSON.parse(await textOf(document, "json")));
    expect(isValidJson.errors ?? []).toEqual([]);
    expect(await xmlErrors(await textOf(document, "xml"))).toEqual([]);
  });

  it("refuse what is not a report", async () => {
    const json = await textOf(qianwan2019(), "json");
    expect(isValidJson(JSON.parse(json))).toBe(true);
    expect(isValidJson(JSON.parse(json.replace('"year": 2019', '"year": "2019"')))).toBe(false);
    const xml = await textOf(qianwan2019(), "xml");
    expect(await xmlErrors(xml.replace("<title>", "<titel>").replace("</title>", "</titel>"))).not.toEqual([]);
  });
});
