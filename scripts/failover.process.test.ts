import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lackingForFailover, runFailovers } from "./testing/failover-run";
import { endLaunched } from "./testing/started-app";

const lacking = lackingForFailover();
if (lacking) process.stderr.write(`${lacking}\n`);

describe.skipIf(lacking !== null)("two machines behind the balancer of deploy/haproxy.cfg", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "nianbao-failover-"));
  });
  afterEach(async () => {
    await endLaunched(folder);
    await rm(folder, { recursive: true, force: true });
  });

  it("lose nothing that clerks were told was done when the primary is killed and its standby promoted", async () => {
    const figures = await runFailovers({ failovers: 1, folder, say: () => undefined });
    expect(figures).toMatchObject({ missing: [], doubled: [], contradicted: [] });
    expect(figures.saves + figures.moves).toBeGreaterThan(10);
  });
});
