import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import { Pool } from "pg";
import { submitSection } from "@/lib/services/submit-section";
import { buildLargeDistrict, figuresOf, type LargeDistrict } from "./large-district";
import { against, mediansInTurn } from "./measure";
import { type BenchDatabase, withDatabase } from "./with-database";

const CLIENTS = 50;
/** Connections of one app process. */
const CONNECTIONS = 10;
const ALONE = 100;
/** For both ways alone, each with a round that only warms up, and for both together. */
const UNITS = 2 * (ALONE + 1) + 800;

const CELLS = figuresOf("litigation");
const NON_ZERO = CELLS.filter(({ value }) => value !== "0");
const CONTENT = JSON.stringify({
  sectionId: "litigation",
  figures: Object.fromEntries(CELLS.map(({ key, value }) => [key, value])),
  paragraphs: {},
});
const EVENT = JSON.stringify({ sectionId: "litigation", version: 1, receipt: "21-000-01-0000", isNil: false });

/** A submit through its service against the same rows written bare, alone and with many at once. */
export async function benchSubmit(print: (line: string) => void): Promise<void> {
  await withDatabase(CONNECTIONS, async (database) => {
    const { ready } = await buildLargeDistrict(database, UNITS);
    const pool = new Pool({ connectionString: database.appUrl, max: CONNECTIONS });
    const submit = () => submitOne(database, ready);
    const bare = () => writeBare(pool, ready);

    const [floor = 0, alone = 0] = await mediansInTurn([bare, submit], ALONE);
    print(`a submit alone: ${against(alone, floor, "its writes sent bare", 2)}`);
    const each = Math.floor(ready.length / 2);
    const [bareMs, submitMs] = [await together(bare, each), await together(submit, each)];
    print(`a submit among ${CLIENTS} clients: ${against(submitMs / each, bareMs / each, "its writes sent bare", 2)}`);
    await pool.end();
  });
}

/** How long it takes that many clients to do `count` of them, one after the other each. */
async function together(work: () => Promise<void>, count: number): Promise<number> {
  let left = count;
  const from = performance.now();
  const client = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await work();
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return performance.now() - from;
}

type Ready = LargeDistrict["ready"];

function take(ready: Ready): Ready[number] {
  const next = ready.pop();
  if (!next) throw new Error("no section is left to submit");
  return next;
}

async function submitOne({ db }: BenchDatabase, ready: Ready): Promise<void> {
  const { id, revision, clerk } = take(ready);
  await submitSection(db, clerk, { requestId: randomUUID(), submissionId: id, expectedRevision: revision }, new Date());
}

/** The rows that a submit writes, in one transaction, with nothing read or decided. */
async function writeBare(pool: Pool, ready: Ready): Promise<void> {
  const { id, clerk } = take(ready);
  const { districtId, userId, scope } = clerk;
  const organisationId = scope.units === "all" ? null : (scope.units[0] ?? null);
  const [requestId, versionId, now] = [randomUUID(), randomUUID(), new Date()];
  const client = await pool.connect();
  const write = (name: string, text: string, values: unknown[]) => client.query({ name, text, values });
  try {
    await client.query("begin");
    await write(
      "scope",
      "select set_config('nianbao.actor', $1, true), set_config('nianbao.district', $2, true), set_config('nianbao.units', $3, true)",
      [userId, districtId, organisationId],
    );
    await write("request", "insert into requests (district_id, user_id, id, at) values ($1, $2, $3, $4)", [
      ...[districtId, userId, requestId, now],
    ]);
    await write(
      "version",
      `insert into versions (district_id, id, submission_id, cycle_id, organisation_id, number, content, content_hash, is_nil,
         receipt, submitted_by, submitted_by_name, submitted_at)
       select district_id, $3, id, cycle_id, organisation_id, 1, $4, '', false, '', $5, '', $6
       from submissions where district_id = $1 and id = $2`,
      [districtId, id, versionId, CONTENT, userId, now],
    );
    await write(
      "figures",
      `insert into version_figures (district_id, version_id, organisation_id, cell_key, value)
       select $1, $2, $3, key, value from unnest($4::text[], $5::numeric[]) as f(key, value)`,
      [districtId, versionId, organisationId, NON_ZERO.map(({ key }) => key), NON_ZERO.map(({ value }) => value)],
    );
    await write(
      "submission",
      `update submissions set state = 'submitted', revision = revision + 1, latest_version = 1, submitted_by = $3,
         submitted_at = $4, updated_by = $3, updated_at = $4 where district_id = $1 and id = $2`,
      [districtId, id, userId, now],
    );
    await write(
      "event",
      `insert into events (district_id, at, actor_id, actor_name, organisation_id, submission_id, type, data)
       values ($1, $2, $3, '', $4, $5, 'section_submitted', $6)`,
      [districtId, now, userId, organisationId, id, EVENT],
    );
    await write("answer", "update requests set result = $4 where district_id = $1 and user_id = $2 and id = $3", [
      ...[districtId, userId, requestId, EVENT],
    ]);
    await client.query("commit");
  } finally {
    client.release();
  }
}
