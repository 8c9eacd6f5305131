import type { OutageCode } from "@/lib/domain/outage";
import { isOutage } from "@/lib/domain/outage";
import { REFUSAL_CODES, type Refusal, type RefusalCode } from "@/lib/domain/refusal";
import { RETRY_AFTER_OF } from "@/lib/web/plain-page";
import { type RefusalWords, sayRefusal, shownCode } from "@/lib/web/refusal-words";
import { routes } from "@/lib/web/routes";

/** What is wrong with a call itself, before a service is asked, with its status. */
export const PROBLEMS = {
  bad_json: 400,
  bad_cursor: 400,
  bad_key: 400,
  no_token: 401,
  bad_token: 401,
  scope_missing: 403,
  role_missing: 403,
  unknown_address: 404,
  method_not_allowed: 405,
  too_large: 413,
  unsupported_type: 415,
  invalid_input: 422,
  key_reused: 422,
  too_many_requests: 429,
  fault: 500,
  database_away: 503,
} as const;
export type ProblemCode = keyof typeof PROBLEMS;
const PROBLEM_CODES: readonly ProblemCode[] = [
  ...(["bad_json", "bad_cursor", "bad_key", "no_token", "bad_token", "scope_missing", "role_missing"] as const),
  ...([
    "unknown_address",
    "method_not_allowed",
    "too_large",
    "unsupported_type",
    "invalid_input",
    "key_reused",
  ] as const),
  ...(["too_many_requests", "fault", "database_away"] as const),
];

/** The codes of what is wrong with a call itself, with their statuses. */
export function listCallProblems(): { code: ProblemCode; status: number }[] {
  return PROBLEM_CODES.map((code) => ({ code, status: PROBLEMS[code] }));
}

/** The codes with which services refuse, by the status that each is answered with. */
export function listRefusalsByStatus(): { status: number; codes: RefusalCode[] }[] {
  const shown = REFUSAL_CODES.filter((code) => code !== "not_permitted");
  return [...Map.groupBy(shown, statusOfRefusal)]
    .map(([status, codes]) => ({ status, codes }))
    .toSorted((one, other) => one.status - other.status);
}

/** One thing that is wrong with what was sent: a place of the body, or a parameter of the address. */
export type InputError = { detail: string } & ({ pointer: string } | { parameter: string });

/** Refusals that are about who asks, and those about what was sent; all others are about how things stand. */
const STATUS_OF: Partial<Record<RefusalCode, number>> = {
  not_found: 404,
  role_ended: 403,
  own_submission: 403,
  own_adjustment: 403,
  not_proposer: 403,
  second_person_needed: 403,
  reason_missing: 422,
  invalid_figure: 422,
  adjustment_impossible: 422,
  file_not_written: 422,
};

/** The status by which a refusal is answered. */
export function statusOfRefusal(code: RefusalCode): number {
  return isOutage(code) ? 503 : (STATUS_OF[code] ?? 409);
}

/** What is wrong, by RFC 9457: its type leads to the page that explains it, its words are those of the pages. */
export function problemResponse(
  problem: { code: string; status: number; detail: string; errors?: readonly InputError[] },
  { t }: RefusalWords,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const { code, status, detail, errors } = problem;
  const type = `${routes.apiHelp()}#${code}`;
  const body = {
    type,
    title: t(`problemTitle.${titleOf(status)}`),
    status,
    code,
    detail,
    ...(errors ? { errors } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store", ...headers },
  });
}

const TITLES = ["400", "401", "403", "404", "405", "409", "413", "415", "422", "429", "500", "503"] as const;

function titleOf(status: number): (typeof TITLES)[number] {
  return TITLES.find((title) => title === String(status)) ?? "500";
}

/** What is wrong with the call itself. */
export function callProblem(
  code: ProblemCode,
  words: RefusalWords,
  more: { errors?: readonly InputError[]; headers?: Readonly<Record<string, string>> } = {},
): Response {
  const { errors, headers } = more;
  const problem = { code, status: PROBLEMS[code], detail: words.t(`problem.${code}`) };
  return problemResponse(errors ? { ...problem, errors } : problem, words, headers);
}

/** Why a service did not do what was asked. */
export function refusalProblem(refusal: Refusal, words: RefusalWords): Response {
  const code = shownCode(refusal);
  const { message: detail } = sayRefusal(refusal, words);
  const retryAfter = retryAfterOf(code, refusal);
  return problemResponse(
    { code, status: statusOfRefusal(code), detail },
    words,
    retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) },
  );
}

function retryAfterOf(code: RefusalCode | OutageCode, { details }: Refusal): number | undefined {
  if (isOutage(code)) return RETRY_AFTER_OF[code];
  return typeof details.seconds === "number" ? details.seconds : undefined;
}
