import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { freePort } from "@/db/free-port";
import { endLaunched, launch, type StartedApp, untilReady } from "./testing/started-app";

/** Requests from this address of the machine count as a proxy's, which may say who asks. */
const PROXY = "127.0.0.9";
const PEOPLE = 60;
/** Answers that others get meanwhile, one after the other; without a bound on hashing they wait behind the crowd. */
const ANSWERS = 10;

let dataDir: string;
let app: StartedApp;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "nianbao-crowd-"));
  const env = { NIANBAO_PROCESSES: "1", NIANBAO_TRUSTED_PROXIES: PROXY };
  app = launch({ port: await freePort(), dataDir, args: ["--empty"], env });
  await untilReady(app);
}, 280_000);
afterAll(async () => {
  await endLaunched(dataDir);
  await rm(dataDir, { recursive: true, force: true });
});

it("answers the health check and pages while sixty people sign in at the same moment", async () => {
  const csrf = await fetch(`${app.origin}/api/auth/csrf`);
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await csrf.json());
  const cookie = csrf.headers
    .getSetCookie()
    .map((line) => line.split(";", 1)[0])
    .join("; ");
  let ended = 0;
  const signIn = async (person: number): Promise<number> => {
    const headers = {
      cookie,
      "content-type": "application/x-www-form-urlencoded",
      "x-forwarded-for": `192.0.2.${person + 1}`,
    };
    const address = `${app.origin}/api/auth/callback/credentials?json=true`;
    const request = http.request(address, { method: "POST", localAddress: PROXY, headers });
    const account = `第${person}人`;
    request.end(new URLSearchParams({ account, password: "three short words", csrfToken, json: "true" }).toString());
    const [answer] = await once(request, "response");
    await text(answer);
    ended += 1;
    return answer.statusCode;
  };
  const crowd = Promise.all(Array.from({ length: PEOPLE }, (_, person) => signIn(person)));

  const statuses: number[] = [];
  let answersMeanwhile = 0;
  while (ended < PEOPLE && answersMeanwhile < ANSWERS) {
    const address = answersMeanwhile % 2 === 0 ? "/api/health/ready" : "/reports";
    statuses.push((await fetch(`${app.origin}${address}`)).status);
    if (ended < PEOPLE) answersMeanwhile += 1;
  }
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(answersMeanwhile).toBe(ANSWERS);
  // Nobody was let in, and nobody met a fault.
  expect(new Set(await crowd)).toEqual(new Set([401]));
});
