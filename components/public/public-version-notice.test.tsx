import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Differences, SupersededNotice } from "@/components/public/public-version-notice";
import { pickMessages } from "@/lib/i18n/messages";

async function draw(children: ReactNode): Promise<string> {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="zh-CN" timeZone="Asia/Shanghai" messages={await pickMessages("zh-CN", ["public"])}>
      {children}
    </NextIntlClientProvider>,
  );
}

/** What a copy of the page holds. */
const copyOf = (markup: string): string => markup.replace(/<[^>]*>/g, "");

describe("a version that was corrected", () => {
  it("says so and leads to the same place in the one that counts", async () => {
    const notice = await draw(<SupersededNotice version={2} href="/reports/newest/figures/key" />);
    expect(notice).toContain('href="/reports/newest/figures/key"');
    expect(copyOf(notice)).toContain("第2版");
  });
});

describe("a passage that was corrected", () => {
  it("keeps the old number and the new one apart where it is copied", async () => {
    const passages = [{ place: "一、总体情况", before: "采购597件。", after: "采购596件。" }];
    const page = await draw(<Differences erratum={{ supersedesVersion: 1, reason: "", differences: [], passages }} />);
    expect(page).toMatch(/<del>.*597.*<\/del>.*<ins>.*596.*<\/ins>/);
    expect(copyOf(page)).not.toMatch(/597\s*596/);
  });
});
