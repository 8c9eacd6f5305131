import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Connection, connect, type Db, withActor, withScope } from "@/db/connect";
import type { WorkingDistrict } from "@/db/demo/open-working-district";
import { getCycleReport } from "@/db/queries/reports";
import { listSeals } from "@/db/queries/seals";
import { buildFinishedDistrict, request, settleContradictions, TEST_NOW } from "@/db/testing/builders";
import type { HistoryFault } from "@/lib/domain/history-fault";
import { sealedText } from "@/lib/domain/seal";
import { proposeAdjustment } from "@/lib/services/adjust-roll-up";
import { beginErratum } from "@/lib/services/begin-erratum";
import { uploadLetterhead } from "@/lib/services/change-letterhead";
import { digestAfter } from "@/lib/services/check-seals";
import { sealHash } from "@/lib/services/hash";
import { importUnitReport } from "@/lib/services/import-unit-report";
import { finaliseReport, publishReport } from "@/lib/services/release-report";
import { sealHistory } from "@/lib/services/seal-history";
import { verifySeals } from "@/lib/services/verify-chain";
import { verifyHistory } from "@/lib/services/verify-history";

class RolledBack extends Error {}

/** The owner can do everything; `replica` keeps the triggers that refuse changes out of the way. */
describe("verifying a district whose rows were tampered with", () => {
  let owner: Connection;
  let app: Connection;
  let district: WorkingDistrict;
  let districtId: string;
  let reportId: string;

  beforeAll(async () => {
    owner = connect(inject("ownerUrl"), { max: 1 });
    app = connect(inject("appUrl"), { max: 2 });
    const { db } = app;
    district = await buildFinishedDistrict(db);
    districtId = district.districtId;
    const [editor, director] = [district.person("工委管委办公室统稿人"), district.person("工委管委办公室负责人")];
    await settleContradictions(db, district);
    await takeInFiles(db, district);
    reportId = (await withActor(db, editor, (tx) => getCycleReport(tx, district)))?.id ?? "";
    await finaliseReport(db, editor, { ...request(), reportId }, TEST_NOW);
    await publishReport(db, director, { ...request(), reportId }, TEST_NOW);
    await beginErratum(db, director, { ...request(), reportId, reason: "漏了一件" }, TEST_NOW);
    const adjustment = {
      ...request(),
      cycleId: district.cycleId,
      cellKey: "requests.received.natural_person",
      amount: "-1",
      reason: "两个单位报了同一件",
    };
    await proposeAdjustment(db, editor, adjustment, TEST_NOW);
    await owner.db.execute(
      sql.raw(`
      create function pg_temp.rechain(district uuid) returns void language plpgsql as $$
      declare event public.events; so_far text := '';
      begin
        for event in select * from public.events e where e.district_id = district order by e.number loop
          so_far := encode(sha256(convert_to(so_far || E'\\n' || jsonb_build_array(event.district_id, event.number,
            (extract(epoch from event.at) * 1000000)::bigint, event.actor_id, event.actor_name, event.organisation_id,
            event.cycle_id, event.submission_id, event.report_id, event.type, event.data)::text, 'UTF8')), 'hex');
          update public.events e set hash = so_far where e.district_id = district and e.id = event.id;
        end loop;
        update public.history_heads set hash = so_far where district_id = district;
      end $$`),
    );
  });
  afterAll(async () => {
    await app.close();
    await owner.close();
  });

  /** Tampers, verifies, and takes everything back. */
  async function verifyAfter(...statements: SQL[]): Promise<HistoryFault | null> {
    let fault: HistoryFault | null = null;
    await owner.db
      .transaction(async (tx) => {
        await tx.execute(sql`set local session_replication_role = replica`);
        for (const statement of statements) {
          const { rowCount } = await tx.execute(statement);
          expect(rowCount, "rows that were tampered with").toBeGreaterThan(0);
        }
        fault = (await verifyHistory(tx, { districtId })).fault;
        throw new RolledBack();
      })
      .catch((error: unknown) => {
        if (!(error instanceof RolledBack)) throw error;
      });
    return fault;
  }

  async function one(text: SQL): Promise<string> {
    const { rows } = await owner.db.execute<{ value: string }>(text);
    return String(rows[0]?.value);
  }

  const lastEvent = () => one(sql`select max(id) as value from events where district_id = ${districtId}`);
  const sealedEvent = () => one(sql`select min(id) as value from events where district_id = ${districtId}`);
  const approvedVersion = () =>
    one(sql`select approved_version_id as value from submissions s
      where district_id = ${districtId} and exists (
        select from version_figures f where f.district_id = s.district_id and f.version_id = approved_version_id)
      order by approved_version_id limit 1`);

  it("finds no fault where nothing was tampered with", async () => {
    expect(await verifyAfter(sql`select 1`)).toBeNull();
    const found = await owner.db.transaction((tx) => verifyHistory(tx, { districtId }));
    expect(found).toMatchObject({ isIntact: true, seals: 2, unsealed: 2 });
  });

  describe("an event", () => {
    it("that is not sealed yet and was changed", async () => {
      const id = await lastEvent();
      const change = sql`update events set data = data || '{"amount": "-9999"}' where district_id = ${districtId} and id = ${id}`;
      expect(await verifyAfter(change)).toEqual({ kind: "event_changed", row: `events ${id}` });
    });

    it.each([
      ["actor_name", sql`'somebody else'`],
      ["actor_id", sql`gen_random_uuid()`],
      ["at", sql`at + interval '1 microsecond'`],
      ["organisation_id", sql`gen_random_uuid()`],
      ["type", sql`'report_unlocked'`],
    ])("whose %s was changed", async (column, value) => {
      const id = await lastEvent();
      const change = sql`update events set ${sql.identifier(column)} = ${value} where district_id = ${districtId} and id = ${id}`;
      expect(await verifyAfter(change)).toEqual({ kind: "event_changed", row: `events ${id}` });
    });

    it("that was sealed and changed together with all hashes after it", async () => {
      const id = await sealedEvent();
      const change = sql`update events set data = data || '{"name": "别的区"}' where district_id = ${districtId} and id = ${id}`;
      expect(await verifyAfter(change, rechain())).toEqual({ kind: "seal_changed", row: "seals 1" });
    });

    it("that was removed, in the middle and at the end", async () => {
      const id = await sealedEvent();
      const middle = sql`delete from events where district_id = ${districtId} and id = ${id}`;
      expect(await verifyAfter(middle)).toEqual({ kind: "event_missing", row: "events number 1" });
      const last = sql`delete from events where district_id = ${districtId} and id = ${await lastEvent()}`;
      const number = await one(sql`select event_count as value from history_heads where district_id = ${districtId}`);
      expect(await verifyAfter(last)).toEqual({ kind: "events_cut_off", row: `events number ${number}` });
    });

    it("and every other: the whole history gone", async () => {
      const events = sql`delete from events where district_id = ${districtId}`;
      const seals = sql`delete from seals where district_id = ${districtId}`;
      const head = sql`delete from history_heads where district_id = ${districtId}`;
      expect(await verifyAfter(events, seals)).toEqual({ kind: "events_cut_off", row: "events number 1" });
      expect((await verifyAfter(events, seals, head))?.kind).toBe("version_unknown");
    });
  });

  describe("a seal", () => {
    it.each([
      [sql`number = 2`, "seals 2"],
      [sql`number = 1`, "seals 1"],
      [sql`true`, "seals 1"],
    ])("that was removed", async (which, row) => {
      const change = sql`delete from seals where district_id = ${districtId} and ${which}`;
      expect(await verifyAfter(change)).toEqual({ kind: "seal_missing", row });
    });

    it("that was changed, also where the next one is left as it was", async () => {
      const change = sql`update seals set hash = repeat('0', 64) where district_id = ${districtId} and number = 1`;
      expect(await verifyAfter(change)).toEqual({ kind: "seal_changed", row: "seals 1" });
    });

    it("is chained to the one before: a first one that was made anew breaks the second", async () => {
      const id = await sealedEvent();
      const change = sql`update events set data = data || '{"name": "别的区"}' where district_id = ${districtId} and id = ${id}`;
      let fault: HistoryFault | null = null;
      await owner.db
        .transaction(async (tx) => {
          await tx.execute(sql`set local session_replication_role = replica`);
          await tx.execute(change);
          await tx.execute(rechain());
          const [first] = (
            await tx.execute<{ up: string }>(
              sql`delete from seals where district_id = ${districtId} and number = 1 returning up_to_event_id as up`,
            )
          ).rows;
          const forged = await forgedSeal(tx, Number(first?.up));
          await tx.execute(forged);
          fault = (await verifySeals(tx, { districtId })).fault;
          throw new RolledBack();
        })
        .catch((error: unknown) => {
          if (!(error instanceof RolledBack)) throw error;
        });
      expect(fault).toEqual({ kind: "seal_changed", row: "seals 2" });
    });

    it("is chained to the one before: a first one with another date, its own hash made to agree, breaks the second", async () => {
      const [first] = await owner.db.transaction((tx) => listSeals(tx, { districtId }));
      if (!first?.tree) throw new Error("no sealed tree");
      const { number, upToEventId, eventCount, tree } = first;
      const { algorithm, size, root } = tree;
      const sealedAt = new Date(first.sealedAt.getTime() + 1000).toISOString();
      const text = sealedText({
        ...{ districtId, number, previous: "", upToEventId, eventCount, sealedAt, algorithm, size, root },
      });
      const change = sql`update seals set sealed_at = ${sealedAt}, hash = ${sealHash(algorithm, text)}
        where district_id = ${districtId} and number = 1`;
      expect(await verifyAfter(change)).toEqual({ kind: "seal_changed", row: "seals 2" });
    });
  });

  describe("a version", () => {
    it("whose content was changed, with and without its hash", async () => {
      const id = await approvedVersion();
      const content = sql`update versions set content = jsonb_set(content, '{figures,x.y}', '"5"')
        where district_id = ${districtId} and id = ${id}`;
      const hash = sql`update versions set content_hash = repeat('a', 64) where district_id = ${districtId} and id = ${id}`;
      const fault = { kind: "version_changed", row: `versions ${id}` };
      expect(await verifyAfter(content)).toEqual(fault);
      expect(await verifyAfter(content, hash)).toEqual(fault);
      expect(await verifyAfter(hash)).toEqual(fault);
    });

    it.each([
      ["submitted_by", sql`gen_random_uuid()`],
      ["submitted_at", sql`submitted_at - interval '40 days'`],
      ["receipt", sql`'19-01-01-0000'`],
      ["is_nil", sql`not is_nil`],
    ])("whose %s was changed", async (column, value) => {
      const id = await approvedVersion();
      const change = sql`update versions set ${sql.identifier(column)} = ${value} where district_id = ${districtId} and id = ${id}`;
      expect(await verifyAfter(change)).toEqual({ kind: "version_changed", row: `versions ${id}` });
    });

    it("whose summed figures were changed, removed or added", async () => {
      const id = await approvedVersion();
      const of = sql`district_id = ${districtId} and version_id = ${id}`;
      const key = await one(sql`select min(cell_key collate "C") as value from version_figures where ${of}`);
      const fault = { kind: "sums_changed", row: `version_figures ${id} ${key}` };
      const which = sql`${of} and cell_key = ${key}`;
      expect(await verifyAfter(sql`update version_figures set value = value + 1 where ${which}`)).toEqual(fault);
      expect(await verifyAfter(sql`delete from version_figures where ${which}`)).toEqual(fault);
      const added = sql`insert into version_figures select district_id, version_id, organisation_id, 'a.b', 3 from version_figures where ${which}`;
      expect(await verifyAfter(added)).toEqual({ kind: "sums_changed", row: `version_figures ${id} a.b` });
      const scaled = sql`update version_figures set value = value + 0.00 where ${which}`;
      expect(await verifyAfter(scaled)).toBeNull();
    });

    it("that was removed", async () => {
      const id = await approvedVersion();
      const gone = sql`delete from versions where district_id = ${districtId} and id = ${id}`;
      const submission = await one(
        sql`select submission_id || ' ' || number as value from versions where district_id = ${districtId} and id = ${id}`,
      );
      expect(await verifyAfter(gone)).toEqual({ kind: "version_missing", row: `versions ${submission}` });
    });

    it("that nobody submitted", async () => {
      const forged = randomUUID();
      const added = sql`insert into versions select district_id, ${forged}, submission_id, cycle_id, organisation_id, 99, content,
        content_hash, is_nil, receipt, submitted_by, submitted_by_name, submitted_at from versions
        where district_id = ${districtId} and id = ${await approvedVersion()}`;
      expect(await verifyAfter(added)).toEqual({ kind: "version_unknown", row: `versions ${forged}` });
    });
  });

  describe("a submission", () => {
    it("whose state, number of versions or approved version was changed", async () => {
      const id = await one(
        sql`select id as value from submissions where district_id = ${districtId} order by id limit 1`,
      );
      const of = sql`district_id = ${districtId} and id = ${id}`;
      const fault = { kind: "submission_changed", row: `submissions ${id}` };
      expect(await verifyAfter(sql`update submissions set state = 'returned' where ${of}`)).toEqual(fault);
      expect(await verifyAfter(sql`update submissions set latest_version = 7 where ${of}`)).toEqual(fault);
      expect(
        await verifyAfter(sql`update submissions set approved_version_id = gen_random_uuid() where ${of}`),
      ).toEqual(fault);
    });

    it("whose working figure was changed", async () => {
      const id = await one(
        sql`select min(submission_id::text) as value from figures where district_id = ${districtId}`,
      );
      const key = await one(
        sql`select min(cell_key collate "C") as value from figures where district_id = ${districtId} and submission_id = ${id}`,
      );
      const change = sql`update figures set found = '8888' where district_id = ${districtId} and submission_id = ${id} and cell_key = ${key}`;
      expect(await verifyAfter(change)).toEqual({ kind: "figures_changed", row: `figures ${id} ${key}` });
    });
  });

  describe("a published report", () => {
    it.each([
      ["its document", sql`document = jsonb_set(document, '{figures,requests.received.total}', '"1"')`],
      ["its document and hash", sql`document = document || '{"title": "别的"}', document_hash = repeat('b', 64)`],
      ["its title", sql`title = '别的报告'`],
      ["its district's name", sql`district_name = '别的区'`],
      ["its verification code", sql`verification_code = '0000 0000 0000 0000'`],
      ["its publisher", sql`published_by_name = '别人'`],
      ["its day", sql`published_at = published_at - interval '1 day'`],
      ["its year", sql`year = 1999`],
      ["its version", sql`version = 7`],
      ["its state", sql`state = 'superseded'`],
    ])("with a change of %s", async (_what, change) => {
      const statement = sql`update reports set ${change} where district_id = ${districtId} and id = ${reportId}`;
      expect(await verifyAfter(statement)).toEqual({ kind: "report_changed", row: `reports ${reportId}` });
    });

    it("that was removed", async () => {
      const gone = sql`delete from reports where district_id = ${districtId} and id = ${reportId}`;
      expect(await verifyAfter(gone)).toEqual({ kind: "report_missing", row: `reports ${reportId}` });
    });
  });

  describe.each([
    ["unit_reports", "unit_report_changed", "unit_report_missing"],
    ["proposed_unit_reports", "unit_report_changed", "unit_report_missing"],
  ])("a report in %s", (table, changed, missing) => {
    const row = () => `${table} ${district.person("财政局填报人").memberships[0]?.organisationId} 2017`;
    const of = () => sql`${sql.identifier(table)}`;

    it.each([
      ["its figures", sql`report = jsonb_set(report, '{figures,requests.received.total}', '"1"')`],
      ["its figures and hash", sql`report = report || '{"figures": {}}', hash = repeat('c', 64)`],
      ["its hash", sql`hash = repeat('c', 64)`],
      ["its title", sql`title = '别的报告'`],
    ])("with a change of %s", async (_what, change) => {
      const statement = sql`update ${of()} set ${change} where district_id = ${districtId}`;
      expect(await verifyAfter(statement)).toEqual({ kind: changed, row: row() });
    });

    it("with a change of who took it in, or of its year", async () => {
      const name = sql.identifier(table === "unit_reports" ? "imported_by_name" : "proposed_by_name");
      const other = sql`update ${of()} set ${name} = '别人' where district_id = ${districtId}`;
      expect(await verifyAfter(other)).toEqual({ kind: changed, row: row() });
      const year = sql`update ${of()} set year = 2016 where district_id = ${districtId}`;
      expect(await verifyAfter(year)).toMatchObject({ kind: changed });
    });

    it("that was removed", async () => {
      const gone = sql`delete from ${of()} where district_id = ${districtId}`;
      expect(await verifyAfter(gone)).toEqual({ kind: missing, row: row() });
    });
  });

  it("a report of another body that was let in by hand", async () => {
    const change = sql`update unit_reports set other_body = '别的单位', confirmed_by = gen_random_uuid(), confirmed_by_name = '别人'
      where district_id = ${districtId}`;
    expect(await verifyAfter(change)).toMatchObject({ kind: "unit_report_changed" });
  });

  describe("a template", () => {
    it.each([
      ["its bytes", sql`file = 'other'::bytea`],
      ["its bytes and hash", sql`file = 'other'::bytea, hash = encode(sha256('other'), 'hex')`],
      ["its name", sql`file_name = 'other.docx'`],
      ["who uploaded it", sql`uploaded_by_name = '别人'`],
      ["when", sql`uploaded_at = uploaded_at - interval '1 day'`],
      ["whether it is in use", sql`retired_at = now()`],
    ])("with a change of %s", async (_what, change) => {
      const id = await one(sql`select id as value from letterheads where district_id = ${districtId}`);
      const statement = sql`update letterheads set ${change} where district_id = ${districtId}`;
      expect(await verifyAfter(statement)).toEqual({ kind: "letterhead_changed", row: `letterheads ${id}` });
    });

    it("that was removed, or put in by hand", async () => {
      const gone = sql`delete from letterheads where district_id = ${districtId}`;
      expect(await verifyAfter(gone)).toMatchObject({ kind: "letterhead_missing" });
      const added = sql`insert into letterheads select district_id, gen_random_uuid(), file_name, hash, file, uploaded_by,
        uploaded_by_name, uploaded_at, now() from letterheads where district_id = ${districtId}`;
      expect(await verifyAfter(added)).toMatchObject({ kind: "letterhead_changed" });
    });
  });

  describe("a year", () => {
    it.each([
      ["a label of its form", sql`format = jsonb_set(format, '{sections,0,title}', '"别的"')`],
      [
        "its form and the form's hash",
        sql`format = jsonb_set(format, '{sections,0,title}', '"别的"'), format_hash = repeat('d', 64)`,
      ],
      ["the hash of its form", sql`format_hash = repeat('d', 64)`],
      ["its state", sql`state = 'closed'`],
      ["its number", sql`year = 1999`],
    ])("with a change of %s", async (_what, change) => {
      const statement = sql`update cycles set ${change} where district_id = ${districtId} and id = ${district.cycleId}`;
      expect(await verifyAfter(statement)).toEqual({ kind: "cycle_changed", row: `cycles ${district.cycleId}` });
    });
  });

  it("an adjustment whose amount was changed", async () => {
    const id = await one(sql`select id as value from adjustments where district_id = ${districtId}`);
    const change = sql`update adjustments set amount = -99 where district_id = ${districtId} and id = ${id}`;
    expect(await verifyAfter(change)).toEqual({ kind: "adjustment_changed", row: `adjustments ${id}` });
  });

  it("a role that was granted by hand, and an account that was let in again", async () => {
    const { userId, account } = district.person("财政局填报人");
    const granted = sql`insert into memberships select district_id, gen_random_uuid(), user_id, organisation_id, 'admin', from_at, null
      from memberships where district_id = ${districtId} and user_id = ${userId}`;
    const fault = { kind: "roles_changed", row: `memberships ${account}` };
    expect(await verifyAfter(granted)).toEqual(fault);
    const prolonged = sql`update memberships set until_at = now() + interval '1 year'
      where district_id = ${districtId} and user_id = ${userId}`;
    expect(await verifyAfter(prolonged)).toEqual(fault);
    const shut = sql`update users set deactivated_at = now() where district_id = ${districtId} and id = ${userId}`;
    expect(await verifyAfter(shut)).toEqual(fault);
  });

  /** What somebody would do who knows how the chain is made: every hash anew, the head too. */
  function rechain(): SQL {
    return sql`select set_config('nianbao.rechained', rechained::text, true) from (
      select count(*) as rechained from (select pg_temp.rechain(${districtId}::uuid)) done) counted`;
  }

  /** The first seal over the events as they are now. */
  async function forgedSeal(tx: Db, upTo: number): Promise<SQL> {
    const { hash, count } = await digestAfter(tx, districtId, null, upTo);
    return sql`insert into seals values (${districtId}, 1, ${upTo}, ${count}, ${hash}, now())`;
  }

  it("goes on after a seal is made over what was not sealed", async () => {
    await withScope(app.db, { userId: null, scope: { districtId, units: "all" } }, (tx) =>
      sealHistory(tx, { districtId, now: TEST_NOW }),
    );
    const found = await owner.db.transaction((tx) => verifyHistory(tx, { districtId }));
    expect(found).toMatchObject({ isIntact: true, seals: 3, unsealed: 0 });
  });
});

/** A unit's own report, one that waits because it names another body, and a template. */
async function takeInFiles(db: Db, district: WorkingDistrict): Promise<void> {
  const clerk = district.person("财政局填报人");
  const organisationId = clerk.memberships[0]?.organisationId ?? "";
  const report = {
    schema: "nianbao.report/1" as const,
    title: "财政局2017年年度报告",
    year: 2017,
    format: "2019",
    figures: { "requests.received.natural_person": "1" },
  };
  await importUnitReport(db, clerk, { ...request(), organisationId, report }, TEST_NOW);
  const other = { ...report, title: "财政所2017年年度报告" };
  const reason = { otherBodyReason: "更名前的报告" };
  await importUnitReport(db, clerk, { ...request(), organisationId, report: other, ...reason }, TEST_NOW);
  const template = { ...request(), fileName: "template.docx", file: new TextEncoder().encode("a template") };
  await uploadLetterhead(db, district.person("工委管委办公室管理员"), template, TEST_NOW);
}
