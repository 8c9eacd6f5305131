import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { ComposeHead } from "@/components/compose/compose-head";
import { createComposeSave } from "@/components/compose/compose-save";
import { createCellSaver } from "@/components/saving/cell-saver";
import { paragraphAnchor } from "@/lib/domain/anchor";
import type { RefusalCode } from "@/lib/domain/refusal";
import { pickMessages } from "@/lib/i18n/messages";

const TEXT = paragraphAnchor("opening");

/** The head of the page after a save that was refused. */
async function headAfter(refused: { code: RefusalCode; isStale: boolean }): Promise<string> {
  const answer = { status: "refused" as const, message: "年报已经定稿。", ...refused };
  let sent = () => {};
  const wasSent = new Promise<void>((resolve) => {
    sent = resolve;
  });
  const save = createComposeSave({
    cycleId: "cycle",
    saveText: async () => answer,
    savePreface: async () => answer,
    somebody: "别人",
  });
  const saver = createCellSaver({
    figures: { [TEXT]: "原来的文字" },
    typed: {},
    save,
    newRequestId: () => "request",
    clock: { later: () => () => {} },
  });
  saver.subscribe(() => {
    if (saver.saving().state === "refused") sent();
  });
  saver.write([{ cellKey: TEXT, value: "新写的文字" }]);
  saver.retry();
  await wasSent;
  return renderToStaticMarkup(
    <NextIntlClientProvider
      locale="zh-CN"
      timeZone="Asia/Shanghai"
      messages={await pickMessages("zh-CN", ["common", "compose", "grid"])}
    >
      <ComposeHead
        year={2019}
        saver={saver}
        need={{ errors: [], warnings: [], explained: [], infos: [] }}
        bindable={0}
        locked={null}
        links={{ tables: "/", preview: "/", release: "/", signIn: "/" }}
        onNext={() => {}}
        onBindAll={() => {}}
        onReload={() => {}}
      />
    </NextIntlClientProvider>,
  );
}

describe("the head of the writing desk", () => {
  it("has a button that shows the newest state where a text was refused because the page is out of date", async () => {
    const drawn = await headAfter({ code: "report_final", isStale: true });
    expect(drawn).toContain("年报已经定稿。");
    expect(drawn).toMatch(/<button[^>]*>刷新看最新情况<\/button>/);
  });

  it("has no such button where reloading would not help", async () => {
    expect(await headAfter({ code: "storage_full", isStale: false })).not.toContain("刷新看最新情况");
  });
});
