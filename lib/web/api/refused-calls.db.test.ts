import { describe, inject } from "vitest";
import { z } from "zod";
import { connect, type Db } from "@/db/connect";
import { buildDistrict, buildOpenDistrict, buildWorkingDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { createDatabase } from "@/db/testing/own-database";
import { expect, test } from "@/db/testing/test-db";
import { authenticateToken } from "@/lib/services/authenticate-token";
import { CALLS_A_MINUTE } from "@/lib/services/count-call";
import { endToken } from "@/lib/services/end-token";
import { importPublishedReport } from "@/lib/services/import-published-report";
import { fetchOf, tokenOf } from "@/lib/web/api/testing/api-caller";

const ProblemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(z.looseObject({ detail: z.string() })).optional(),
});
const WorkSchema = z.object({ paragraphs: z.array(z.object({ headingKey: z.string(), body: z.string() })) });
const SavedSchema = z.object({ conflict: z.object({ theirs: z.string() }).nullable() });
const ListSchema = z.object({ items: z.array(z.object({ id: z.string() })), next: z.string().nullable() });
const NOWHERE = "0b9f0c61-7f8e-4c62-9a3c-3a1d5f0f0c11";

type Sent = { method?: string; body?: string; headers?: Record<string, string> };

/** Sends a call that is refused, and gives its problem with the headers. */
async function refused(db: Db, path: string, { headers, ...init }: Sent = {}) {
  const response = await fetchOf(db)(`/api/v1${path}`, { ...init, headers: { "accept-language": "en", ...headers } });
  expect(response.headers.get("content-type")).toBe("application/problem+json");
  const problem = ProblemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  expect(problem.type).toBe(`/help/api#${problem.code}`);
  return { ...problem, headers: response.headers };
}

const json = { "content-type": "application/json" };

async function prepare(db: Db) {
  const district = await buildWorkingDistrict(db);
  const clerk = district.person("应急管理局填报人");
  const token = await tokenOf(db, clerk);
  const section = await district.desk("safety").find("active");
  const as = (given: string) => ({ authorization: `Bearer ${given}` });
  return { district, clerk, token, section, as };
}

describe("a call that is wrong in itself", () => {
  test("is told without a token, with a wrong one and with one that has ended", async ({ db }) => {
    const { clerk, token, as } = await prepare(db);
    const without = await refused(db, "/cycles");
    expect(without).toMatchObject({ status: 401, code: "no_token" });
    expect(without.headers.get("www-authenticate")).toBe('Bearer realm="nianbao"');
    expect(await refused(db, "/cycles", { headers: { cookie: `next-auth.session-token=${token}` } })).toMatchObject({
      code: "no_token",
    });
    expect(await refused(db, "/cycles", { headers: as(`${token}x`) })).toMatchObject({
      status: 401,
      code: "bad_token",
    });
    const tokenId = (await authenticateToken(db, { token }, TEST_NOW))?.tokenId ?? "";
    await endToken(db, clerk, { requestId: NOWHERE, tokenId }, TEST_NOW);
    const ended = await refused(db, "/cycles", { headers: as(token) });
    expect(ended).toMatchObject({ status: 401, code: "bad_token" });
    expect(ended.headers.get("www-authenticate")).toContain('error="invalid_token"');
  });

  test("is told where the scope, or the role, does not reach", async ({ db }) => {
    const { district, clerk, section, as, token } = await prepare(db);
    const reading = as(await tokenOf(db, clerk, ["read"]));
    const step = { method: "POST", body: JSON.stringify({ expectedRevision: 0 }) };
    const scope = await refused(db, `/submissions/${section.id}/submit`, { ...step, headers: { ...json, ...reading } });
    expect(scope).toMatchObject({ status: 403, code: "scope_missing" });
    expect(scope.headers.get("www-authenticate")).toContain('scope="fill"');
    const reviewing = { headers: { ...json, ...as(await tokenOf(db, clerk, ["review"])) } };
    expect(await refused(db, `/reviews/${section.id}/approve`, { ...step, ...reviewing })).toMatchObject({
      status: 403,
      code: "role_missing",
    });
    expect(await refused(db, `/cycles/${district.cycleId}/queue`, { headers: as(token) })).toMatchObject({
      code: "role_missing",
    });
  });

  test("is told of its address, method, type, size and content", async ({ db }) => {
    const { section, token, as } = await prepare(db);
    const headers = { ...json, ...as(token) };
    const figures = `/submissions/${section.id}/figures`;
    expect(await refused(db, "/nothing")).toMatchObject({ status: 404, code: "unknown_address" });
    expect(await refused(db, "/%zz")).toMatchObject({ status: 404, code: "unknown_address" });
    const method = await refused(db, figures, { method: "DELETE", headers });
    expect(method).toMatchObject({ status: 405, code: "method_not_allowed" });
    expect(method.headers.get("allow")).toBe("PUT");
    const put = { method: "PUT", headers };
    expect(
      await refused(db, figures, { ...put, headers: { ...headers, "content-type": "text/plain" }, body: "{}" }),
    ).toMatchObject({ status: 415, code: "unsupported_type" });
    expect(await refused(db, figures, { ...put, body: `"${"x".repeat(1024 * 1024)}"` })).toMatchObject({
      status: 413,
      code: "too_large",
    });
    expect(await refused(db, figures, { ...put, body: "{" })).toMatchObject({ status: 400, code: "bad_json" });
    const change = { cellKey: "Active", seen: null, value: "1" };
    const input = await refused(db, figures, { ...put, body: JSON.stringify({ changes: [change], more: 1 }) });
    expect(input).toMatchObject({ status: 422, code: "invalid_input" });
    expect(input.errors?.map(({ pointer }) => pointer).toSorted()).toEqual(["#", "#/changes/0/cellKey"]);
    for (const value of ["a\0b", "a\ud800b"]) {
      const body = JSON.stringify({ changes: [{ cellKey: "active.rules.made", seen: null, value }] });
      expect(await refused(db, figures, { ...put, body })).toMatchObject({ status: 422, code: "invalid_input" });
    }
    const query = await refused(db, "/reports?year=12&colour=red");
    expect(query).toMatchObject({ status: 422, code: "invalid_input" });
    expect(query.errors?.map(({ parameter }) => parameter).toSorted()).toEqual(["", "year"]);
    expect(await refused(db, "/reports?cursor=none")).toMatchObject({ status: 400, code: "bad_cursor" });
    expect(await refused(db, "/reports/none")).toMatchObject({ status: 404, code: "not_found" });
    expect(await refused(db, `/reports/${NOWHERE}`)).toMatchObject({ status: 404, code: "not_found" });
  });

  test("is told when it is one too many in a minute, and of how many are left before", async ({ db }) => {
    const call = fetchOf(db, { source: "198.51.100.1" });
    let last = await call("/api/v1/reports");
    expect(last.headers.get("ratelimit-policy")).toBe(`"minute";q=${CALLS_A_MINUTE.source};w=60`);
    expect(last.headers.get("ratelimit")).toContain(`r=${CALLS_A_MINUTE.source - 1};`);
    for (let count = 1; count <= CALLS_A_MINUTE.source; count += 1) last = await call("/api/v1/reports");
    expect(last.status).toBe(429);
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await last.json()).toMatchObject({ code: "too_many_requests" });
    expect((await fetchOf(db)("/api/v1/reports")).status).toBe(200);
  });
});

describe("what a service refuses", () => {
  test("is counted by where it comes from where its token does not hold, so that none is guessed without end", async ({
    db,
  }) => {
    const call = fetchOf(db, { source: "198.51.100.2" });
    const guess = (token: string) => call("/api/v1/cycles", { headers: { authorization: `Bearer ${token}` } });
    let last = await guess("first");
    expect(last.status).toBe(401);
    for (let count = 1; count <= CALLS_A_MINUTE.source; count += 1) last = await guess(`guess-${count}`);
    expect(last.status).toBe(429);
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  test("has its words in both languages, and is of the section's own unit alone", async ({ db }) => {
    const { district, section, as, token } = await prepare(db);
    const headers = { ...json, ...as(token) };
    const submit = { method: "POST", headers, body: JSON.stringify({ expectedRevision: section.revision + 7 }) };
    const english = await refused(db, `/submissions/${section.id}/withdraw`, submit);
    expect(english.status).toBe(409);
    const chinese = await refused(db, `/submissions/${section.id}/withdraw`, {
      ...submit,
      headers: { ...headers, "accept-language": "zh-CN" },
    });
    expect(chinese.code).toBe(english.code);
    expect(chinese.detail).toMatch(/[一-鿿]/);
    expect(english.detail).toContain("Refresh, look again, and then decide.");
    const other = await district.desk("finance").find("active");
    for (const path of [`/submissions/${other.id}`, `/submissions/${other.id}/withdraw`]) {
      const call = path.endsWith("withdraw") ? submit : { headers };
      expect(await refused(db, path, call)).toMatchObject({ status: 404, code: "not_found" });
    }
  });
});

describe("an Idempotency-Key", () => {
  test("has the same call done once and answered alike, and takes no other call", async ({ db }) => {
    const district = await buildOpenDistrict(db);
    const token = await tokenOf(db, district.person("应急管理局填报人"));
    const call = fetchOf(db);
    const { id } = await district.desk("safety").find("overview");
    const headers = { ...json, authorization: `Bearer ${token}` };
    const work = WorkSchema.parse(await (await call(`/api/v1/submissions/${id}`, { headers })).json());
    const { headingKey = "", body: seen = "" } = work.paragraphs[0] ?? {};
    const write = (key: string, value: string) =>
      call(`/api/v1/submissions/${id}/paragraphs/${headingKey}`, {
        method: "PUT",
        headers: { ...headers, "idempotency-key": key },
        body: JSON.stringify({ seen, value }),
      });
    const first = await write("one", "甲");
    expect(first.status).toBe(200);
    const again = await write("one", "甲");
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(await again.json()).toEqual(await first.json());
    const codeOf = async (response: Response) => ProblemSchema.parse(await response.json()).code;
    expect(await codeOf(await write("one", "乙"))).toBe("key_reused");
    expect(await codeOf(await write("with a blank", "甲"))).toBe("bad_key");
    const conflict = SavedSchema.parse(await (await write("two", "乙")).json());
    expect(conflict.conflict?.theirs).toBe("甲");
  });
});

describe("what is read", () => {
  test("is told to be the same by its tag", async ({ db }) => {
    const { token } = await prepare(db);
    const call = fetchOf(db);
    const headers = { authorization: `Bearer ${token}` };
    const tag = (await call("/api/v1/cycles", { headers })).headers.get("etag") ?? "";
    const again = await call("/api/v1/cycles", { headers: { ...headers, "if-none-match": tag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  test("goes on page by page, each report once and in one order", async ({ db }) => {
    const { admin } = await buildDistrict(db);
    for (const year of [2016, 2017, 2018]) {
      const report = { schema: "nianbao.report/1" as const, title: `${year}年报`, year, format: "2019", figures: {} };
      await importPublishedReport(db, admin, { ...request(), report, publishedAt: TEST_NOW }, TEST_NOW);
    }
    const call = fetchOf(db);
    const listed: string[] = [];
    let address: string | undefined = "/api/v1/reports?limit=1";
    while (address) {
      const response: Response = await call(address);
      const { items, next } = ListSchema.parse(await response.json());
      listed.push(...items.map(({ id }) => id));
      const link: string = response.headers.get("link") ?? "";
      address = /^<([^>]+)>; rel="next"$/.exec(link)?.[1];
      expect(address === undefined).toBe(next === null);
    }
    const whole = ListSchema.parse(await (await call("/api/v1/reports")).json());
    expect(listed).toEqual(whole.items.map(({ id }) => id));
    expect(listed.length).toBeGreaterThanOrEqual(3);
  });
});

describe("a call that cannot be answered", () => {
  const listReports = async (url: string) => {
    const connection = connect(url, { max: 1 });
    try {
      return await refused(connection.db, "/reports");
    } finally {
      await connection.close();
    }
  };

  test("says that the database is away, and when to come again", async () => {
    const url = new URL(inject("ownerUrl"));
    url.port = "9";
    url.hostname = "127.0.0.1";
    const problem = await listReports(url.href);
    expect(problem).toMatchObject({ status: 503, code: "database_away" });
    expect(problem.headers.get("retry-after")).toBe("10");
    expect(problem.headers.get("cache-control")).toBe("no-store");
    expect(JSON.stringify(problem)).not.toMatch(/127\.0\.0\.1|ECONNREFUSED|postgres/i);
  });

  test("says nothing of a fault but that there is one", async () => {
    const empty = await createDatabase();
    try {
      const problem = await listReports(empty.ownerUrl);
      expect(problem).toMatchObject({ status: 500, code: "fault" });
      expect(problem.headers.get("retry-after")).toBeNull();
      expect(JSON.stringify(problem)).not.toMatch(/relation|nianbao\.|42P01|42883|3F000/i);
    } finally {
      await empty.drop();
    }
  });
});
