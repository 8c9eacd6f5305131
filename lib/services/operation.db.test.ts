import { tmpdir } from "node:os";
import { describe } from "vitest";
import { buildDistrict, buildFailedJob, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import type { Actor } from "@/lib/domain/access";
import { loadOperation } from "@/lib/services/load-operation";
import { retryJob } from "@/lib/services/retry-job";

const ABOUT = { version: "1.2.3", databaseDir: tmpdir() };

describe("how the installation does", () => {
  test("is told to an administrator, with the jobs of the own district that failed", async ({ db }) => {
    const [own, other] = [await buildDistrict(db), await buildDistrict(db)];
    const job = await buildFailedJob(db, own.admin.districtId);
    await buildFailedJob(db, other.admin.districtId);
    const operation = await loadOperation(db, own.admin, ABOUT, TEST_NOW);
    expect(operation.version).toBe("1.2.3");
    expect(operation.database.version).toMatch(/^\d+/);
    expect(operation.database.bytes).toBeGreaterThan(1e6);
    expect(operation.connections.used).toBeGreaterThan(0);
    expect(operation.disk?.freeBytes).toBeGreaterThan(0);
    expect(operation.jobs.failed).toMatchObject([{ id: job, queue: "write-file", attempts: 3, problem: "no room" }]);
  });

  test("is told to nobody else", async ({ db }) => {
    const { admin } = await buildDistrict(db);
    const clerk: Actor = { ...admin, permissions: [] };
    await expect(loadOperation(db, clerk, ABOUT, TEST_NOW)).rejects.toMatchObject({ code: "not_permitted" });
    const jobId = await buildFailedJob(db, admin.districtId);
    await expect(retryJob(db, clerk, { ...request(), jobId }, TEST_NOW)).rejects.toMatchObject({
      code: "not_permitted",
    });
  });

  test("lets a failed job be tried again, once, and none of another district", async ({ db }) => {
    const [own, other] = [await buildDistrict(db), await buildDistrict(db)];
    const jobId = await buildFailedJob(db, own.admin.districtId);
    const foreign = await buildFailedJob(db, other.admin.districtId);
    const retry = (id: string) => retryJob(db, own.admin, { ...request(), jobId: id }, TEST_NOW);
    await retry(jobId);
    const { jobs } = await loadOperation(db, own.admin, ABOUT, TEST_NOW);
    expect(jobs.failed).toEqual([]);
    expect(jobs.waiting).toBeGreaterThan(0);
    await expect(retry(jobId)).rejects.toMatchObject({ code: "changed_meanwhile" });
    await expect(retry(foreign)).rejects.toMatchObject({ code: "not_found" });
  });
});
