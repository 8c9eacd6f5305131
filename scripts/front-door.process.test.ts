import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { DEMONSTRATION_PASSWORD } from "@/db/demo/load-demonstration";
import { startEmbedded } from "@/db/embedded";
import { freePort } from "@/db/free-port";
import { type AppClient, clientAt, idOf, signInAt } from "./testing/app-client";
import { endLaunched, launch, type StartedApp, untilReady } from "./testing/started-app";

const NUL = "\0";
/** Requests from this address of the machine count as a proxy's. */
const PROXY = "127.0.0.9";
const ID = "[0-9a-f-]{36}";
const NOBODYS_ID = "11111111-1111-4111-8111-111111111111";

describe("the app at its address", () => {
  let dataDir: string;
  let origin: string;
  let app: StartedApp;
  let auditor: AppClient;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "nianbao-door-"));
    const port = await freePort();
    app = launch({
      port,
      dataDir,
      env: { NEXTAUTH_URL: `https://localhost:${port}`, NIANBAO_TRUSTED_PROXIES: PROXY },
    });
    await untilReady(app);
    origin = app.origin;
    auditor = await signInAt(origin, "工委管委办公室审计员", DEMONSTRATION_PASSWORD);
  }, 280_000);
  afterAll(async () => {
    await endLaunched(dataDir);
    await rm(dataDir, { recursive: true, force: true });
  });

  const getPage = (address: string, init: RequestInit = {}) =>
    fetch(`${origin}${address}`, { redirect: "manual", ...init, headers: { accept: "text/html", ...init.headers } });
  const find = async (address: string, pattern: string): Promise<string> =>
    (await (await auditor.get(address)).text()).match(new RegExp(pattern))?.[1] ?? `nothing in ${address}`;

  const postThroughProxy = async (address: string, headers: Record<string, string>) => {
    const request = http.request(`${origin}${address}`, { method: "POST", localAddress: PROXY, headers });
    request.end("[]");
    const [answer] = await once(request, "response");
    return {
      status: answer.statusCode,
      redirect: String(answer.headers["x-action-redirect"] ?? answer.headers.location),
      body: await text(answer),
    };
  };

  it.each([
    "/reports?q=%00",
    "/reports/%00",
    "/%00",
    "/sign-in?next=%00",
    "/reports/%E0%A4%A",
    "/%E0%A4%A",
    "/desk/%ZZ",
    "/cycle/%E0%A4%A",
    "/api/%E0%A4%A",
    "/reports/x/figures/%E0%A4%A",
    "/_next/static/%E0%A4%A",
    "/admin/people?q=a%00b",
  ])("says in words that %s is no address", async (address) => {
    const answer = await getPage(address);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("网址不对");
  });

  it("says at the field that a NUL cannot be taken", async () => {
    const stranger = clientAt(origin);
    const fields = { account: `a${NUL}b`, password: "whatever" };
    expect(await stranger.send("signInAction", "/sign-in", fields)).toMatchObject({
      status: "invalid",
      fieldErrors: { account: [expect.any(String)] },
    });
    const code = { account: `a${NUL}b`, code: "2222", password: "three short words" };
    expect(await stranger.send("setPasswordAction", "/set-password", code)).toMatchObject({ status: "invalid" });
    await expect(signInAt(origin, `a${NUL}b`, "whatever")).rejects.toThrow("could not sign in");
  });

  it("refuses another site's form with a message", async () => {
    const answer = await getPage("/reports", {
      method: "POST",
      body: new FormData(),
      headers: { origin: "https://elsewhere.example" },
    });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("这个操作是从别的网站发来的");
  });

  it("answers a direct call of its own pages, for somebody who is signed in and may", async () => {
    const input = { requestId: NOBODYS_ID, submissionId: NOBODYS_ID, expectedRevision: "1" };
    const call = async (headers: Record<string, string>) => {
      const answer = await fetch(`${origin}/api/section/submit`, {
        method: "POST",
        body: JSON.stringify(input),
        headers: { "content-type": "application/json", ...headers },
      });
      expect(answer.headers.get("content-security-policy"), JSON.stringify(headers)).toContain("default-src 'none'");
      return { status: answer.status, text: await answer.text() };
    };
    const { cookie } = auditor;
    expect(await call({ origin: "https://elsewhere.example", cookie })).toMatchObject({ status: 403 });
    expect(await call({ origin: "null", cookie })).toMatchObject({ status: 403 });
    expect(await call({ origin, cookie, "content-type": "text/plain" })).toEqual({ status: 415, text: "" });
    const forged = cookie.replace(/(session-token=[^;]*)[^;]{3}/, "$1AAA");
    expect(forged).not.toBe(cookie);
    for (const nobody of [{}, { cookie: forged }, { cookie: cookie.replaceAll("__Host-", "") }]) {
      const { status, text } = await call({ origin, ...nobody });
      expect([status, JSON.parse(text)]).toEqual([401, { status: "signed_out", message: expect.any(String) }]);
    }
    const english = await call({ origin, cookie: `${cookie}; __Host-NIANBAO_LANG=en` });
    expect([english.status, english.text]).toEqual([409, expect.stringContaining('"code":"not_found"')]);
    expect(english.text).not.toMatch(/[\u4e00-\u9fff]/);
    expect((await call({ origin, cookie, "accept-language": "zh" })).text).toMatch(/[\u4e00-\u9fff]/);
    await expect(auditor.callDirectly("save-figures", {})).resolves.toMatchObject({ status: "invalid" });
  });

  it("ends direct calls of a session with the session", async () => {
    const leaver = await signInAt(origin, "工委管委办公室审计员", DEMONSTRATION_PASSWORD);
    const input = { requestId: NOBODYS_ID, submissionId: NOBODYS_ID, headingKey: "safety", seen: "", value: "甲" };
    expect(await leaver.callDirectly("save-paragraph", input)).toMatchObject({ status: "refused", code: "not_found" });
    await leaver.call("signOutAction", "/history", []).catch(() => undefined);
    expect(await leaver.callDirectly("save-paragraph", input)).toMatchObject({ status: "signed_out" });
  });

  it.each(["nothing that a form is", '--none\r\nContent-Disposition: form-data; name="account"\r\n\r\ncut o'])(
    "says of a form that was cut off on its way that nothing was saved: %j",
    async (body) => {
      for (const headers of [{}, { "next-action": idOf("signInAction") }]) {
        const answer = await getPage("/sign-in", {
          method: "POST",
          body,
          headers: { origin, "content-type": "multipart/form-data; boundary=none", ...headers },
        });
        expect(answer.status).toBe(400);
        expect(await answer.text()).toContain("表单在路上断了");
      }
    },
  );

  describe("where the database fails", () => {
    let server: Awaited<ReturnType<typeof startEmbedded>>;
    let owner: Client;
    beforeAll(async () => {
      server = await startEmbedded({ dataDir, say: () => undefined, isDurable: true, endsWithParent: false });
      owner = new Client({ connectionString: server.ownerUrl });
      await owner.connect();
    });
    afterAll(async () => {
      await owner.end();
      await server.stop();
    });

    it("has a page for a failure that can be read without scripts", async () => {
      await owner.query("alter table reports rename to reports_away");
      const answer = await getPage("/reports");
      await owner.query("alter table reports_away rename to reports");
      expect(answer.status).toBe(500);
      const page = await answer.text();
      expect(page).toContain("这一页没有打开");
      expect(page).not.toContain("<script");
    });

    it("shows its pages while the database can only be read, and says so where something has to be written", async () => {
      const cycleId = await find("/review", `/report/(${ID})`);
      const { rows } = await owner.query<{ name: string }>("select current_database() as name");
      const database = rows[0]?.name ?? "";
      const everywhere = `select pg_terminate_backend(pid, 5000) from pg_stat_activity
        where datname = current_database() and usename like '%\\_app'`;
      await owner.query(`alter database "${database}" set default_transaction_read_only = on`);
      await owner.query(everywhere);
      // Every session is due to be noted, as it is once a minute.
      await owner.query("update sessions set seen_at = seen_at - interval '5 minutes'");
      try {
        for (const address of ["/review", "/history", `/report/${cycleId}`]) {
          const page = await untilAnswered(() => auditor.get(address));
          expect(page.status, address).toBe(200);
        }
        const draft = await getPage(`/report/${cycleId}/download/json`, { headers: { cookie: auditor.cookie } });
        expect(draft.status).toBe(503);
        expect(draft.headers.get("retry-after")).toBe("60");
        expect(await draft.text()).toContain("数据库目前只能读");
      } finally {
        await owner.query(`alter database "${database}" reset default_transaction_read_only`);
        await owner.query(everywhere);
      }
      expect((await untilAnswered(() => auditor.get(`/report/${cycleId}/download/json`))).status).toBe(200);
    });
  });

  it("gives every address a policy, and a figure's page the one of pages", async () => {
    const reportId = await find("/reports", `/reports/(${ID})`);
    const figure = `/reports/${reportId}/figures/requests.received.total`;
    for (const address of ["/reports", figure, "/reports/verify", "/sign-in"]) {
      const policy = (await auditor.get(address)).headers.get("content-security-policy");
      expect(policy, address).toMatch(/script-src 'self' 'nonce-\w+' 'strict-dynamic'; style-src 'self' 'nonce-\w+'; /);
    }
    for (const address of [
      "/api/health/live",
      "/api/auth/csrf",
      "/icon.svg",
      "/_next/static/none.js",
      "/reports/schema/x",
    ]) {
      const policy = (await auditor.get(address)).headers.get("content-security-policy");
      expect(policy, address).toMatch(/^default-src 'none'; frame-ancestors 'none'$/);
    }
  });

  it("sends scripts and sheets as they were compressed when the app was built", async () => {
    const page = await (await auditor.get("/sign-in")).text();
    for (const ending of ["css", "js"]) {
      const path = page.match(new RegExp(`/_next/static/chunks/[^"\\\\?]+\\.${ending}`))?.[0];
      const answer = await fetch(`${origin}${path}`, { headers: { "accept-encoding": "gzip, br" } });
      expect([answer.status, answer.headers.get("content-encoding")], path).toEqual([200, "br"]);
      expect(answer.headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
    }
  });

  it("sandboxes a downloaded file, caches no draft, and sends HSTS where HTTPS is used", async () => {
    const cycleId = await find("/review", `/report/(${ID})`);
    const draft = await auditor.get(`/report/${cycleId}/download/json`);
    expect(draft.status).toBe(200);
    expect(draft.headers.get("content-security-policy")).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox");
    expect(draft.headers.get("cache-control")).toBe("private, no-store");
    expect(draft.headers.get("strict-transport-security")).toBe("max-age=31536000; includeSubDomains");
    expect(await (await auditor.get("/history?kind=access")).text()).toContain("的草稿（JSON）");
  });

  it("keeps each cookie for this very host, its forms and its server", async () => {
    const csrf = await fetch(`${origin}/api/auth/csrf`);
    const chosen = await auditor.get(`/cycle/${crypto.randomUUID()}?to=/review`);
    const set = [csrf, chosen].flatMap((answer) => answer.headers.getSetCookie());
    expect(auditor.cookie).toContain("__Host-next-auth.session-token=");
    expect(set).toHaveLength(3);
    for (const cookie of set)
      expect(cookie).toMatch(/^__Host-(?=.*; Path=\/)(?=.*; Secure)(?=.*; HttpOnly)(?=.*; SameSite=lax)(?!.*Domain)/i);
  });

  it("answers no TRACE", async () => {
    const request = http.request(`${origin}/sign-in`, { method: "TRACE", headers: { cookie: auditor.cookie } });
    request.end();
    const [answer] = await once(request, "response");
    expect(answer.statusCode).toBe(405);
    expect(await text(answer)).toBe("");
  });

  it("ignores forwarded addresses of clients", async () => {
    const headers = { "x-forwarded-for": "192.0.2.77", "x-nianbao-source": "192.0.2.77" };
    const answer = await getPage("/account", { headers: { ...headers, cookie: auditor.cookie } });
    expect(answer.status).toBe(200);
    const stranger = await signInAt(origin, "工委管委办公室审计员", DEMONSTRATION_PASSWORD, headers);
    const page = await (await stranger.get("/account")).text();
    expect(page).toContain("127.0.0.1");
    expect(page).not.toContain("192.0.2.77");
  });

  it("draws the page that an action leads to behind a proxy with HTTPS", async () => {
    const leaver = await signInAt(origin, "工委管委办公室审计员", DEMONSTRATION_PASSWORD);
    const answer = await postThroughProxy("/history", {
      cookie: leaver.cookie,
      accept: "text/x-component",
      "next-action": idOf("signOutAction"),
      "content-type": "text/plain;charset=UTF-8",
      "x-forwarded-host": new URL(origin).host,
      "x-forwarded-proto": "https",
      origin: `https://${new URL(origin).host}`,
    });
    expect(answer).toMatchObject({ status: 200, redirect: expect.stringMatching(/^\/sign-in/) });
    expect(answer.body).toContain("sign-in");
    expect(app.said()).not.toContain("failed to get redirect response");
  });

  it("serves of next-auth only what a program signs in by", async () => {
    for (const address of ["session", "providers", "signin", "signout", "error", "callback/credentials"]) {
      expect((await auditor.get(`/api/auth/${address}`)).status, address).toBe(404);
    }
  });

  it("gives back what was typed in a form without scripts after the session had ended", async () => {
    const leaver = await signInAt(origin, "工委管委办公室管理员", DEMONSTRATION_PASSWORD);
    const page = await (await leaver.get("/admin/units")).text();
    const form = page.split("<form").find((candidate) => candidate.includes('name="name"')) ?? "";
    const fields = [...(form.split("</form>")[0]?.matchAll(/<input[^>]*>/g) ?? [])].flatMap(([tag]) => {
      const name = /name="([^"]*)"/.exec(tag)?.[1];
      return name ? [[name, /value="([^"]*)"/.exec(tag)?.[1] ?? ""] as const] : [];
    });
    const body = new FormData();
    for (const [name, value] of fields) body.set(name, value.replaceAll("&quot;", '"'));
    body.set("name", "新来的局");
    body.set("kind", "department");
    const send = (cookie: string) => getPage("/admin/units", { method: "POST", body, headers: { origin, cookie } });
    await leaver.call("signOutAction", "/admin/units", []).catch(() => undefined);
    const answer = await send(leaver.cookie);
    expect(answer.status).toBe(401);
    const kept = await answer.text();
    expect(kept).toContain("<pre>新来的局</pre>");
    expect(kept).toContain('action="/admin/units"');

    const again = await signInAt(origin, "工委管委办公室管理员", DEMONSTRATION_PASSWORD);
    expect((await send(again.cookie)).status).toBe(200);
    expect(await (await again.get("/admin/units")).text()).toContain("新来的局");
  });

  it("ends a session on the server when its person signs out", async () => {
    const leaver = await signInAt(origin, "工委管委办公室审计员", DEMONSTRATION_PASSWORD);
    expect((await leaver.get("/history")).status).toBe(200);
    await leaver.call("signOutAction", "/history", []).catch(() => undefined);
    expect((await leaver.get("/history")).status).toBe(307);
    expect((await auditor.get("/history")).status).toBe(200);
  });
});

/** Connections that were taken away fail the requests that held them; those after find new ones. */
async function untilAnswered(ask: () => Promise<Response>): Promise<Response> {
  return vi.waitUntil(
    async () => {
      const answer = await ask();
      return answer.status === 500 ? null : answer;
    },
    { timeout: 20_000, interval: 100 },
  );
}
