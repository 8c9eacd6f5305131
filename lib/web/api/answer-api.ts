import { type Actor, may } from "@/lib/domain/access";
import { isDatabaseAway, refusalOfOutage } from "@/lib/domain/outage";
import { preferredLocale } from "@/lib/i18n/locale";
import { authenticateToken, type TokenHolder } from "@/lib/services/authenticate-token";
import { type CallCount, countCall } from "@/lib/services/count-call";
import { carryOutCall } from "@/lib/web/api/carry-out-call";
import { findOperation } from "@/lib/web/api/find-operation";
import type { ApiSetting, Operation } from "@/lib/web/api/operation";
import { callProblem, refusalProblem } from "@/lib/web/api/problem";
import { log } from "@/lib/web/log";
import { RETRY_AFTER_OF } from "@/lib/web/plain-page";
import { type RefusalWords, wordsIn } from "@/lib/web/refusal-words";

/**
 * Answers a call of the programming interface. Only a token says who calls: no cookie counts, so that no other site can
 * make a browser call in somebody's name.
 */
export async function answerApi(request: Request, setting: ApiSetting): Promise<Response> {
  const words = await wordsIn(preferredLocale(request.headers.get("accept-language")));
  try {
    return await answer(request, setting, words);
  } catch (error) {
    if (isDatabaseAway(error)) {
      const retryAfter = RETRY_AFTER_OF.database_away ?? 0;
      return callProblem("database_away", words, { headers: { "Retry-After": String(retryAfter) } });
    }
    log("error", `${request.method} ${new URL(request.url).pathname}`, {}, error);
    return callProblem("fault", words);
  }
}

async function answer(request: Request, setting: ApiSetting, words: RefusalWords): Promise<Response> {
  const url = new URL(request.url);
  const found = findOperation(request.method, url.pathname);
  if (!found) return callProblem("unknown_address", words);
  if ("allowed" in found) {
    return callProblem("method_not_allowed", words, { headers: { Allow: found.allowed.join(", ") } });
  }
  const { operation, params } = found;
  const authenticated = operation.access === "public" ? null : await authenticate(request, setting, words);
  // Whoever sends no token that holds is counted by where they are, so that none is guessed without end.
  const caller = authenticated instanceof Response ? null : authenticated;
  const count = await countCaller(setting, caller);
  const limits = count ? limitHeaders(count) : {};
  if (count?.isOver) {
    const headers = { ...limits, "Retry-After": String(count.resetSeconds) };
    return callProblem("too_many_requests", words, { headers });
  }
  const barred = authenticated instanceof Response ? authenticated : caller && refuseAccess(operation, caller, words);
  const response = barred ?? (await carryOutSafely());
  for (const [name, value] of Object.entries(limits)) response.headers.set(name, value);
  response.headers.set("X-Robots-Tag", "noindex");
  return response;

  async function carryOutSafely(): Promise<Response> {
    try {
      return await carryOutCall(request, { operation, params, url }, { ...setting, caller, words });
    } catch (error) {
      const refusal = refusalOfOutage(error);
      if (!refusal) throw error;
      return refusalProblem(refusal, words);
    }
  }
}

async function authenticate(
  request: Request,
  { db, now }: ApiSetting,
  words: RefusalWords,
): Promise<TokenHolder | Response> {
  const [, token] = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  if (token === undefined) {
    return callProblem("no_token", words, { headers: { "WWW-Authenticate": 'Bearer realm="nianbao"' } });
  }
  const holder = await authenticateToken(db, { token }, now);
  if (holder) return holder;
  const challenge = 'Bearer realm="nianbao", error="invalid_token"';
  return callProblem("bad_token", words, { headers: { "WWW-Authenticate": challenge } });
}

/** Null where the database takes no changes: reading goes on without counting. */
async function countCaller({ db, source, now }: ApiSetting, caller: TokenHolder | null): Promise<CallCount | null> {
  try {
    const who = caller ? { kind: "token" as const, id: caller.tokenId } : { kind: "source" as const, id: source };
    return await countCall(db, who, now);
  } catch (error) {
    const code = refusalOfOutage(error)?.code;
    if (code === "storage_read_only" || code === "storage_full") return null;
    throw error;
  }
}

/** As draft-ietf-httpapi-ratelimit-headers has them. */
function limitHeaders({ limit, windowSeconds, left, resetSeconds }: CallCount): Record<string, string> {
  return {
    "RateLimit-Policy": `"minute";q=${limit};w=${windowSeconds}`,
    RateLimit: `"minute";r=${left};t=${resetSeconds}`,
  };
}

function refuseAccess({ access }: Operation, { scopes, actor }: TokenHolder, words: RefusalWords): Response | null {
  if (access === "public") return null;
  if (!access.scopes.some((scope) => scopes.includes(scope))) {
    const challenge = `Bearer realm="nianbao", error="insufficient_scope", scope="${access.scopes.join(" ")}"`;
    return callProblem("scope_missing", words, { headers: { "WWW-Authenticate": challenge } });
  }
  return holdsOne(actor, access.anyOf) ? null : callProblem("role_missing", words);
}

function holdsOne(actor: Actor, anyOf: readonly Parameters<typeof may>[1][]): boolean {
  return anyOf.length === 0 || anyOf.some((permission) => may(actor, permission));
}
