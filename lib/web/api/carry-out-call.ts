import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { fieldsWithNul } from "@/lib/domain/inputs/nul";
import type { TokenHolder } from "@/lib/services/authenticate-token";
import { hashOf } from "@/lib/services/hash";
import { beginNamedCall, keepAnswer } from "@/lib/services/kept-answer";
import { BadCursor } from "@/lib/web/api/bad-cursor";
import type { FoundOperation } from "@/lib/web/api/find-operation";
import { type ApiFile, type ApiSetting, FILE, type Operation, type SentIssue } from "@/lib/web/api/operation";
import { callProblem, type InputError, problemResponse, refusalProblem } from "@/lib/web/api/problem";
import { readBody } from "@/lib/web/api/read-body";
import { FOR_ANY_SITE } from "@/lib/web/data-response";
import { sentenceOfIssue } from "@/lib/web/describe-issues";
import { fileResponse, holdsTag } from "@/lib/web/file-response";
import type { RefusalWords } from "@/lib/web/refusal-words";

type Found = FoundOperation & { url: URL };
type Around = ApiSetting & { caller: TokenHolder | null; words: RefusalWords };
const KEY = /^[\x21-\x7e]{1,255}$/;

/** Reads what was sent, has it done, once where the call has a key, and answers. */
export async function carryOutCall(request: Request, found: Found, around: Around): Promise<Response> {
  const { operation, params, url } = found;
  const { caller, words, db, now } = around;
  const read = operation.method === "GET" ? { ok: true as const, value: {}, text: "" } : await readBody(request);
  if (!read.ok) return callProblem(read.problem, words);
  const query = Object.fromEntries(url.searchParams);
  const sent = { params, query, body: read.value };
  const prepared = operation.prepare(sent);
  if (!prepared.ok) return refuseInput(prepared.issues, words);
  const unreadable = fieldsWithNul(prepared.input);
  if (unreadable.length > 0) {
    const errors = [{ pointer: "#", detail: words.t("fields.unreadable") }];
    return callProblem("invalid_input", words, { errors });
  }

  const key = caller && operation.method !== "GET" ? request.headers.get("idempotency-key") : null;
  if (key !== null && !KEY.test(key)) return callProblem("bad_key", words);
  const callHash = hashOf({ method: operation.method, path: url.pathname, query, body: read.value });
  const named = caller && key !== null ? { tokenId: caller.tokenId, key, callHash } : null;
  const standing = named && caller ? await beginNamedCall(db, caller.actor, named, now) : null;
  if (standing?.kind === "reused") return callProblem("key_reused", words);
  if (standing?.kind === "answered") {
    return jsonResponse(request, operation, standing.answer, { "Idempotency-Replayed": "true" });
  }

  const requestId = standing?.requestId ?? randomUUID();
  const given = { db, origin: around.origin, now, requestId, locale: words.locale, scopes: caller?.scopes ?? [] };
  const result = await prepared.run(given, caller?.actor ?? null).catch(orBadCursor);
  if (result instanceof BadCursor) return callProblem("bad_cursor", words);
  if (result === null) {
    return problemResponse({ code: "not_found", status: 404, detail: words.t("not_found") }, words);
  }
  if (operation.output === FILE) return fileOf(request, operation, fileIn(result), words);
  const answer = shaped(operation.output, result);
  if (named && caller)
    await keepAnswer(db, caller.actor, { ...named, status: answer === undefined ? 204 : 200, answer }, now);
  return jsonResponse(request, operation, answer, nextLink(answer, url));
}

function orBadCursor(error: unknown): BadCursor {
  if (error instanceof BadCursor) return error;
  throw error;
}

/** What goes out is what the operation's schema names, and nothing else that was at hand. */
function shaped(output: z.ZodType | null, result: unknown): unknown {
  return output === null ? undefined : output.parse(JSON.parse(JSON.stringify(result)));
}

function jsonResponse(
  request: Request,
  { access, method }: Operation,
  answer: unknown,
  more: Readonly<Record<string, string>>,
): Response {
  if (answer === undefined || answer === null) return new Response(null, { status: 204, headers: more });
  const isOpen = access === "public";
  const text = JSON.stringify(answer);
  const headers: Record<string, string> = {
    ...more,
    "Cache-Control": method !== "GET" ? "no-store" : isOpen ? "public, max-age=300" : "private, no-cache",
    ...(isOpen ? FOR_ANY_SITE : {}),
    ...(method === "GET" ? { ETag: `"${hashOf(answer)}"` } : {}),
    Vary: "Authorization, Accept-Language",
  };
  if (headers.ETag && holdsTag(request.headers.get("if-none-match"), headers.ETag)) {
    return new Response(null, { status: 304, headers });
  }
  return new Response(text, { headers: { ...headers, "Content-Type": "application/json; charset=utf-8" } });
}

async function fileOf(request: Request, { access }: Operation, file: ApiFile, words: RefusalWords): Promise<Response> {
  const isOpen = access === "public";
  return fileResponse(request, {
    ...file,
    cacheControl: isOpen ? "public, max-age=31536000, immutable" : "private, no-store",
    headers: isOpen ? FOR_ANY_SITE : {},
    refuse: (refusal) => refusalProblem(refusal, words),
  });
}

function fileIn(result: unknown): ApiFile {
  const isFile = (value: unknown): value is ApiFile => typeof value === "object" && value !== null && "write" in value;
  if (!isFile(result)) throw new Error("an operation that gives a file gave none");
  return result;
}

/** Where the list goes on, by RFC 8288. */
function nextLink(answer: unknown, url: URL): Record<string, string> {
  if (typeof answer !== "object" || answer === null || !("next" in answer) || typeof answer.next !== "string")
    return {};
  const query = new URLSearchParams(url.searchParams);
  query.set("cursor", answer.next);
  return { Link: `<${url.pathname}?${query}>; rel="next"` };
}

/** An id in the address that can be none is of nothing; everything else is told with its place. */
function refuseInput(issues: readonly SentIssue[], words: RefusalWords): Response {
  if (issues.some(({ where }) => where === "params")) {
    return problemResponse({ code: "not_found", status: 404, detail: words.t("not_found") }, words);
  }
  const errors = issues.map(({ where, issue }): InputError => {
    const detail = sentenceOfIssue(issue, words.t);
    if (where === "query") return { parameter: String(issue.path[0] ?? ""), detail };
    return { pointer: `#${issue.path.map((part) => `/${escaped(String(part))}`).join("")}`, detail };
  });
  return callProblem("invalid_input", words, { errors });
}

/** As RFC 6901 writes a name in a pointer. */
function escaped(part: string): string {
  return encodeURIComponent(part.replaceAll("~", "~0").replaceAll("/", "~1"));
}
