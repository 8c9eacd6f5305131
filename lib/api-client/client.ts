import { OPERATIONS, type Operations } from "./operations";

export type OperationName = keyof Operations;

/** Leaves out what an operation does not take, so that nothing has to be given for it. */
type Needed<Name extends OperationName> = ([keyof Operations[Name]["params"]] extends [never]
  ? unknown
  : { params: Operations[Name]["params"] }) &
  ([keyof Operations[Name]["query"]] extends [never] ? unknown : { query?: Operations[Name]["query"] }) &
  (Operations[Name]["body"] extends null ? unknown : { body: Operations[Name]["body"] });

/** What a call brings; `idempotencyKey` lets it be sent again without being carried out twice. */
export type CallInput<Name extends OperationName> = Needed<Name> & { idempotencyKey?: string };

/** Why a call was not carried out, as RFC 9457 has it. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors?: readonly { detail: string; pointer?: string; parameter?: string }[];
};

/** Thrown where a call was refused. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  /** When to try again, where the answer says so. */
  readonly retryAfterSeconds: number | null;

  constructor(problem: Problem, retryAfterSeconds: number | null) {
    super(`${problem.status} ${problem.code}: ${problem.detail}`);
    this.name = "ApiProblem";
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export type ClientOptions = {
  /** Where people reach the app. */
  origin: string;
  /** None is needed for what is published. */
  token?: string;
  /** The language of what is said: "zh-CN" or "en". */
  language?: string;
  fetch?: typeof fetch;
};

export type Client = {
  call: <Name extends OperationName>(name: Name, input: CallInput<Name>) => Promise<Operations[Name]["result"]>;
};

type AnyInput = {
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string | undefined>>;
  body?: unknown;
  idempotencyKey?: string;
};

/** A client of the programming interface. */
export function createClient({ origin, token, language, fetch: send = fetch }: ClientOptions): Client {
  return {
    async call(name, input) {
      const { params = {}, query = {}, body, idempotencyKey }: AnyInput = input;
      const { method, path, isOpen } = OPERATIONS[name];
      const filled = path.replace(/\{(\w+)\}/g, (_place, key: string) => encodeURIComponent(params[key] ?? ""));
      const url = new URL(`/api/v1${filled}`, origin);
      for (const [key, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(key, value);
      const response = await send(url, {
        method,
        headers: {
          ...(isOpen || token === undefined ? {} : { Authorization: `Bearer ${token}` }),
          ...(language === undefined ? {} : { "Accept-Language": language }),
          ...(idempotencyKey === undefined ? {} : { "Idempotency-Key": idempotencyKey }),
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw await problemOf(response);
      return (await resultOf(response)) as Operations[typeof name]["result"];
    },
  };
}

async function resultOf(response: Response): Promise<unknown> {
  if (response.status === 204) return null;
  return response.headers.has("content-disposition") ? response.blob() : response.json();
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const retryAfter = response.headers.get("retry-after");
  const problem = (await response.json()) as Problem;
  return new ApiProblem(problem, retryAfter === null ? null : Number(retryAfter));
}
