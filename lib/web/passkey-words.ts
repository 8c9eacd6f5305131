import "server-only";
import { getTranslations } from "next-intl/server";

/** What is said by a browser of passkeys. */
export async function passkeyWords(): Promise<{ unsupported: string; cancelled: string; known: string }> {
  const t = await getTranslations("passkey");
  return { unsupported: t("unsupported"), cancelled: t("cancelled"), known: t("known") };
}
