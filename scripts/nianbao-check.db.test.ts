import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { connect } from "@/db/connect";
import { openAppLogin } from "@/db/testing/app-login";
import { buildWorkingDistrict, request, TEST_NOW } from "@/db/testing/builders";
import { createDatabase, type OwnDatabase } from "@/db/testing/own-database";
import { loadRuleSettings } from "@/lib/services/load-rule-settings";
import { proposeRuleSetting, settleRuleSetting } from "@/lib/services/set-rule";
import { readArguments } from "./nianbao-arguments";
import { checkFiles } from "./nianbao-check";

const REASON = "表格三月份更正。";
const REPORT = "db/demo/reports/pingtan-2020.json";

type Told = { rules: { rule: string; result: string; setting: object | null }[] };

describe("nianbao check with the decisions of an office", () => {
  let database: OwnDatabase;
  let people: { admin: string; director: string; districtId: string };

  beforeAll(async () => {
    database = await createDatabase();
    const { db, close } = connect(await openAppLogin(database.ownerUrl), { max: 2 });
    const district = await buildWorkingDistrict(db);
    const [admin, director] = [district.person("工委管委办公室管理员"), district.person("工委管委办公室负责人")];
    const proposal = { rule: "REQ-OUTCOME-SUM", effect: "off", holdsFrom: "2019-12-01", reason: REASON } as const;
    await proposeRuleSetting(db, admin, { ...request(), ...proposal }, TEST_NOW);
    const { settings } = await loadRuleSettings(db, admin, {}, TEST_NOW);
    const settingId = settings[0]?.id ?? "";
    await settleRuleSetting(db, director, { ...request(), settingId, decision: "confirm" }, TEST_NOW);
    people = { admin: admin.name, director: director.name, districtId: admin.districtId };
    await close();
  });
  afterAll(() => database.drop());

  async function run(...args: string[]): Promise<{ code: number; said: string[]; complained: string }> {
    const said = vi.spyOn(console, "log").mockImplementation(() => undefined);
    const complained = vi.spyOn(console, "error").mockImplementation(() => undefined);
    vi.stubEnv("DATABASE_URL", database.ownerUrl);
    try {
      const code = await checkFiles(await readArguments(["check", REPORT, "--json", "--lang", "en", ...args]));
      const texts = (spy: typeof said) => spy.mock.calls.map(([line]) => String(line));
      return { code, said: texts(said), complained: texts(complained).join("\n") };
    } finally {
      vi.unstubAllEnvs();
      vi.restoreAllMocks();
    }
  }

  it("applies what two people switched off in the installation, and says who and why", async () => {
    const { said } = await run("--settings-of", people.districtId);
    const told: Told = JSON.parse(said[0] ?? "");
    expect(told.rules.find(({ rule }) => rule === "REQ-OUTCOME-SUM")).toMatchObject({
      result: "off",
      setting: { effect: "off", reason: REASON, proposed_by: people.admin, decided_by: people.director },
    });
    const plain: Told = JSON.parse((await run()).said[0] ?? "");
    expect(plain.rules.find(({ rule }) => rule === "REQ-OUTCOME-SUM")?.result).toBe("error");
  });

  it("names the districts that there are where it is asked for another", async () => {
    const { code, complained } = await run("--settings-of", "无此区");
    expect(code).toBe(2);
    expect(complained).toContain("青岛前湾保税港区");
  });

  it("takes decisions from a file or from the installation, not from both", async () => {
    const options = await readArguments(["check", REPORT, "--settings", "a.json", "--settings-of", "某区"]);
    expect(options.isUnclear).toBe(true);
  });
});
