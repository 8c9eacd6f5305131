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
});
