import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ReleaseDownloads } from "@/components/release/release-side";
import type { ReportState } from "@/lib/domain/report";
import { pickMessages } from "@/lib/i18n/messages";

async function draw(state: ReportState): Promise<string> {
  const files = [{ format: "pdf" as const, href: "/pdf", isLarge: false }];
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale="zh-CN"
      timeZone="Asia/Shanghai"
      messages={await pickMessages("zh-CN", ["public", "release"])}
    >
      <ReleaseDownloads state={state} figures={198} files={files} moreHref="/files" />
    </NextIntlClientProvider>,
  );
}

describe("the files beside the release", () => {
  it("are the official ones of a published report only", async () => {
    expect(await draw("published")).toContain("正式版");
    for (const state of ["draft", "final"] as const) expect(await draw(state), state).not.toContain("正式版");
    expect(await draw("draft")).toContain("草稿，可打印");
    expect(await draw("final")).toContain("定稿，可打印");
  });
});
