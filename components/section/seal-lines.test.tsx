import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { useSealLines } from "@/components/section/seal-lines";
import { Receipt } from "@/components/ui/receipt";
import { readSealDigits } from "@/lib/domain/proof";
import { sealDigits } from "@/lib/domain/receipt";
import { pickMessages } from "@/lib/i18n/messages";

const HASH = "3a4f81c0".repeat(8);

function Drawn() {
  const linesOf = useSealLines();
  return <Receipt title="已收到" lines={linesOf({ number: 7, hash: HASH })} />;
}

it("a receipt prints the newest seal in digits that the command and the page of proofs read again", async () => {
  const receipt = renderToStaticMarkup(
    <NextIntlClientProvider locale="zh-CN" timeZone="Asia/Shanghai" messages={await pickMessages("zh-CN", ["desk"])}>
      <Drawn />
    </NextIntlClientProvider>,
  );
  expect(receipt).toContain("第 7 次封存");
  expect(receipt).toContain(sealDigits(HASH));
  expect(readSealDigits(sealDigits(HASH))).not.toBeNull();
});
