import { describe, expect, it } from "vitest";
import { carryYear } from "@/lib/domain/check/carry-year";
import { docStockYear } from "@/lib/domain/check/doc-stock-year";
import { regulationAuthority } from "@/lib/domain/check/regulation-authority";
import { reqIdentity } from "@/lib/domain/check/req-identity";
import { exampleSubject } from "@/lib/domain/testing/example-subject";

const previousOf = (figures: Record<string, string>) => ({ year: 2020, formatId: "2021", figures, texts: {} });

/** What a reader is told: where, what is expected, what stands there, and how that was worked out. */
describe("a finding of the tables", () => {
  it("of CARRY-YEAR names both years' rows", () => {
    const previous = previousOf({ "requests.carried_out.natural_person": "3" });
    const typed = { "requests.carried_in.natural_person": "4" };
    expect(carryYear.check(exampleSubject("2021", { year: 2021, typed, previous }))[0]).toMatchObject({
      ...{ rule: "CARRY-YEAR", severity: "error", sectionId: "requests", expected: "3", actual: "4" },
      ...{ cells: ["requests.carried_in.natural_person"], messageKey: "carried_in_differs" },
      values: { year: "2020", expected: "3", actual: "4" },
      terms: [
        { label: "2020年 四、结转下年度", value: "3" },
        { label: "2021年 二、上年结转", value: "4" },
      ],
    });
  });

  it("of DOC-STOCK-YEAR shows last year's stock with what was made and repealed", () => {
    const previous = previousOf({ "active.normative_documents.in_force": "10" });
    const typed = {
      "active.normative_documents.made": "2",
      "active.normative_documents.repealed": "1",
      "active.normative_documents.in_force": "12",
    };
    expect(docStockYear.check(exampleSubject("2021", { year: 2021, typed, previous }))).toMatchObject([
      {
        ...{ rule: "DOC-STOCK-YEAR", severity: "warning", sectionId: "active", expected: "11", actual: "12" },
        ...{ cells: ["active.normative_documents.in_force"], messageKey: "document_stock_differs" },
        values: { year: "2020", expected: "11", actual: "12" },
        terms: [{ label: "2020年现行有效 + 本年制发 − 本年废止" }, { label: "2021年现行有效", value: "12" }],
      },
    ]);
  });

  it.each([
    ["5", "1", "identity_short"],
    ["2", "1", "identity_over"],
  ])("of REQ-IDENTITY adds up both sides: %s received, %s carried in", (received, carriedIn, messageKey) => {
    const came = Number(received) + Number(carriedIn);
    const typed = {
      "requests.received.business": received,
      "requests.carried_in.business": carriedIn,
      "requests.granted.business": "3",
      "requests.carried_out.business": "1",
    };
    expect(reqIdentity.check(exampleSubject("2021", { typed }))[0]).toMatchObject({
      ...{ rule: "REQ-IDENTITY", severity: "error", sectionId: "requests", messageKey },
      cells: [
        "requests.outcome_total.business",
        "requests.received.business",
        "requests.carried_in.business",
        "requests.carried_out.business",
      ],
      values: { difference: String(Math.abs(came - 4)) },
      terms: [
        { label: "一、新收 + 二、上年结转", value: `${received} + ${carriedIn} = ${came}` },
        { label: "三（七）总计 + 四、结转下年度", value: "3 + 1 = 4" },
      ],
    });
  });

  it("of REGULATION-AUTHORITY says what a body that makes no regulations reports", () => {
    const typed = { "active.regulations.made": "2", "active.normative_documents.made": "5" };
    expect(regulationAuthority.check(exampleSubject("2021", { typed }))).toMatchObject([
      {
        ...{ rule: "REGULATION-AUTHORITY", severity: "info", sectionId: "active", expected: "0", actual: "2" },
        ...{ cells: ["active.regulations.made"], messageKey: "regulation_authority" },
        values: { cell: "规章·本年制发件数", found: "2" },
      },
    ]);
    const documents = { "active.normative_documents.made": "5" };
    expect(regulationAuthority.check(exampleSubject("2021", { typed: documents }))).toEqual([]);
  });
});
