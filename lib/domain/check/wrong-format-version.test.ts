import { describe, expect, it } from "vitest";
import { wrongFormatVersion } from "@/lib/domain/check/wrong-format-version";
import { exampleSubject } from "@/lib/domain/testing/example-subject";

describe("WRONG-FORMAT-VERSION", () => {
  it("is content with the form of the year", () => {
    expect(wrongFormatVersion.check(exampleSubject("2019", { year: 2020 }))).toEqual([]);
    expect(wrongFormatVersion.check(exampleSubject("2021", { year: 2025 }))).toEqual([]);
  });

  it("finds a form that does not apply to the year", () => {
    expect(wrongFormatVersion.check(exampleSubject("2019", { year: 2021 }))).toMatchObject([
      { severity: "error", messageKey: "format_of_other_year" },
    ]);
  });

  it("finds cells that the form does not have", () => {
    const cells = { "active.procurement.projects": "3", "indicators.portal_posts": "5" };
    expect(wrongFormatVersion.check(exampleSubject("2021", { cells }))).toMatchObject([
      { messageKey: "cells_of_other_format", cells: ["active.procurement.projects"] },
    ]);
  });
});
