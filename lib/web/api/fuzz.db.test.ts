import { sql } from "drizzle-orm";
import fc from "fast-check";
import { describe } from "vitest";
import type { z } from "zod";
import { buildWorkingDistrict } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { type Actor, may } from "@/lib/domain/access";
import { refusalsOf } from "@/lib/web/api/openapi";
import type { Operation } from "@/lib/web/api/operation";
import { OPERATIONS } from "@/lib/web/api/operations";
import { fetchOf, tokenOf } from "@/lib/web/api/testing/api-caller";
import { valuesOf } from "@/lib/web/api/testing/from-schema";
import { prepareTargets } from "@/lib/web/testing/targets";

const RUNS = Number(process.env.FUZZ_RUNS ?? 12);
const PEOPLE = [
  "应急管理局填报人",
  "应急管理局部门负责人",
  "工委管委办公室审核人",
  "工委管委办公室统稿人",
  "工委管委办公室负责人",
];

/** Addresses and bodies of an operation: with ids that there are and ids that there are not. */
function callsOf(operation: Operation, known: Readonly<Record<string, readonly string[]>>, able: readonly string[]) {
  const params = Object.entries(operation.params.shape).map(([name, schema]) => {
    const any = valuesOf(schema as z.ZodType).map(String);
    const ids = known[name];
    return [
      name,
      ids ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: any }) : any,
    ] as const;
  });
  return fc.record({
    params: fc.record(Object.fromEntries(params)),
    query: valuesOf(operation.query),
    body: operation.body ? valuesOf(operation.body) : fc.constant(undefined),
    person: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...able) },
      { weight: 1, arbitrary: fc.constantFrom(...PEOPLE) },
    ),
  });
}

function isAble(actor: Actor, { access }: Operation): boolean {
  return access === "public" || access.anyOf.length === 0 || access.anyOf.some((permission) => may(actor, permission));
}

function addressOf({ path }: Operation, params: Readonly<Record<string, string>>, query: unknown): string {
  const filled = path.replace(/\{(\w+)\}/g, (_place, name: string) =>
    encodeURIComponent((params[name] ?? "").toWellFormed()),
  );
  const search = new URLSearchParams();
  if (typeof query === "object" && query !== null) {
    for (const [name, value] of Object.entries(query)) search.set(name, String(value));
  }
  return `/api/v1${filled}?${search}`;
}

describe("a call made from an operation's own schema", () => {
  test("is never answered with a fault, whatever it brings", async ({ db }) => {
    const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);
    console.info(`fuzz seed ${seed}`);
    const district = await buildWorkingDistrict(db);
    const targets = await prepareTargets(db, district);
    const { open, openText, submitted, approved } = targets;
    const known = {
      cycleId: [district.cycleId],
      submissionId: [open, openText, submitted, approved],
      commentId: [targets.sentComment, targets.unsentComment],
      adjustmentId: [targets.adjustmentId],
      reportId: [targets.reportId],
      headingKey: ["opening", "disclosure", "platform"],
      cellKey: ["active.licensing.change", "requests.received.total"],
    };
    const tokens = new Map<string, string>();
    for (const person of PEOPLE) tokens.set(person, await tokenOf(db, district.person(person)));
    const call = fetchOf(db);
    for (const operation of OPERATIONS) {
      await db.execute(sql`delete from rate_limits`);
      const able = PEOPLE.filter((person) => isAble(district.person(person), operation));
      expect(able).not.toEqual([]);
      const documented = [200, 204, ...refusalsOf(operation)];
      const answered = fc.asyncProperty(callsOf(operation, known, able), async ({ params, query, body, person }) => {
        const response = await call(addressOf(operation, params, query), {
          method: operation.method,
          headers: { authorization: `Bearer ${tokens.get(person)}`, "content-type": "application/json" },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
        const isExpected = response.status < 500 && documented.includes(response.status);
        const text = isExpected ? "" : await response.text();
        expect(`${operation.id} ${isExpected ? "answered" : `${response.status} ${text}`}`).toBe(
          `${operation.id} answered`,
        );
      });
      await fc.assert(answered, { seed, numRuns: RUNS });
    }
  }, 600_000);
});
