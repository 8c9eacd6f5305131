import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveFigures } from "@/lib/services/save-figures";
import { verifyHistory } from "@/lib/services/verify-history";
import { settleAppRole } from "./app-role";
import { connect, withActor } from "./connect";
import { listFigures } from "./queries/figures";
import { openAppLogin } from "./testing/app-login";
import { buildOpenDistrict, request, TEST_NOW } from "./testing/builders";
import { createDatabase, type OwnDatabase } from "./testing/own-database";
import { isPoolerThere, type Pooler, startPooler } from "./testing/pooler";

const MANY = 40;

/** Debian's PgBouncer, where it is installed, with three connections of its own for everybody. */
describe.skipIf(!isPoolerThere)("a pooler that gives each transaction another connection", () => {
  let database: OwnDatabase;
  let pooler: Pooler;
  let direct: { role: string; url: string };
  let pooled: { role: string; url: string };

  beforeAll(async () => {
    database = await createDatabase();
    const url = new URL(await openAppLogin(database.ownerUrl));
    direct = { role: url.username, url: url.toString() };
    pooler = await startPooler(direct.url);
    pooled = { role: url.username, url: pooler.url };
  });
  afterAll(async () => {
    await pooler.stop();
    await database.drop();
  });

  it("is noticed", async () => {
    expect(await settleAppRole(direct)).toEqual({ isPooled: false });
    expect(await settleAppRole(pooled)).toEqual({ isPooled: true });
  });

  it("carries saves of many people at once, each once, without a name of a statement in the way", async () => {
    const { db, close } = connect(pooled.url, { max: 20, isPooled: true });
    const { desk, person, districtId } = await buildOpenDistrict(db);
    const clerk = person("财政局填报人");
    const { id } = await desk("finance").find("requests");
    const cells = ["business", "legal_service", "natural_person", "other_organisation"].map(
      (row) => `requests.received.${row}`,
    );
    let value = new Map<string, string | null>(cells.map((cell) => [cell, null]));
    for (let round = 1; round <= MANY / cells.length; round += 1) {
      const changes = cells.map((cellKey) => ({ cellKey, seen: value.get(cellKey) ?? null, value: String(round) }));
      const saved = await Promise.all(
        changes.map((change) =>
          saveFigures(db, clerk, { ...request(), submissionId: id, changes: [change] }, TEST_NOW),
        ),
      );
      expect(saved.flatMap(({ conflicts }) => conflicts)).toEqual([]);
      value = new Map(changes.map(({ cellKey, value: to }) => [cellKey, to]));
    }
    const figures = await withActor(db, clerk, (tx) => listFigures(tx, { scope: clerk.scope, submissionId: id }));
    expect(new Map(figures.map(({ cellKey, found }) => [cellKey, found]))).toEqual(value);
    const auditor = person("工委管委办公室审计员");
    const verified = await withActor(db, auditor, (tx) => verifyHistory(tx, { districtId }));
    expect(verified).toMatchObject({ isIntact: true });
    await close();
  });
});
