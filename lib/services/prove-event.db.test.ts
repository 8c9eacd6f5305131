import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Connection, connect, type Db, withScope } from "@/db/connect";
import type { WorkingDistrict } from "@/db/demo/open-working-district";
import { listRawEventsAfter } from "@/db/queries/sealed-events";
import { insertSeal, listSeals } from "@/db/queries/seals";
import { openAppLogin } from "@/db/testing/app-login";
import { buildOpenDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { createDatabase, type OwnDatabase } from "@/db/testing/own-database";
import { readSealDigits } from "@/lib/domain/proof";
import { sealDigits } from "@/lib/domain/receipt";
import type { Seal, SealAlgorithm } from "@/lib/domain/seal";
import { digestAfter } from "@/lib/services/check-seals";
import { checkProofFile, proveEvent } from "@/lib/services/prove-event";
import { saveFigures } from "@/lib/services/save-figures";
import { sealHistory } from "@/lib/services/seal-history";
import { verifySeals } from "@/lib/services/verify-chain";
import { verifyHistory } from "@/lib/services/verify-history";

/** A district as an upgrade finds it: its first seal has no tree. The second has one by SHA-256, the third by SM3. */
describe("proving that an event is sealed", () => {
  let database: OwnDatabase;
  let app: Connection;
  let district: WorkingDistrict;
  let seals: Seal[];

  const inDistrict = <Result>(work: (tx: Db) => Promise<Result>) =>
    withScope(app.db, { userId: null, scope: { districtId: district.districtId, units: "all" } }, work);

  beforeAll(async () => {
    database = await createDatabase();
    app = connect(await openAppLogin(database.ownerUrl), { max: 2 });
    district = await buildOpenDistrict(app.db);
    const { districtId } = district;
    const { id } = await district.desk("finance").find("requests");
    const save = async (cell: string) => {
      const changes = [{ cellKey: `requests.received.${cell}`, seen: null, value: "1" }];
      await saveFigures(app.db, district.person("财政局填报人"), { ...request(), submissionId: id, changes }, TEST_NOW);
    };
    const seal = (algorithm: SealAlgorithm) =>
      inDistrict((tx) => sealHistory(tx, { districtId, now: TEST_NOW, algorithm }));
    await save("natural_person");
    await inDistrict(async (tx) => {
      const all = await listRawEventsAfter(tx, { districtId, afterNumber: 0, limit: 1000 });
      const former = await digestAfter(tx, districtId, null, Math.max(...all.map((event) => event.id)));
      const { hash, count: eventCount, upTo: upToEventId } = former;
      await insertSeal(tx, { districtId, number: 1, hash, eventCount, upToEventId, sealedAt: TEST_NOW, tree: null });
    });
    await save("business");
    await seal("sha256");
    await save("legal_service");
    await save("welfare");
    await seal("sm3");
    await save("research");
    seals = await inDistrict((tx) => listSeals(tx, { districtId }));
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const prove = (event: number, digits: string | null = null) =>
    inDistrict((tx) =>
      proveEvent(tx, { districtId: district.districtId, district: "某区", event: String(event), sealDigits: digits }),
    );

  async function fileOf(event: number, seal: number): Promise<{ text: string; digits: string }> {
    const digits = readSealDigits(sealDigits(seals[seal]?.hash ?? "")) ?? "";
    const proven = await prove(event, digits);
    if (!proven.ok) throw new Error(proven.reason);
    return { text: JSON.stringify(proven.proof), digits };
  }

  it("keeps former seals and those of both algorithms verifiable side by side", async () => {
    expect(seals.map(({ tree }) => tree?.algorithm)).toEqual([undefined, "sha256", "sm3"]);
    const verified = await inDistrict((tx) => verifyHistory(tx, { districtId: district.districtId }));
    expect(verified).toMatchObject({ isIntact: true, seals: 3, unsealed: 1 });
  });

  it.each([
    ["the tree", `tree = jsonb_set(tree, '{root}', '"${"0".repeat(64)}"')`],
    ["what the next tree grows from", `tree = jsonb_set(tree, '{peaks,0}', '"${"0".repeat(64)}"')`],
    ["its size", `tree = jsonb_set(tree, '{size}', '2')`],
    ["its algorithm", `tree = jsonb_set(tree, '{algorithm}', '"sm3"')`],
    ["its time", "sealed_at = sealed_at - interval '1 day'"],
    ["its count", "event_count = event_count + 1"],
    ["that it has a tree", "tree = null"],
  ])("finds a seal of which somebody changed %s", async (_what, change) => {
    const owner = connect(database.ownerUrl, { max: 1 });
    const undone = new Error("undone");
    const changed = owner.db.transaction(async (tx) => {
      await tx.execute("set local session_replication_role = replica");
      await tx.execute(`update seals set ${change} where number = 2`);
      const { fault } = await verifySeals(tx, { districtId: district.districtId });
      expect(fault).toEqual({ kind: "seal_changed", row: "seals 2" });
      throw undone;
    });
    await expect(changed).rejects.toBe(undone);
    await owner.close();
  });

  it("leads from each event to every later seal with a tree, also from one that a former seal holds", async () => {
    for (const seal of [1, 2]) {
      const size = seals[seal]?.tree?.size ?? 0;
      expect(size).toBeGreaterThan(seal === 1 ? 2 : (seals[1]?.tree?.size ?? 0));
      for (let event = 1; event <= size; event += 1) {
        const { text, digits } = await fileOf(event, seal);
        expect(checkProofFile(text, digits)).toMatchObject({ ok: true, seal: { number: seal + 1 } });
      }
    }
    const { text, digits } = await fileOf((seals[1]?.tree?.size ?? 0) + 1, 2);
    expect(checkProofFile(text, digits)).toMatchObject({
      ok: true,
      district: "某区",
      event: { event: { type: "figures_saved" }, actorName: expect.stringContaining("填报人") },
    });
  });

  it("says what cannot be proven", async () => {
    expect(await prove(100_000)).toEqual({ ok: false, reason: "not_sealed" });
    expect(await prove((seals[2]?.tree?.size ?? 0) + 1)).toEqual({ ok: false, reason: "not_sealed" });
    expect(await prove(0)).toEqual({ ok: false, reason: "no_event" });
    expect(await prove(1, "0".repeat(16))).toEqual({ ok: false, reason: "no_seal" });
    expect(await prove(1, seals[0]?.hash ?? "")).toEqual({ ok: false, reason: "not_sealed" });
  });

  it("does not lead to that seal once one sign of the file or of the seal is another", async () => {
    const { text, digits } = await fileOf(3, 1);
    expect(
      checkProofFile(
        text,
        digits.replace(/^./, (first) => (first === "0" ? "1" : "0")),
      ),
    ).toMatchObject({
      fault: "other_seal",
    });
    const proof = JSON.parse(text);
    const swapped = (hex: string) => hex.replace(/^./, (first) => (first === "a" ? "b" : "a"));
    const others = [
      { ...proof, event: proof.event.replace('"id":', '"id":1') },
      { ...proof, event: `${proof.event} ` },
      { ...proof, index: proof.index + 1 },
      { ...proof, path: proof.path.with(0, swapped(proof.path[0])) },
      { ...proof, path: proof.path.slice(1) },
      ...Object.entries({
        number: 3,
        upToEventId: proof.seal.upToEventId + 1,
        eventCount: proof.seal.eventCount + 1,
        size: proof.seal.size + 1,
        previous: swapped(proof.seal.previous),
        sealedAt: "2019-01-01T00:00:00.000Z",
        algorithm: "sm3",
        districtId: "00000000-0000-4000-8000-000000000000",
      }).map(([name, value]) => ({ ...proof, seal: { ...proof.seal, [name]: value } })),
    ];
    for (const other of others) {
      expect(checkProofFile(JSON.stringify(other), digits), JSON.stringify(other)).toMatchObject({ ok: false });
    }
    expect(checkProofFile("{}", digits)).toEqual({ ok: false, fault: "malformed" });
    expect(checkProofFile("no proof", digits)).toEqual({ ok: false, fault: "malformed" });
  });
});
