import { z } from "zod";
import { API_PREFIX } from "@/lib/domain/api-address";
import type { Locale } from "@/lib/i18n/locale";
import { type Translate, translatorOf } from "@/lib/i18n/translator";
import { API_TAGS, FILE, type Operation } from "@/lib/web/api/operation";
import { OPERATIONS } from "@/lib/web/api/operations";

type Json = { [key: string]: unknown };

/** Statuses beside those of success, by what is asked of a call. */
const ALWAYS = [422, 429, 500, 503];
const WITH_TOKEN = [401, 403];
const WITH_PARAMS = [404];
const WITH_QUERY = [400];
const WRITING = [400, 409, 413, 415];

/** The interface as an OpenAPI 3.1 document, made of the same schemas that read the calls and shape the answers. */
export async function openApiDocument(
  locale: Locale,
  { version, origin }: { version: string; origin: string },
): Promise<Json> {
  const t = await translatorOf(locale, "api");
  const paths: Record<string, Json> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: describe(operation, t) };
  }
  return {
    openapi: "3.1.0",
    info: { title: t("document.title"), description: t("document.description"), version },
    servers: [{ url: new URL(API_PREFIX, origin).href }],
    tags: API_TAGS.map((name) => ({ name, description: t(`tags.${name}`) })),
    paths,
    components: {
      schemas: { Problem: schemaOf(ProblemSchema, "output") },
      securitySchemes: { token: { type: "http", scheme: "bearer", description: t("document.bearer") } },
      responses: { Problem: problem(t) },
    },
  };
}

const ProblemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  errors: z
    .array(z.object({ detail: z.string(), pointer: z.string().optional(), parameter: z.string().optional() }))
    .optional(),
});

function problem(t: Translate): Json {
  return {
    description: t("document.problem"),
    headers: { "Retry-After": { schema: { type: "integer" } } },
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  };
}

function describe(operation: Operation, t: Translate): Json {
  const { id, tag, access, body, method } = operation;
  const isWrite = method !== "GET";
  return {
    operationId: id,
    tags: [tag],
    summary: t(`operations.${id}`),
    security: access === "public" ? [] : [{ token: [] }],
    ...(access === "public" ? {} : { "x-scopes": access.scopes }),
    parameters: [
      ...parametersOf(operation.params, "path"),
      ...parametersOf(operation.query, "query"),
      ...(isWrite
        ? [
            {
              name: "Idempotency-Key",
              in: "header",
              required: false,
              schema: KEY,
              description: t("document.idempotencyKey"),
            },
          ]
        : []),
    ],
    ...(body ? { requestBody: { required: true, content: jsonOf(schemaOf(body, "input")) } } : {}),
    responses: {
      ...success(operation, t),
      ...Object.fromEntries(
        refusalsOf(operation).map((status) => [status, { $ref: "#/components/responses/Problem" }]),
      ),
    },
  };
}

const KEY = { type: "string", pattern: "^[!-~]{1,255}$" };

function success({ output, method }: Operation, t: Translate): Json {
  if (output === null) return { 204: { description: t("document.noContent") } };
  if (output === FILE) {
    return { 200: { description: t("document.file"), content: { "application/octet-stream": { schema: {} } } } };
  }
  const headers = { ETag: { schema: { type: "string" } }, RateLimit: { schema: { type: "string" } } };
  return {
    200: { description: t("document.ok"), headers, content: jsonOf(schemaOf(output, "output")) },
    ...(method === "GET" ? { 304: { description: t("document.notModified") } } : {}),
  };
}

/** The statuses with which a call may be refused. */
export function refusalsOf({ access, params, query, method }: Operation): number[] {
  const statuses = [
    ...ALWAYS,
    ...(access === "public" ? [] : WITH_TOKEN),
    ...(Object.keys(params.shape).length > 0 ? WITH_PARAMS : []),
    ...(Object.keys(query.shape).length > 0 ? WITH_QUERY : []),
    ...(method === "GET" ? [] : WRITING),
  ];
  return [...new Set(statuses)].sort((one, other) => one - other);
}

function parametersOf(schema: z.ZodObject, where: "path" | "query"): Json[] {
  return Object.entries(schema.shape).map(([name, part]) => ({
    name,
    in: where,
    required: where === "path" || !(part as z.ZodType).safeParse(undefined).success,
    schema: schemaOf(part as z.ZodType, "input"),
  }));
}

function jsonOf(schema: Json): Json {
  return { "application/json": { schema } };
}

/** What goes out may have more properties one day; what comes in has none but those. */
function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const {
    $schema: _dialect,
    "~standard": _standard,
    ...json
  } = z.toJSONSchema(schema, { io, target: "draft-2020-12" }) as Json;
  return io === "output" ? openEnded(json) : json;
}

function openEnded(value: Json): Json {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, part]) => {
      if (key === "additionalProperties" && part === false) return [];
      return [[key, openPart(part)]];
    }),
  );
}

function openPart(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(openPart);
  return typeof part === "object" && part !== null ? openEnded(part as Json) : part;
}
