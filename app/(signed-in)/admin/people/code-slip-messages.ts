import { getTranslations } from "next-intl/server";
import type { CodeSlipWords } from "@/components/admin/code-slip";
import { env } from "@/lib/env";
import { routes } from "@/lib/web/routes";

/** The words of the slip that a one-time code is handed over on. */
export async function codeSlipMessages(): Promise<CodeSlipWords> {
  const t = await getTranslations("admin.slip");
  return {
    title: t("title"),
    name: t("name"),
    account: t("account"),
    code: t("code"),
    address: t("address"),
    addressText: new URL(routes.setPassword(), env().NEXTAUTH_URL).toString(),
    how: t("how"),
    once: t("once"),
    print: t("print"),
  };
}
