import { randomUUID } from "node:crypto";
import { type SQL, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { type Connection, connect, type Db, withActor, withScope } from "@/db/connect";
import type { WorkingDistrict } from "@/db/demo/open-working-district";
import { getCycleReport } from "@/db/queries/reports";
import { buildDistrict, buildFinishedDistrict, request, settleContradictions, TEST_NOW } from "@/db/testing/builders";
import type { Actor } from "@/lib/domain/access";
import { finaliseReport, publishReport } from "@/lib/services/release-report";

class RolledBack extends Error {}

/** A policy or a missing right; a trigger; no row that the person may change. */
const REFUSED = ["42501", "23001", "0 rows"];

/**
 * What somebody could try who gets the app to run a statement of theirs in the middle of a person's request: each is run
 * with the app's own login, acting for that person.
 */
describe("a forbidden write, with the app's own login", () => {
  let app: Connection;
  let district: WorkingDistrict;
  let districtId: string;
  let published: string;
  let draft: string;
  let foreign: Actor;

  beforeAll(async () => {
    app = connect(inject("appUrl"), { max: 2 });
    const { db } = app;
    district = await buildFinishedDistrict(db);
    districtId = district.districtId;
    foreign = (await buildDistrict(db)).admin;
    const [editor, director] = [district.person("工委管委办公室统稿人"), district.person("工委管委办公室负责人")];
    await settleContradictions(db, district);
    published = (await withActor(db, editor, (tx) => getCycleReport(tx, district)))?.id ?? "";
    await finaliseReport(db, editor, { ...request(), reportId: published }, TEST_NOW);
    await publishReport(db, director, { ...request(), reportId: published }, TEST_NOW);
    draft = "00000000-0000-4000-8000-00000000d0aa";
    await withActor(db, editor, (tx) =>
      tx.execute(sql`insert into reports (district_id, id, year, version, state, origin, title, district_name)
        values (${districtId}, ${draft}, 2031, 1, 'draft', 'composed', '某年', '某区')`),
    );
  });
  afterAll(() => app.close());

  /** The code that PostgreSQL refuses with, or how many rows it changed; everything is taken back. */
  async function outcome(actor: Actor, statement: SQL): Promise<string> {
    let found = "";
    await withActor(app.db, actor, async (tx) => {
      found = await tx.execute(statement).then(({ rowCount }) => `${rowCount} rows`, codeOf);
      throw new RolledBack();
    }).catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
    return found;
  }

  function codeOf(error: unknown): string {
    const cause = error instanceof Error && error.cause ? error.cause : error;
    return typeof cause === "object" && cause !== null && "code" in cause ? String(cause.code) : String(error);
  }

  const clerk = () => district.person("财政局填报人");
  const reviewer = () => district.person("工委管委办公室审核人");
  const editor = () => district.person("工委管委办公室统稿人");
  const director = () => district.person("工委管委办公室负责人");
  const admin = () => district.person("工委管委办公室管理员");
  const unitOf = (actor: Actor) => actor.memberships[0]?.organisationId ?? "";

  it("leaves a name that its person does not bear without effect at signing in, even where the owner wrote it", async () => {
    const owner = connect(inject("ownerUrl"), { max: 1 });
    const found: number[] = [];
    await owner.db
      .transaction(async (tx) => {
        for (const account of [admin().account, "别的名字"]) {
          await tx.execute(sql`update accounts set account = ${account} where user_id = ${admin().userId}`);
          found.push((await tx.execute(sql`select * from nianbao.sign_in_lookup(${account})`)).rows.length);
        }
        throw new RolledBack();
      })
      .catch((error: unknown) => {
        if (!(error instanceof RolledBack)) throw error;
      });
    await owner.close();
    expect(found).toEqual([1, 0]);
  });

  describe.each([
    ["a clerk", clerk],
    ["a reviewer", reviewer],
    ["an editor", editor],
    ["a director", director],
  ])("of %s", (_who, who) => {
    it.each(["admin", "reviewer", "director"])("does not grant the role %s", async (role) => {
      const grant = sql`insert into memberships (district_id, id, user_id, organisation_id, role, from_at)
        values (${districtId}, gen_random_uuid(), ${who().userId}, ${unitOf(who())}, ${role}, now())`;
      expect(REFUSED).toContain(await outcome(who(), grant));
      const change = sql`update memberships set role = ${role} where user_id = ${who().userId}`;
      expect(REFUSED).toContain(await outcome(who(), change));
    });

    it("ends nobody's role and shuts out nobody", async () => {
      expect(REFUSED).toContain(
        await outcome(who(), sql`update memberships set until_at = now() where user_id = ${admin().userId}`),
      );
      expect(REFUSED).toContain(
        await outcome(who(), sql`update users set deactivated_at = now() where id = ${admin().userId}`),
      );
    });

    it("adds no account", async () => {
      const add = sql`insert into users (district_id, id, account, name, created_at)
        values (${districtId}, gen_random_uuid(), gen_random_uuid()::text, '新人', now())`;
      expect(REFUSED).toContain(await outcome(who(), add));
    });

    it("takes no account's name, gives none back and signs nobody in under another one", async () => {
      const other = JSON.stringify([
        { districtId, userId: randomUUID(), account: "又一个管理员", foldedAccount: "又一个管理员" },
      ]);
      for (const statement of [
        sql`insert into accounts (folded_account, account, district_id, user_id)
          values ('又一个管理员', '又一个管理员', ${districtId}, ${admin().userId})`,
        sql`delete from accounts where user_id = ${admin().userId}`,
        sql`select nianbao.take_accounts(${other}::jsonb)`,
        sql`select nianbao.give_back_account(${districtId}, folded_account) from accounts`,
      ]) {
        expect(REFUSED).toContain(await outcome(who(), statement));
      }
    });

    it("has nothing told in another's name, and neither reads nor changes what is told", async () => {
      const tell = sql`insert into notices (district_id, id, kind, at, actor_id, organisation_id, section_ids)
        values (${districtId}, gen_random_uuid(), 'returned', now(), ${admin().userId}, ${unitOf(who())}, '{}')`;
      expect(REFUSED).toContain(await outcome(who(), tell));
      const message = sql`insert into deliveries (district_id, id, user_id, made_at)
        values (${districtId}, gen_random_uuid(), ${who().userId}, now())`;
      expect(REFUSED).toContain(await outcome(who(), message));
      for (const statement of [
        sql`select from notices`,
        sql`select from messages`,
        sql`select from deliveries`,
        sql`select from robots`,
        sql`update deliveries set sent_at = now()`,
        sql`update messages set delivery_id = null`,
        sql`update users set email = 'mine@example.cn' where id = ${admin().userId}`,
        sql`update reminder_plans set is_overdue_daily = false`,
        sql`delete from calendar_days`,
      ]) {
        expect(await outcome(who(), statement)).toBe("0 rows");
      }
      const rest = sql`insert into calendar_days (district_id, day, is_working) values (${districtId}, '2027-01-04', false)`;
      expect(REFUSED).toContain(await outcome(who(), rest));
      const robot = sql`insert into robots (district_id, id, kind, name, sealed_address, added_by_name, added_at)
        values (${districtId}, gen_random_uuid(), 'wecom', 'x', 'x', 'x', now())`;
      expect(REFUSED).toContain(await outcome(who(), robot));
    });

    it("reads and sets nobody's password or code", async () => {
      for (const statement of [
        sql`select password_hash from credentials`,
        sql`select * from credentials`,
        sql`update credentials set password_hash = 'x'`,
        sql`insert into credentials (district_id, user_id, password_hash) values (${districtId}, ${admin().userId}, 'x')`,
        sql`delete from credentials`,
        sql`update users set has_password = true`,
        sql`update users set code_expires_at = now()`,
        sql`update users set account = 'x'`,
        sql`select nianbao.give_codes(${districtId}::uuid, jsonb_build_array(jsonb_build_object('userId', ${admin().userId}::text, 'codeHash', 'x')), now())`,
        sql`select nianbao.give_first_password(${districtId}::uuid, ${admin().userId}::uuid, 'x')`,
        sql`select nianbao.forget_code(${districtId}::uuid, ${admin().userId}::uuid)`,
        sql`select nianbao.salt_of('x')`,
      ]) {
        expect(await outcome(who(), statement)).toBe("42501");
      }
      await withActor(app.db, who(), async (tx) => {
        const { rows } = await tx.execute(
          sql`select nianbao.set_password(${districtId}::uuid, ${admin().userId}::uuid, 'password', 'guessed', 'mine', now()) as epoch`,
        );
        expect(rows).toEqual([{ epoch: null }]);
        const found = await tx.execute(sql`select * from nianbao.sign_in_lookup(${foreign.account})`);
        expect(Object.keys(found.rows[0] ?? {}).filter((key) => key.includes("hash"))).toEqual([]);
        expect(found.rows[0]?.password_salt).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[^$]+$/);
      });
    });

    it.each([
      ["title", sql`'别的'`],
      ["district_name", sql`'别的区'`],
      ["verification_code", sql`'0000 0000 0000 0000'`],
      ["published_by_name", sql`'别人'`],
      ["published_at", sql`now()`],
      ["document", sql`'{}'::jsonb`],
      ["document_hash", sql`'0'`],
      ["finalised_by", sql`gen_random_uuid()`],
      ["finalised_by_name", sql`'别人'`],
      ["finalised_at", sql`now()`],
      ["erratum_reason", sql`'别的'`],
      ["has_charts", sql`not has_charts`],
      ["has_unit_annexes", sql`not has_unit_annexes`],
      ["letterhead_id", sql`gen_random_uuid()`],
      ["origin", sql`'imported'`],
      ["year", sql`1999`],
      ["version", sql`9`],
      ["cycle_id", sql`null`],
      ["district_id", sql`gen_random_uuid()`],
      ["state", sql`'draft'`],
    ])("does not change a published report's %s", async (column, value) => {
      const change = sql`update reports set ${sql.identifier(column)} = ${value} where id = ${published}`;
      expect(REFUSED).toContain(await outcome(who(), change));
    });

    it("publishes nothing by a statement alone", async () => {
      const publish = sql`update reports set state = 'published', document = '{}', published_at = now() where id = ${draft}`;
      expect(REFUSED).toContain(await outcome(who(), publish));
      const insert = sql`insert into reports (district_id, id, year, version, state, origin, title, district_name)
        values (${districtId}, gen_random_uuid(), 2032, 1, 'published', 'imported', '某年', '某区')`;
      expect(REFUSED).toContain(await outcome(who(), insert));
    });

    it("writes no event in another's name, for another district or without an author", async () => {
      const event = (district: string, actorId: string | null, organisationId: string | null) =>
        sql`insert into events (district_id, at, actor_id, actor_name, organisation_id, type, data)
          values (${district}, now(), ${actorId}, '', ${organisationId}, 'password_set', '{"account": "x"}')`;
      expect(await outcome(who(), event(districtId, who().userId, null))).toBe("1 rows");
      expect(await outcome(who(), event(districtId, admin().userId, null))).toBe("42501");
      expect(await outcome(who(), event(districtId, null, null))).toBe("42501");
      expect(await outcome(who(), event(foreign.districtId, who().userId, null))).toBe("42501");
      expect(await outcome(who(), event(foreign.districtId, foreign.userId, null))).toBe("42501");
    });

    it("changes no version, no sum, no seal and no event", async () => {
      for (const table of ["versions", "version_figures", "seals", "events", "history_heads"]) {
        for (const statement of [
          sql`update ${sql.identifier(table)} set district_id = district_id`,
          sql`delete from ${sql.identifier(table)}`,
          sql`truncate ${sql.identifier(table)}`,
        ]) {
          expect(await outcome(who(), statement), table).toBe("42501");
        }
      }
      const add = sql`insert into version_figures (district_id, version_id, organisation_id, cell_key, value)
        select district_id, id, organisation_id, 'a.b', 5 from versions where district_id = ${districtId}
          and organisation_id = ${unitOf(who())}`;
      expect(REFUSED).toContain(await outcome(who(), add));
    });
  });

  it("writes the author's name as it is stored, whatever the statement says", async () => {
    await withActor(app.db, clerk(), async (tx) => {
      const { rows } = await tx.execute<{ name: string }>(
        sql`insert into events (district_id, at, actor_id, actor_name, organisation_id, type, data)
          values (${districtId}, now(), ${clerk().userId}, '别人', ${unitOf(clerk())}, 'password_set', '{"account": "x"}')
          returning actor_name as name`,
      );
      expect(rows).toEqual([{ name: clerk().name }]);
      throw new RolledBack();
    }).catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
  });

  it("a clerk writes no event for another unit, nor about another unit's submission or a report", async () => {
    const other = unitOf(district.person("应急管理局填报人"));
    const theirs = await withActor(app.db, reviewer(), (tx) =>
      tx.execute<{ id: string }>(sql`select id from submissions where organisation_id = ${other} limit 1`),
    );
    const event = (organisationId: string | null, submissionId: string | null, reportId: string | null) =>
      sql`insert into events (district_id, at, actor_id, actor_name, organisation_id, submission_id, report_id, type, data)
        values (${districtId}, now(), ${clerk().userId}, '', ${organisationId}, ${submissionId}, ${reportId},
          'submission_approved', '{"sectionId": "requests", "version": 1}')`;
    expect(await outcome(clerk(), event(other, null, null))).toBe("42501");
    expect(await outcome(clerk(), event(unitOf(clerk()), theirs.rows[0]?.id ?? "", null))).toBe("42501");
    expect(await outcome(clerk(), event(null, null, published))).toBe("42501");
    expect(await outcome(clerk(), event(unitOf(clerk()), null, null))).toBe("1 rows");
  });

  it("a clerk approves nothing, not even their own unit's section, and moves it to no other unit", async () => {
    const own = sql`district_id = ${districtId} and organisation_id = ${unitOf(clerk())}`;
    // The rows themselves may be written: it is the approval that is refused.
    const reopen = sql`update submissions set state = 'draft' where ${own}`;
    expect(await outcome(clerk(), reopen)).not.toBe("0 rows");
    await withActor(app.db, clerk(), async (tx) => {
      await tx.execute(reopen);
      const approve = sql`update submissions set state = 'approved' where ${own}`;
      expect(await tx.execute(approve).then(() => "done", codeOf)).toBe("42501");
      throw new RolledBack();
    }).catch((error: unknown) => {
      if (!(error instanceof RolledBack)) throw error;
    });
    expect(await outcome(clerk(), sql`update submissions set organisation_id = gen_random_uuid() where ${own}`)).toBe(
      "42501",
    );
  });

  it("a reviewer approves nobody's other version, and nothing that they submitted", async () => {
    const swap = sql`update submissions s set approved_version_id = (select v.id from versions v
      where v.district_id = s.district_id and v.submission_id <> s.id limit 1), approved_by = ${reviewer().userId}
      where district_id = ${districtId} and state = 'approved'`;
    expect(await outcome(reviewer(), swap)).toBe("42501");
  });

  it("nobody lets in another body's report alone, nor confirms what they proposed", async () => {
    const unit = unitOf(clerk());
    const foreignReport = sql`'{"title": "别的单位2018年年度报告"}'::jsonb`;
    const take = (by: Actor, confirmedBy: string | null) =>
      sql`insert into unit_reports (district_id, organisation_id, year, title, report, hash, imported_by, imported_by_name,
          imported_at, other_body, confirmed_by)
        values (${districtId}, ${unit}, 2018, '报告', ${foreignReport}, 'h', ${by.userId}, '', now(),
          ${confirmedBy === null ? null : "别的单位"}, ${confirmedBy})`;
    const propose = (by: Actor) =>
      sql`insert into proposed_unit_reports (district_id, id, organisation_id, year, title, body, reason, report, hash,
          proposed_by, proposed_by_name, proposed_at)
        values (${districtId}, gen_random_uuid(), ${unit}, 2018, '报告', '别的单位', '更名', ${foreignReport}, 'h', ${by.userId}, '', now())`;
    expect(await outcome(clerk(), take(clerk(), null))).toBe("42501");
    expect(await outcome(admin(), take(admin(), null))).toBe("42501");
    // Two people are named, but nobody proposed anything.
    expect(await outcome(reviewer(), take(clerk(), reviewer().userId))).toBe("42501");
    expect(await outcome(clerk(), propose(admin()))).toBe("42501");

    await withActor(app.db, clerk(), (tx) => tx.execute(propose(clerk())));
    expect(await outcome(clerk(), take(clerk(), clerk().userId))).toBe("42501");
    expect(await outcome(clerk(), take(clerk(), reviewer().userId))).toBe("42501");
    expect(await outcome(editor(), take(clerk(), editor().userId))).toBe("42501");
    expect(await outcome(reviewer(), take(clerk(), reviewer().userId))).toBe("1 rows");
    expect(await outcome(admin(), sql`update proposed_unit_reports set id = gen_random_uuid()`)).toBe("42501");
    await withActor(app.db, clerk(), (tx) =>
      tx.execute(sql`delete from proposed_unit_reports where district_id = ${districtId}`),
    );
  });

  it("nobody acts for a district by naming it alone", async () => {
    const found = await withScope(
      app.db,
      { userId: clerk().userId, scope: { districtId: foreign.districtId, units: "all" } },
      (tx: Db) => tx.execute(sql`select nianbao.acts_as('admin') as is_admin`),
    );
    expect(found.rows).toEqual([{ is_admin: false }]);
  });
});
