import { describe, expect, it } from "vitest";
import { overviewLength } from "@/lib/domain/check/overview-length";
import { exampleSubject, exampleText } from "@/lib/domain/testing/example-subject";

const sections = ["overview"] as const;

describe("OVERVIEW-LENGTH", () => {
  it("counts characters over all headings, without spaces and line ends", () => {
    const texts = [
      exampleText(`${"公".repeat(600)} \n　`),
      exampleText("开".repeat(400), { headingKey: "overview.2" }),
    ];
    expect(overviewLength.check(exampleSubject("2021", { sections, texts }))).toEqual([]);
  });

  it("warns beyond a thousand", () => {
    const texts = [exampleText("公".repeat(1001))];
    expect(overviewLength.check(exampleSubject("2021", { sections, texts }))).toMatchObject([
      { severity: "warning", actual: "1001", values: { excess: 1 } },
    ]);
  });

  it("warns a unit of its own text, before the report is composed", () => {
    const texts = [exampleText("公".repeat(1020))];
    expect(overviewLength.check(exampleSubject("2021", { level: "unit", sections, texts }))).toMatchObject([
      { messageKey: "overview_too_long", values: { length: 1020, limit: 1000, excess: 20 } },
    ]);
  });

  it("knows no limit in the form of 2019", () => {
    expect(overviewLength.check(exampleSubject("2019", { sections, texts: [exampleText("公".repeat(5000))] }))).toEqual(
      [],
    );
  });
});
