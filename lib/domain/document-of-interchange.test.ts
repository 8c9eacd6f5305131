import { describe, expect, it } from "vitest";
import { documentOfInterchange } from "@/lib/domain/document-of-interchange";
import { InterchangeReportSchema } from "@/lib/domain/interchange";
import { interchangeOfDocument } from "@/lib/domain/published-report";
import type { ReportDocument } from "@/lib/domain/report-document";
import { checkedOf, draftOf, erratumOf, pingtan2021, qianwan2019 } from "@/lib/render/testing/sample-documents";

const DOCUMENTS: [string, ReportDocument][] = [
  ["a published report", qianwan2019()],
  ["a draft", draftOf(qianwan2019())],
  ["a correction", erratumOf(qianwan2019())],
  ["a report with its list of checks", checkedOf(qianwan2019())],
  ["a final report", { ...qianwan2019(), state: "final", publishedOn: null }],
];

function throughInterchange(document: ReportDocument, changes: object = {}) {
  const sent: unknown = JSON.parse(JSON.stringify({ ...interchangeOfDocument(document), ...changes }));
  return documentOfInterchange(InterchangeReportSchema.parse(sent), document.format);
}

describe("documentOfInterchange", () => {
  it.each(DOCUMENTS)("makes %s the same document again, with its record and bound figures", (_name, document) => {
    // Data files name no accounts beside an adjustment.
    const adjustments = document.adjustments.map(({ cellKey, amount, reason }) => ({ cellKey, amount, reason }));
    expect(throughInterchange(document)).toEqual({ ...document, adjustments });
  });

  it("knows no state, version or date of a report that does not tell them", () => {
    const { schema, title, year, format, figures } = interchangeOfDocument(pingtan2021());
    const report = InterchangeReportSchema.parse({ schema, title, year, format, figures });
    expect(documentOfInterchange(report, pingtan2021().format)).toMatchObject({
      state: null,
      version: null,
      date: null,
      publishedOn: null,
      verificationCode: null,
    });
  });

  it.each(["version", "date", "published_on", "verification_code"])(
    "calls nothing published that has no %s",
    (name) => {
      expect(throughInterchange(qianwan2019(), { [name]: null })).toMatchObject({
        state: null,
        verificationCode: null,
      });
    },
  );

  it("leaves a draft a draft, whatever code and day of publication stand beside it", () => {
    const forged = { version: null, published_on: "2020-02-18", verification_code: "7F3A 91C2 0D5E 4B68" };
    const draft = throughInterchange(draftOf(qianwan2019()), forged);
    expect(draft).toMatchObject({ state: "draft", publishedOn: null, verificationCode: null });
    expect(draft.gaps).toHaveLength(2);
  });

  it("takes what another program means by a name of the record for nothing", () => {
    const report = InterchangeReportSchema.parse({
      ...interchangeOfDocument(qianwan2019()),
      state: "Published!",
      units: 8,
    });
    expect(report).toMatchObject({ title: qianwan2019().title });
    expect(documentOfInterchange(report, qianwan2019().format)).toMatchObject({ state: null, units: [] });
  });

  it("binds no figure where the text says something else", () => {
    const quoted = [{ place: "preface", cell: "requests.received.total", value: "99", paragraph: 0, at: 0 }];
    const [first = []] = throughInterchange(qianwan2019(), { quoted }).preface;
    expect(first.map((segment) => segment.kind)).toEqual(["text"]);
  });
});
