import { describe, expect, it } from "vitest";
import { preferredLocale } from "@/lib/i18n/locale";

describe("preferredLocale", () => {
  it("takes the first of our languages that the browser asks for", () => {
    expect(preferredLocale("en-US,en;q=0.9")).toBe("en");
    expect(preferredLocale("de,en;q=0.7,zh;q=0.3")).toBe("en");
    expect(preferredLocale("en;q=0.2, zh-TW;q=0.8")).toBe("zh-CN");
  });

  it("is Chinese for whoever asks for neither", () => {
    for (const header of [null, "", "*", "fr,de;q=0.5", "en;q=0"]) expect(preferredLocale(header)).toBe("zh-CN");
  });
});
