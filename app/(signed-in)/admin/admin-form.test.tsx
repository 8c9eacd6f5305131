import { AppRouterContext } from "next/dist/shared/lib/app-router-context.shared-runtime";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { AdminForm } from "@/app/(signed-in)/admin/admin-form";
import { pickMessages } from "@/lib/i18n/messages";

const ROUTER = { bfcacheId: "", back() {}, forward() {}, refresh() {}, push() {}, replace() {}, prefetch() {} };
const MESSAGES = await pickMessages("zh-CN", ["common", "admin"]);

it("gives each administration form its own request id and the id of its subject", () => {
  const form = (id: string) => (
    <AdminForm id={id} action={async (state) => state} submitLabel="保存" of={{ organisationId: "unit" }} />
  );
  const drawn = renderToStaticMarkup(
    <AppRouterContext value={ROUTER}>
      <NextIntlClientProvider locale="zh-CN" timeZone="Asia/Shanghai" messages={MESSAGES}>
        {form("first")}
        {form("second")}
      </NextIntlClientProvider>
    </AppRouterContext>,
  );
  const ids = [...drawn.matchAll(/name="requestId" value="([0-9a-f-]{36})"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(2);
  expect(drawn.match(/name="organisationId" value="unit"/g)).toHaveLength(2);
});
