import { z } from "zod";
import type { ApiCallView, ApiPartView } from "@/lib/domain/api-reference";
import type { Locale } from "@/lib/i18n/locale";
import { translatorOf } from "@/lib/i18n/translator";
import { API_TAGS, FILE, type Operation } from "@/lib/web/api/operation";
import { OPERATIONS } from "@/lib/web/api/operations";

type Json = { readonly [key: string]: unknown };

/** The interface part by part, for the page that explains it. */
export async function listApiParts(locale: Locale): Promise<ApiPartView[]> {
  const t = await translatorOf(locale, "api");
  return API_TAGS.map((tag) => ({
    tag,
    title: t(`tags.${tag}`),
    calls: OPERATIONS.filter((operation) => operation.tag === tag).map((operation) =>
      viewOf(operation, t(`operations.${operation.id}`)),
    ),
  }));
}

function viewOf({ id, method, path, access, params, query, body, output }: Operation, summary: string): ApiCallView {
  const named = (schema: z.ZodObject, where: "path" | "query") => {
    const required = z.toJSONSchema(schema, { io: "input" }).required ?? [];
    return Object.keys(schema.shape).map((name) => ({ name, where, isRequired: required.includes(name) }));
  };
  return {
    ...{ id, method, path, summary, scopes: access === "public" ? [] : access.scopes },
    parameters: [...named(params, "path"), ...named(query, "query")],
    sends: body && exampleText(body, "input"),
    answers: output === null || output === FILE ? null : exampleText(output, "output"),
  };
}

function exampleText(schema: z.ZodType, io: "input" | "output"): string {
  return JSON.stringify(exampleOf({ ...z.toJSONSchema(schema, { io }) }), null, 2);
}

/** A value that shows what a schema describes: of choices the first, of texts what they are. */
function exampleOf(schema: Json): unknown {
  const [choice] = asList(schema.anyOf);
  if (choice !== undefined) return exampleOf(asJson(choice));
  const [value] = asList(schema.enum);
  if (value !== undefined) return value;
  const [type = schema.type] = asList(schema.type);
  if (type === "array") return [exampleOf(asJson(schema.items))];
  if (type === "object") {
    return Object.fromEntries(
      Object.entries(asJson(schema.properties)).map(([name, part]) => [name, exampleOf(asJson(part))]),
    );
  }
  if (type === "integer") return 0;
  if (type === "boolean") return false;
  if (type !== "string") return null;
  return typeof schema.format === "string" ? EXAMPLES[schema.format] : "…";
}

const EXAMPLES: Readonly<Record<string, string>> = {
  uuid: "00000000-0000-0000-0000-000000000000",
  "date-time": "2020-01-16T16:00:00Z",
};

function asJson(value: unknown): Json {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
