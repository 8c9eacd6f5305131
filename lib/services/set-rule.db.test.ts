import { sql } from "drizzle-orm";
import { describe } from "vitest";
import { type Db, withActor } from "@/db/connect";
import { listEvents } from "@/db/queries/events";
import { listRuleSettings } from "@/db/queries/rule-settings";
import { buildDistrict, buildPerson, buildWorkingDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import type { Actor } from "@/lib/domain/access";
import type { RuleEffect, RuleId } from "@/lib/domain/check/finding";
import { loadReport } from "@/lib/services/load-report";
import { loadRuleSettings } from "@/lib/services/load-rule-settings";
import { proposeRuleSetting, settleRuleSetting, withdrawRuleSetting } from "@/lib/services/set-rule";

const REASON = "把事项数当成了申请数";

async function propose(db: Db, actor: Actor, rule: RuleId, effect: RuleEffect, holdsFrom = "2019-12-01") {
  await proposeRuleSetting(db, actor, { ...request(), rule, effect, holdsFrom, reason: REASON }, TEST_NOW);
  const all = await withActor(db, actor, (tx) => listRuleSettings(tx, { districtId: actor.districtId }));
  return all.find(({ state }) => state === "proposed")?.id ?? "";
}

const settle = (db: Db, actor: Actor, settingId: string, decision: "confirm" | "decline", now = TEST_NOW) =>
  settleRuleSetting(db, actor, { ...request(), settingId, decision }, now);

describe("a rule of the checks", () => {
  test("is switched off by the administrator with a second person, and on again", async ({ db }) => {
    const district = await buildWorkingDistrict(db);
    const admin = district.person("工委管委办公室管理员");
    const [director, editor] = [district.person("工委管委办公室负责人"), district.person("工委管委办公室统稿人")];
    const work = () => loadReport(db, editor, { cycleId: district.cycleId }, TEST_NOW);
    const before = await work();
    const rule = before?.findings[0]?.rule;
    if (!rule) throw new Error("the report has no finding");

    const id = await propose(db, admin, rule, "off");
    expect((await work())?.findings.some((finding) => finding.rule === rule)).toBe(true);
    await expect(settle(db, admin, id, "confirm")).rejects.toMatchObject({ code: "own_rule_setting" });
    await expect(settle(db, editor, id, "confirm")).rejects.toMatchObject({ code: "not_permitted" });
    await settle(db, director, id, "confirm");
    const after = await work();
    expect(after?.findings.some((finding) => finding.rule === rule)).toBe(false);
    expect(after?.ruleResults.find((result) => result.rule === rule)).toMatchObject({
      outcome: "off",
      setting: { reason: REASON, proposedBy: admin.name, decidedBy: director.name },
    });
    // What is printed says the reason and the day, and names nobody.
    expect(after?.document.checks?.find((record) => record.rule === rule)).toMatchObject({
      outcome: "off",
      setting: { effect: "off", since: "2019-12-01", reason: REASON },
    });
    const printed = JSON.stringify(after?.document.checks);
    for (const { name } of [admin, director]) expect(printed).not.toContain(name);
    await expect(settle(db, director, id, "decline")).rejects.toMatchObject({ code: "wrong_state" });

    const later = new Date(TEST_NOW.getTime() + 60_000);
    await settle(db, director, await propose(db, admin, rule, "standard"), "confirm", later);
    expect((await work())?.findings).toEqual(before?.findings);
    const events = await withActor(db, admin, (tx) =>
      listEvents(tx, {
        scope: admin.scope,
        filter: { types: ["rule_setting_proposed", "rule_setting_confirmed"] },
        limit: 10,
      }),
    );
    expect(events.map(({ event }) => event.type).sort()).toEqual([
      "rule_setting_confirmed",
      "rule_setting_confirmed",
      "rule_setting_proposed",
      "rule_setting_proposed",
    ]);
  });

  test("waits once, is withdrawn by whoever proposed, and holds from its day on only", async ({ db }) => {
    const { admin, officeId } = await buildDistrict(db);
    const director = await buildPerson(db, admin, { name: "周海", organisationId: officeId, role: "director" });
    const load = () => loadRuleSettings(db, admin, {}, TEST_NOW);
    const first = await propose(db, admin, "OUTLIER", "info", "2999-01-01");
    await expect(propose(db, admin, "OUTLIER", "off")).rejects.toMatchObject({ code: "rule_setting_waiting" });
    await expect(propose(db, director, "BLANK", "off")).rejects.toMatchObject({ code: "not_permitted" });
    await expect(withdrawRuleSetting(db, director, { ...request(), settingId: first }, TEST_NOW)).rejects.toMatchObject(
      { code: "not_permitted" },
    );
    await settle(db, director, first, "confirm");
    expect((await load()).confirmed).toEqual([]);
    const second = await propose(db, admin, "OUTLIER", "off");
    await withdrawRuleSetting(db, admin, { ...request(), settingId: second }, TEST_NOW);
    expect((await load()).settings.map(({ state }) => state).sort()).toEqual(["confirmed", "withdrawn"]);
  });

  test("is decided by nobody alone, whatever a statement says", async ({ db }) => {
    const { admin } = await buildDistrict(db);
    const other = await buildDistrict(db);
    const id = await propose(db, admin, "OUTLIER", "off");
    const failed = withActor(db, admin, (tx) =>
      tx.execute(sql`update rule_settings set state = 'confirmed', decided_by = ${admin.userId} where id = ${id}`),
    );
    await expect(failed).rejects.toThrow();
    const found = await withActor(db, other.admin, (tx) => listRuleSettings(tx, { districtId: admin.districtId }));
    expect(found).toEqual([]);
  });
});
