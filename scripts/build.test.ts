import { describe, expect, it } from "vitest";
import nextConfig from "../next.config";
import { identify } from "./build";

describe("a build's identity", () => {
  it("is the same whenever it is asked for, with a key of the length that Next takes", async () => {
    const [one, other] = [await identify(), await identify()];
    expect(one).toEqual(other);
    expect(one.id).toMatch(/^\d+\.\d+\.\d+-[0-9a-f]{16}$/);
    expect(Buffer.from(one.actionKey, "base64")).toHaveLength(32);
  });

  it("names the build, which Next would otherwise name at random", async () => {
    process.env.NIANBAO_BUILD_ID = "0.1.0-0123456789abcdef";
    expect(await nextConfig.generateBuildId?.()).toBe("0.1.0-0123456789abcdef");
    delete process.env.NIANBAO_BUILD_ID;
  });
});
