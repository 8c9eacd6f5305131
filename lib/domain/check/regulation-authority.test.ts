import { describe, expect, it } from "vitest";
import { regulationAuthority } from "@/lib/domain/check/regulation-authority";
import { exampleSubject } from "@/lib/domain/testing/example-subject";

const cells = { "active.regulations.made": "2", "active.regulations.in_force": "11" };

describe("REGULATION-AUTHORITY", () => {
  it("notes regulations below a city, once", () => {
    expect(regulationAuthority.check(exampleSubject("2021", { cells }))).toMatchObject([
      { severity: "info", cells: ["active.regulations.made", "active.regulations.in_force"], actual: "2" },
    ]);
  });

  it("leaves cities, zeros and blanks alone", () => {
    expect(regulationAuthority.check(exampleSubject("2021", { cells, level: "city" }))).toEqual([]);
    expect(regulationAuthority.check(exampleSubject("2021", { cells: { "active.regulations.made": null } }))).toEqual(
      [],
    );
  });
});
