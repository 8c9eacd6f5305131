import { describe, expect, it } from "vitest";
import { describePlace } from "@/lib/domain/check/describe-finding";
import { newFinding } from "@/lib/domain/check/new-finding";
import { exampleFormat } from "@/lib/domain/testing/example-subject";
import { localizeFormat } from "@/lib/formats/localize-format";

describe("describePlace", () => {
  const finding = newFinding({
    rule: "OVERVIEW-LENGTH",
    severity: "warning",
    sectionId: "overview",
    messageKey: "overview_too_long",
  });

  it("numbers a section as the reader's language does", () => {
    expect(describePlace(finding, exampleFormat("2021"))).toBe("一·总体情况");
    expect(describePlace(finding, localizeFormat(exampleFormat("2021"), "en"))).toBe("1. Overview");
  });

  it("names a cell by its section and its labels, an indicator by its own, and a text by what it quotes", () => {
    const of = (more: Partial<Parameters<typeof newFinding>[0]>) =>
      describePlace(newFinding({ ...finding, ...more }), exampleFormat("2021"));
    expect(of({ sectionId: "requests", cells: ["requests.received.natural_person"] })).toBe(
      "三·一、本年新收政府信息公开申请数量·自然人",
    );
    expect(of({ cells: ["indicators.posts"], values: { cell: "微信发布" } })).toBe("一·微信发布");
    expect(of({ text: { headingKey: "opening", start: 0, end: 2, quote: "收到" } })).toBe("一·收到");
    expect(of({ text: { headingKey: "opening", start: 0, end: 0, quote: "" } })).toBe("一·总体情况");
  });
});
