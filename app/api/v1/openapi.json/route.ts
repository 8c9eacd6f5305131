import { env } from "@/lib/env";
import { LOCALES, type Locale, preferredLocale } from "@/lib/i18n/locale";
import { PRODUCT_VERSION } from "@/lib/product-version";
import { openApiDocument } from "@/lib/web/api/openapi";
import { dataResponse } from "@/lib/web/data-response";

export const dynamic = "force-dynamic";

/** The document in each language, made when it is first asked for: it changes with the installation alone. */
const made = new Map<Locale, string>();

async function documentIn(locale: Locale): Promise<string> {
  const known = made.get(locale);
  if (known !== undefined) return known;
  const text = JSON.stringify(await openApiDocument(locale, { version: PRODUCT_VERSION, origin: env().NEXTAUTH_URL }));
  made.set(locale, text);
  return text;
}

/** The programming interface as an OpenAPI document, in the language that `lang` in the address or the caller asks for. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams.get("lang");
  const locale = LOCALES.find((known) => known === asked) ?? preferredLocale(request.headers.get("accept-language"));
  return dataResponse(request, { contentType: "application/json; charset=utf-8", body: await documentIn(locale) });
}
