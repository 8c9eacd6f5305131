import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PRODUCT_VERSION } from "./product-version";

describe("the notes of upgrades", () => {
  it("have a part for this version", () => {
    expect(readFileSync("docs/upgrade.md", "utf8")).toContain(`### ${PRODUCT_VERSION}\n`);
  });
});
