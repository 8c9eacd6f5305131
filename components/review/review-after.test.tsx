import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ReviewAfter } from "@/components/review/review-after";
import { pickMessages } from "@/lib/i18n/messages";

const SECTION = { id: "1", unitName: "财政局", sectionId: "requests", latestVersion: 2 } as const;

async function draw(state: "approved" | "submitted", isLine: boolean): Promise<string> {
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale="zh-CN"
      timeZone="Asia/Shanghai"
      messages={await pickMessages("zh-CN", ["common", "review"])}
    >
      <ReviewAfter submission={{ ...SECTION, state }} href="/review/1" isLine={isLine} />
    </NextIntlClientProvider>,
  );
}

describe("what was just decided", () => {
  it("is a line of the bar beside the next section, so that nothing on the page moves", async () => {
    const line = await draw("approved", true);
    expect(line).toMatch(/<p[^>]*role="status"/);
    expect(line).toContain("财政局");
    expect(await draw("approved", false)).not.toMatch(/<p[^>]*role="status"/);
  });

  it("is not told where it was changed again meanwhile", async () => {
    expect(await draw("submitted", true)).toBe("");
  });
});
