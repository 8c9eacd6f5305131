import { env } from "@/lib/env";
import { LOCALES, preferredLocale } from "@/lib/i18n/locale";
import { PRODUCT_VERSION } from "@/lib/product-version";
import { openApiDocument } from "@/lib/web/api/openapi";
import { dataResponse } from "@/lib/web/data-response";

export const dynamic = "force-dynamic";

/** The programming interface as an OpenAPI document, in the language that `lang` in the address or the caller asks for. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get("lang");
  const locale = LOCALES.find((known) => known === asked) ?? preferredLocale(request.headers.get("accept-language"));
  const document = await openApiDocument(locale, { version: PRODUCT_VERSION, origin: env().NEXTAUTH_URL });
  return dataResponse(request, { contentType: "application/json; charset=utf-8", body: JSON.stringify(document) });
}
