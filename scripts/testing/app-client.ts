import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { DIRECT_CALL_PREFIX, type DirectCallName } from "@/lib/domain/direct-call";

const MANIFEST = join(import.meta.dirname, "../../.next/server/server-reference-manifest.json");
const ManifestSchema = z.object({
  node: z.record(z.string(), z.object({ filename: z.string(), exportedName: z.string() })),
});

/** What an action answered, as far as it is looked at here. */
const AnswerSchema = z.looseObject({
  status: z.enum(["done", "invalid", "refused", "signed_out"]),
  code: z.string().optional(),
  message: z.string().optional(),
  result: z.unknown().optional(),
  given: z.record(z.string(), z.string()).optional(),
});
export type Answer = z.infer<typeof AnswerSchema>;

/** Longer than any proxy and any person waits for an answer. */
const PATIENCE_MS = 120_000;

/** A request that was answered with something else than what its action gives. */
export class NoAnswer extends Error {
  constructor(action: string, status: number) {
    super(`${action} answered ${status}`);
    this.name = "NoAnswer";
  }
}

/** A person's requests to a running app, sent as the pages send them. */
export type AppClient = {
  /** What its browser would send. */
  cookie: string;
  get: (address: string) => Promise<Response>;
  /** Calls the app directly, as the script of a section's page does. */
  callDirectly: (name: DirectCallName, input: unknown) => Promise<Answer>;
  /** Calls an action that takes an object. */
  call: (action: string, page: string, input: unknown) => Promise<Answer>;
  /** Sends a form's fields to its action. */
  send: (action: string, page: string, fields: Readonly<Record<string, string>>) => Promise<Answer>;
};

/** Signs in through next-auth's own address, as a program does. */
export async function signInAt(
  origin: string,
  account: string,
  password: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<AppClient> {
  const cookies = new Map<string, string>();
  const keep = (answer: Response): Response => {
    for (const line of answer.headers.getSetCookie()) {
      const [name = "", value = ""] = line.split(";", 1)[0]?.split(/=(.*)/s) ?? [];
      cookies.set(name, value);
    }
    return answer;
  };
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const csrf = keep(await fetch(`${origin}/api/auth/csrf`));
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await csrf.json());
  keep(
    await fetch(`${origin}/api/auth/callback/credentials?json=true`, {
      method: "POST",
      redirect: "manual",
      headers: { ...headers, cookie: cookie() },
      body: new URLSearchParams({ account, password, csrfToken, json: "true" }),
    }),
  );
  if (![...cookies.keys()].some((name) => name.endsWith("session-token")))
    throw new Error(`${account} could not sign in`);
  return clientAt(origin, cookie());
}

/** The same for somebody who is not signed in, or whose cookie is known. */
export function clientAt(origin: string, cookie = ""): AppClient {
  const post = async (action: string, page: string, body: FormData | string): Promise<Answer> => {
    const answer = await fetch(`${origin}${page}`, {
      method: "POST",
      redirect: "manual",
      headers: {
        cookie,
        origin,
        accept: "text/x-component",
        "next-action": idOf(action),
        ...(typeof body === "string" ? { "content-type": "text/plain;charset=UTF-8" } : {}),
      },
      body,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await answer.text();
    if (answer.status !== 200) throw new NoAnswer(action, answer.status);
    return readAnswer(text);
  };
  return {
    cookie,
    get: (address) =>
      fetch(`${origin}${address}`, {
        redirect: "manual",
        headers: { cookie, accept: "text/html" },
        signal: AbortSignal.timeout(PATIENCE_MS),
      }),
    async callDirectly(name, input) {
      const answer = await fetch(`${origin}${DIRECT_CALL_PREFIX}${name}`, {
        method: "POST",
        headers: { cookie, origin, "content-type": "application/json" },
        body: JSON.stringify(input),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const text = await answer.text();
      const isAnswer = answer.headers.get("content-type")?.startsWith("application/json") && answer.status !== 500;
      if (!isAnswer) throw new NoAnswer(name, answer.status);
      return AnswerSchema.parse(JSON.parse(text));
    },
    call: (action, page, input) => post(action, page, JSON.stringify([input])),
    send: (action, page, fields) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.append(`_1_${name}`, value);
      form.append("0", JSON.stringify([{ status: "idle" }, "$K1"]));
      return post(action, page, form);
    },
  };
}

/** The answer is a stream of numbered rows; the first one names the row that holds what the action gave. */
function readAnswer(text: string): Answer {
  const rows = new Map(
    text.split("\n").map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]),
  );
  const head = z.object({ a: z.string().regex(/^\$@/) }).parse(JSON.parse(rows.get("0") ?? "null"));
  return AnswerSchema.parse(JSON.parse(rows.get(head.a.slice(2)) ?? "null"));
}

let ids: Map<string, string> | null = null;

/** What the build calls an action. */
export function idOf(action: string): string {
  ids ??= new Map(
    Object.entries(ManifestSchema.parse(JSON.parse(readFileSync(MANIFEST, "utf8"))).node).map(([id, one]) => [
      one.exportedName,
      id,
    ]),
  );
  const id = ids.get(action);
  if (id === undefined) throw new Error(`the built app has no action ${action}`);
  return id;
}
