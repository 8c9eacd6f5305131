import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lackingForPooler, runPooler } from "./testing/pooler-run";
import { endLaunched } from "./testing/started-app";

const lacking = lackingForPooler();
if (lacking) process.stderr.write(`${lacking}\n`);

describe.skipIf(lacking !== null)("the app with PgBouncer in transaction mode before its server", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "nianbao-pooled-"));
  });
  afterEach(async () => {
    await endLaunched(folder);
    await rm(folder, { recursive: true, force: true });
  });

  it("loses nothing of what clerks do, and starts again through it", async () => {
    const figures = await runPooler({ restarts: 1, folder, say: () => undefined });
    expect(figures).toMatchObject({ missing: [], doubled: [], contradicted: [] });
    expect(figures.saves + figures.moves).toBeGreaterThan(10);
  });
});
