import { Client } from "pg";
import { expect, inject, it } from "vitest";
import { distribute } from "./distribute";

it("changes nothing where there is no cluster, and says so", async () => {
  const owner = new Client({ connectionString: inject("ownerUrl") });
  await owner.connect();
  const policies = async () => (await owner.query("select polname, polqual::text from pg_policy order by oid")).rows;
  const before = await policies();
  const told: unknown[] = [];
  const tell = (step: unknown) => void told.push(step);
  const problem = await distribute(inject("ownerUrl"), { appRole: "nianbao_app", tell });
  expect(problem).toEqual({ kind: "no_cluster" });
  expect(told).toEqual([]);
  expect(await policies()).toEqual(before);
  await owner.end();
});
