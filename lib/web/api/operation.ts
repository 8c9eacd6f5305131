import { z } from "zod";
import type { Db } from "@/db/connect";
import type { Actor, Permission } from "@/lib/domain/access";
import type { TokenScope } from "@/lib/domain/access-token";
import type { Locale } from "@/lib/i18n/locale";

export type ApiMethod = "GET" | "POST" | "PUT" | "DELETE";
/** The parts of the document, in its order. */
export const API_TAGS = ["public", "token", "year", "section", "review", "report"] as const;
export type ApiTag = (typeof API_TAGS)[number];

/** A file in place of JSON. */
export type ApiFile = {
  tag: string;
  name: string;
  extension: string;
  contentType: string;
  write: () => Promise<Uint8Array>;
};
/** The output of an operation that answers with a file. */
export const FILE: unique symbol = Symbol("file");

/** Who may call: anybody, or a token with one of the scopes whose person holds one of the permissions, where any are named. */
type ApiAccess = "public" | { scopes: readonly TokenScope[]; anyOf: readonly Permission[] };

/** What the app knows of a call: its database, whom it comes from, at which address people reach the app, and when. */
export type ApiSetting = { db: Db; source: string; origin: string; now: Date };

/** What was sent with a call, by where it stood. */
export type Sent = { params: unknown; query: unknown; body: unknown };
export type SentIssue = { where: keyof Sent; issue: z.core.$ZodIssue };

/** What a call is carried out with. */
export type Given = {
  db: Db;
  origin: string;
  now: Date;
  requestId: string;
  locale: Locale;
  scopes: readonly TokenScope[];
};
type Prepared =
  | { ok: false; issues: SentIssue[] }
  | { ok: true; input: unknown; run: (given: Given, actor: Actor | null) => Promise<unknown> };

/** One call of the interface: its address, what it takes and gives, and who may make it. */
export type Operation = {
  /** Also its name in the client. */
  id: string;
  method: ApiMethod;
  /** With places for parameters, as in "/cycles/{cycleId}". */
  path: string;
  tag: ApiTag;
  access: ApiAccess;
  params: z.ZodObject;
  query: z.ZodObject;
  body: z.ZodObject | null;
  /** Null where it answers with nothing. */
  output: z.ZodType | typeof FILE | null;
  /** Reads what was sent; its `run` gives null for what is not there. */
  prepare: (sent: Sent) => Prepared;
};

const NOTHING = z.strictObject({});

type Row<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodObject> = Pick<
  Operation,
  "id" | "method" | "path" | "tag" | "output"
> & { params?: Params; query?: Query; body?: Body };

type Read<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodObject> = {
  params: z.output<Params>;
  query: z.output<Query>;
  body: z.output<Body>;
};

/** Makes a row for what anybody may call. */
export function openOperation<
  Params extends z.ZodObject = typeof NOTHING,
  Query extends z.ZodObject = typeof NOTHING,
  Body extends z.ZodObject = typeof NOTHING,
>(row: Row<Params, Query, Body>, work: (call: Given & Read<Params, Query, Body>) => Promise<unknown>): Operation {
  return made(row, "public", (read, given) => work({ ...given, ...read }));
}

/** Makes a row for what is called with a token. */
export function operation<
  Params extends z.ZodObject = typeof NOTHING,
  Query extends z.ZodObject = typeof NOTHING,
  Body extends z.ZodObject = typeof NOTHING,
>(
  {
    scope,
    anyOf = [],
    ...row
  }: Row<Params, Query, Body> & {
    scope: TokenScope | readonly TokenScope[];
    anyOf?: readonly Permission[];
  },
  work: (call: Given & Read<Params, Query, Body> & { actor: Actor }) => Promise<unknown>,
): Operation {
  const scopes = typeof scope === "string" ? [scope] : scope;
  return made(row, { scopes, anyOf }, (read, given, actor) => {
    if (!actor) throw new Error("a call that needs a token was let in without one");
    return work({ ...given, ...read, actor });
  });
}

function made<Params extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodObject>(
  row: Row<Params, Query, Body>,
  access: ApiAccess,
  work: (read: Read<Params, Query, Body>, given: Given, actor: Actor | null) => Promise<unknown>,
): Operation {
  const { id, method, path, tag, output, params, query, body } = row;
  const schema = z.object({ params: params ?? NOTHING, query: query ?? NOTHING, body: body ?? NOTHING });
  return {
    ...{
      id,
      method,
      path,
      tag,
      access,
      output,
      params: params ?? NOTHING,
      query: query ?? NOTHING,
      body: body ?? null,
    },
    prepare(sent) {
      const read = schema.safeParse(sent);
      if (!read.success) return { ok: false, issues: read.error.issues.map(placeOf) };
      const input = read.data as Read<Params, Query, Body>;
      return { ok: true, input, run: (given, actor) => work(input, given, actor) };
    },
  };
}

function placeOf(issue: z.core.$ZodIssue): SentIssue {
  const [where, ...path] = issue.path;
  const part = where === "params" || where === "query" ? where : "body";
  return { where: part, issue: { ...issue, path } };
}
