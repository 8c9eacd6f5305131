import { subscribe } from "node:diagnostics_channel";
import { Client, Pool } from "pg";
import { afterAll, expect, inject } from "vitest";

type Statement = { text: string; values: unknown[] };

/** Asked by the public, or by the clock, of all districts at once, or of those that it compares; each answer is small. */
const OF_ALL_DISTRICTS = [
  /"reports"\."district_id" in \(/,
  /"reports"\."state" in \(\$1, \$2\)/,
  /"reports"\."state" = \$1/,
  /"verification_code"/,
];

const seen = new Map<string, Statement>();

/** These send statements of their own that name nothing, to attack, to forge or to look at whole tables. */
const OF_ATTACKERS = /\/(?:policies|forbidden-writes|verify-history|prove-event|second-factor)\.db\.test\.ts$/;

if (!OF_ATTACKERS.test(expect.getState().testPath ?? "")) {
  subscribe("nianbao.pool", (pool) => {
    if (pool instanceof Pool) pool.on("connect", watch);
  });
}

function watch(client: object): void {
  if (!("query" in client) || typeof client.query !== "function") return;
  const { query } = client;
  client.query = (...args: unknown[]): unknown => {
    note(args[0], args[1]);
    return Reflect.apply(query, client, args);
  };
}

function note(statement: unknown, values: unknown): void {
  const text = typeof statement === "object" && statement !== null && "text" in statement ? statement.text : statement;
  if (typeof text !== "string" || !/^\s*(?:select|insert|update|delete|with)\b/i.test(text)) return;
  if (!seen.has(text)) seen.set(text, { text, values: Array.isArray(values) ? values : [] });
}

/** Plans each statement of a file anew, as the owner, whom no policy helps: it may name the rows of one part only. */
afterAll(async () => {
  const owner = new Client({ connectionString: inject("ownerUrl") });
  await owner.connect();
  const wide: string[] = [];
  for (const { text, values } of seen.values()) {
    if (OF_ALL_DISTRICTS.some((known) => known.test(text))) continue;
    const parts = await listParts(owner, text, values);
    if (parts.size > 1) wide.push(`${text} -- ${[...parts].join(", ")}`);
  }
  await owner.end();
  if (wide.length > 0) throw new Error(`statements that do not name their district:\n${wide.join("\n")}`);
});

async function listParts(owner: Client, text: string, values: unknown[]): Promise<Set<string>> {
  const { rows } = await owner.query<{ "QUERY PLAN": unknown }>(`explain (format json) ${text}`, values);
  const plan = JSON.stringify(rows[0]?.["QUERY PLAN"]);
  const parts = new Set<string>();
  for (const [, part = ""] of plan.matchAll(/"Relation Name":"[a-z_]+_(\d)"/g)) parts.add(part);
  return parts;
}
