import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startEmbedded } from "@/db/embedded";
import { freePort } from "@/db/free-port";
import { findLosses } from "./testing/kept-work";
import { runKills, type Victim } from "./testing/kill-run";
import { endLaunched } from "./testing/started-app";
import { countLosses } from "./testing/trial";

let dataDir: string;

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "nianbao-kill-"));
});
afterEach(async () => {
  await endLaunched(dataDir);
  await rm(dataDir, { recursive: true, force: true });
});

it("loses nothing that clerks were told was saved or submitted, whatever is killed while they work", async () => {
  const victims: readonly Victim[] = ["PostgreSQL", "the app"];
  const { figures } = await runKills({
    kills: victims.length,
    dataDir,
    port: await freePort(),
    next: (count) => ({ victim: victims[count - 1] ?? "the app", afterMs: 300 }),
    say: () => undefined,
  });
  expect(figures).toMatchObject({ missing: [], doubled: [], contradicted: [] });
  expect(figures.saves).toBeGreaterThan(victims.length);

  // What looks for it finds what is not there.
  const server = await startEmbedded({ dataDir, say: () => undefined, endsWithParent: true });
  const invented = { submissionId: "nobody's", cellKey: "litigation.review.upheld", value: "1" };
  const never = { submissionId: "nobody's", requestId: "never sent", kind: "submit" } as const;
  const losses = await findLosses(server.ownerUrl, { saves: [invented], moves: [never], strange: ["signed_out"] });
  expect(losses.missing).toHaveLength(2);
  expect(countLosses(losses)).toBe(3);
  await server.stop();
});
