import { describe, expect, it } from "vitest";
import type { OutlineHeading } from "@/lib/domain/cycle";
import type { SectionId } from "@/lib/domain/format";
import { textOfHeading, unitsOfLines } from "@/lib/domain/heading-text";
import { exampleFormat } from "@/lib/domain/testing/example-subject";
import type { SourceVersion } from "@/lib/domain/version";

const format = exampleFormat("2021");
const at = new Date("2022-01-20T00:00:00Z");
const heading: OutlineHeading = {
  key: "applications",
  sectionId: "overview",
  position: 1,
  level: 1,
  number: "",
  title: "",
  owners: ["a", "b"],
};

function version(
  organisationId: string,
  sectionId: SectionId,
  content: Partial<SourceVersion["content"]>,
): SourceVersion {
  return {
    organisationId,
    unitName: organisationId,
    sectionId,
    number: 1,
    content: { sectionId, figures: {}, paragraphs: {}, ...content },
    submittedByName: "",
    submittedAt: at,
    approvedByName: "",
    approvedAt: at,
    takenFrom: null,
  };
}

describe("textOfHeading", () => {
  const written = "收到{{requests.received.natural_person}}件，培训{{indicators.trainings}}次。";
  const versions = [
    version("a", "overview", { paragraphs: { applications: written } }),
    version("a", "requests", { figures: { "requests.received.natural_person": "3" } }),
    version("b", "overview", { paragraphs: { applications: "乙局。" } }),
    version("b", "requests", { figures: { "requests.received.natural_person": "40" } }),
  ];

  it("prints a unit's live figure with the unit's value, and leaves its indicator live", () => {
    expect(textOfHeading(heading, new Map(), versions, format)).toBe(
      "收到3件，培训{{indicators.trainings}}次。\n乙局。",
    );
  });

  it("prints an indicator that several units give with the unit's own value", () => {
    const both = [...versions, version("a", "active", { figures: { "indicators.trainings": "7" } })];
    const shared = new Set(["indicators.trainings"]);
    expect(textOfHeading(heading, new Map(), both, format, shared)).toBe("收到3件，培训7次。\n乙局。");
  });

  it("is the district's own where there is one, with its own live figures", () => {
    expect(textOfHeading(heading, new Map([["applications", written]]), versions, format)).toBe(written);
  });
});

describe("unitsOfLines", () => {
  const units = [
    { unit: "甲局", text: "甲一。\n甲二。\n共有。" },
    { unit: "乙局", text: "共有。\n乙一。" },
  ];

  it("says whose each line is, in the order of the units", () => {
    expect(unitsOfLines("甲一。\n甲二。\n共有。\n共有。\n乙一。", units)).toEqual([
      "甲局",
      "甲局",
      "甲局",
      "乙局",
      "乙局",
    ]);
  });

  it("knows no unit of an empty line and of one that was rewritten", () => {
    expect(unitsOfLines("甲一。\n\n甲二，改过。\n乙一。", units)).toEqual(["甲局", null, null, "乙局"]);
  });
});
