import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { SectionChanges } from "@/components/section/section-changes";
import type { FigureChange } from "@/lib/domain/version-changes";
import { pickMessages } from "@/lib/i18n/messages";

const CHANGE: FigureChange = { key: "requests.received.total", before: "1", after: "2" };

const MESSAGES = await pickMessages("zh-CN", ["common", "section"]);

function draw(changes: readonly FigureChange[], reason: string | null): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="zh-CN" timeZone="Asia/Shanghai" messages={MESSAGES}>
      <SectionChanges version={1} changes={changes} reason={reason} placeOf={() => "总计"} onGo={() => {}} />
    </NextIntlClientProvider>,
  );
}

describe("what sending a section again would change", () => {
  it("asks for no reason before an unchanged version was sent", () => {
    expect(draw([], null)).toBe("");
  });

  it("asks once it was sent unchanged, and keeps what was typed as the reason", () => {
    const drawn = draw([], "原数无误");
    expect(drawn).toContain("与上次提交的第1版相同");
    expect(drawn).toMatch(/<textarea[^>]*name="unchangedReason"[^>]*>原数无误<\/textarea>/);
  });

  it("lists what changed and asks for no reason, even after it was asked for", () => {
    for (const reason of [null, ""]) {
      const drawn = draw([CHANGE], reason);
      expect(drawn).toContain("改了 1 处");
      expect(drawn).not.toContain("unchangedReason");
    }
  });
});
