import { describe, expect, it } from "vitest";
import type { Role } from "@/lib/domain/access";
import type { Organisation } from "@/lib/domain/organisation";
import type { Person } from "@/lib/domain/person";
import { findStaffTables, MOST_STAFF_ROWS } from "@/lib/domain/staff-table/find-staff-tables";
import { countOutcomes, planStaff, type StaffHere } from "@/lib/domain/staff-table/plan-staff";
import { readDay } from "@/lib/domain/staff-table/read-day";
import { staffLines } from "@/lib/domain/staff-table/staff-lines";

const NOW = new Date("2026-11-30T12:00:00+08:00");
const BEGUN = new Date("2026-01-05T09:00:00+08:00");

function unit(name: string, of: Partial<Organisation> = {}): Organisation {
  return {
    id: name,
    kind: "department",
    name,
    position: 2,
    isActive: true,
    needsSignature: false,
    dissolvedOn: null,
    ...of,
  };
}

function person(account: string, unitName: string, role: Role, of: Partial<Person> = {}): Person {
  const held = {
    membershipId: `${account} ${role}`,
    organisationId: unitName,
    organisationName: unitName,
    role,
    fromAt: BEGUN,
    untilAt: null,
  };
  return {
    id: account,
    account,
    name: account,
    hasPassword: true,
    codeExpiresAt: null,
    deactivatedAt: null,
    email: null,
    createdAt: new Date(0),
    hasSecondFactor: false,
    hasOtherWay: false,
    invitation: null,
    roles: [held],
    ...of,
  };
}

const HERE: StaffHere = {
  units: [
    unit("区政府办公室", { kind: "office", position: 1 }),
    unit("财政局"),
    unit("旧局", { isActive: false, dissolvedOn: "2026-06-30" }),
  ],
  people: [
    person("admin", "区政府办公室", "admin"),
    person("reviewer", "区政府办公室", "reviewer"),
    person("王芳", "财政局", "submitter"),
    person("gone", "财政局", "head", { deactivatedAt: BEGUN }),
  ],
  districtName: "试验区",
  takenElsewhere: new Set(["elsewhere"]),
  actorId: "admin",
  now: NOW,
};

const UNIT_HEADS = ["单位名称", "类别", "序号", "负责人签字"];
const PEOPLE_HEADS = ["单位", "姓名", "账号", "邮箱", "岗位", "开始日期", "结束日期"];

function planOf(units: string[][], people: string[][], here = HERE) {
  const found = findStaffTables([
    { name: "单位", rows: [UNIT_HEADS, ...units] },
    { name: "人员", rows: [PEOPLE_HEADS, ...people] },
  ]);
  if (!found.ok) throw new Error(found.problem);
  return planStaff(found.rows, here);
}

const outcomesOf = (plans: ReturnType<typeof planOf>["people"] | ReturnType<typeof planOf>["units"]) =>
  plans.map((plan) => (plan.outcome === "refused" ? plan.problem.code : plan.outcome));

describe("the tables of units and people", () => {
  it("are found by their heads below a title, in either language, and name the columns that mean nothing", () => {
    const found = findStaffTables([
      { name: "说明", rows: [["填表说明"], ["请逐行填写"]] },
      {
        name: "a",
        rows: [["2026年人员名单"], [], ["Account", "Name", "Phone", "unit"], ["wang", "王芳", "1", "财政局"], []],
      },
    ]);
    expect(found).toMatchObject({
      ok: true,
      unread: ["Phone"],
      rows: { units: [], people: [{ line: 4, account: "wang", name: "王芳", unit: "财政局", role: "" }] },
    });
  });

  it.each([
    ["no_staff_table", [["年度报告"], ["第一部分"]]],
    ["no_staff_rows", [PEOPLE_HEADS, ["", "", ""]]],
    ["too_many_rows", [PEOPLE_HEADS, ...Array.from({ length: MOST_STAFF_ROWS + 1 }, (_, i) => ["", "某", `某${i}`])]],
  ])("say %s", (problem, rows) => {
    expect(findStaffTables([{ name: "", rows }])).toMatchObject({ ok: false, problem });
  });
});

describe("a table of units", () => {
  it("makes what is new, changes what differs, leaves the rest and names each bad row", () => {
    const { units } = planOf(
      [
        ["民政局", "", "", ""],
        ["城关街道", "", "", ""],
        ["财 政\u3000局", "部门", "2", "否"],
        ["财政局", "", "", ""],
        ["应急局", "公司", "", ""],
        ["旧局", "", "", ""],
        ["试验区", "", "", ""],
        ["卫健局", "", "一", ""],
        ["审计局", "", "", "也许"],
        ["二办", "本机关", "", ""],
        ["区政府办公室", "部门", "", ""],
        ["统计局", "", "", "是"],
        ["长".repeat(201), "", "", ""],
      ],
      [],
    );
    expect(outcomesOf(units)).toEqual([
      "made",
      "made",
      "same",
      "unit_twice",
      "kind_unknown",
      "unit_dissolved",
      "district_name",
      "position_wrong",
      "signature_wrong",
      "office_once",
      "kind_fixed",
      "no_head",
      "text_too_long",
    ]);
    expect(units.map((plan) => ("write" in plan && plan.write.kind === "add" ? plan.write.unitKind : null))).toEqual(
      expect.arrayContaining(["department", "township"]),
    );
  });

  it("lets a head sign who comes by the same file, and not one whose row is refused", () => {
    const units = [["民政局", "", "", "是"]];
    const head = (until: string) => ["民政局", "李强", "liqiang", "", "部门负责人", "", until];
    expect(outcomesOf(planOf(units, [head("")]).units)).toEqual(["made"]);
    const refused = planOf(units, [head("昨天"), ["民政局", "孙丽", "sunli", "", "填报人", "", ""]]);
    expect(outcomesOf(refused.units)).toEqual(["no_head"]);
    expect(outcomesOf(refused.people)).toEqual(["date_wrong", "unit_unknown"]);
  });
});

describe("a table of people", () => {
  it("names each bad row with its reason", () => {
    const rows: [string, string[]][] = [
      ["account_missing", ["财政局", "甲", "", "", "填报人", "", ""]],
      ["account_wrong", ["财政局", "甲", "a b", "", "填报人", "", ""]],
      ["name_missing", ["财政局", "\u200b", "jia", "", "填报人", "", ""]],
      ["email_wrong", ["财政局", "甲", "jia1", "甲", "填报人", "", ""]],
      ["role_missing", ["财政局", "甲", "jia2", "", "", "", ""]],
      ["role_unknown", ["财政局", "甲", "jia3", "", "局长", "", ""]],
      ["unit_missing", ["", "甲", "jia4", "", "填报人", "", ""]],
      ["unit_unknown", ["没有局", "甲", "jia5", "", "填报人", "", ""]],
      ["unit_dissolved", ["旧局", "甲", "jia6", "", "填报人", "", ""]],
      ["wrong_place", ["财政局", "甲", "jia7", "", "审核人", "", ""]],
      ["date_wrong", ["财政局", "甲", "jia8", "", "填报人", "2026-02-30", ""]],
      ["ends_before_it_begins", ["财政局", "甲", "jia9", "", "填报人", "2027-02-01", "2027-01-31"]],
      ["ends_in_the_past", ["财政局", "甲", "jia10", "", "填报人", "2026-01-01", "2026-11-29"]],
      ["account_taken", ["财政局", "甲", "else\u200bwhere", "", "填报人", "", ""]],
      ["has_left", ["财政局", "gone", "gone", "", "填报人", "", ""]],
      ["own_role", ["区政府办公室", "admin", "admin", "", "统稿人", "", ""]],
      ["begins_fixed", ["财政局", "王芳", "王芳", "", "填报人", "2026-02-01", ""]],
      ["last_submitter", ["财政局", "王芳", "王芳", "", "填报人", "", "2026-12-31"]],
      ["last_reviewer", ["区政府办公室", "reviewer", "reviewer", "", "审核人", "", "2026-12-31"]],
    ];
    const { people } = planOf(
      [],
      rows.map(([, row]) => row),
    );
    expect(outcomesOf(people)).toEqual(rows.map(([code]) => code));
    expect(people.map(({ line }) => line)).toEqual(rows.map((_, index) => index + 2));
  });

  it("takes somebody with several roles, and names an account that stands for two people or holds a role twice", () => {
    const { people } = planOf(
      [["民政局", "", "", ""]],
      [
        ["民政局", "李强", "LiQiang", "li@example.cn", "填报人", "", ""],
        ["民政局", "李强", "liqiang", "", "部门负责人", "2027年1月1日", "2027/12/31"],
        ["民政局", "李强", "liqiang", "", "submitter", "", ""],
        ["民政局", "李强大", "liqiang", "", "填报人", "", ""],
        ["", "孙丽", "sunli", "", "", "", ""],
        ["财政局", "王芳", "王芳", "wang@example.cn", "填报人", "2026-01-05", ""],
        ["财政局", "王芳", "王芳", "", "填报人", "", ""],
      ],
    );
    expect(outcomesOf(people)).toEqual([
      "made",
      "changed",
      "role_twice",
      "account_twice",
      "made",
      "changed",
      "role_twice",
    ]);
    const grants = people.flatMap((plan) => ("write" in plan && plan.write.grant ? [plan.write.grant] : []));
    expect(grants).toEqual([
      { unit: "民政局", role: "submitter", fromAt: NOW, untilAt: null },
      {
        unit: "民政局",
        role: "head",
        fromAt: new Date("2027-01-01T00:00:00+08:00"),
        untilAt: new Date("2028-01-01T00:00:00+08:00"),
      },
    ]);
  });

  it("lets the last one go where the same file brings another", () => {
    const leaving = ["财政局", "王芳", "王芳", "", "填报人", "", "2026-12-31"];
    const coming = (until: string) => ["财政局", "孙丽", "sunli", "", "填报人", "", until];
    expect(outcomesOf(planOf([], [leaving, coming("")]).people)).toEqual(["changed", "made"]);
    expect(outcomesOf(planOf([], [leaving, coming("2027-12-31")]).people)).toEqual(["last_submitter", "made"]);
  });

  it("changes nothing when it is what the product itself saved, in either language", () => {
    for (const language of ["zh-CN", "en"] as const) {
      const lines = staffLines({ units: HERE.units, people: HERE.people }, language);
      const found = findStaffTables([
        { name: "1", rows: lines.units },
        { name: "2", rows: lines.people },
      ]);
      if (!found.ok) throw new Error(found.problem);
      const plan = planStaff(found.rows, HERE);
      expect([...outcomesOf(plan.units), ...outcomesOf(plan.people)]).toEqual(Array(5).fill("same"));
    }
  });
});

describe("what a table of units would write", () => {
  const here: StaffHere = {
    ...HERE,
    units: [...HERE.units, unit("民政局", { position: 7, needsSignature: true })],
    people: [...HERE.people, person("head", "财政局", "head")],
  };
  const first = (row: string[], of = here) => planOf([row], [], of).units[0];

  it("adds units behind the last one, each with its kind, place and whether its head signs", () => {
    const { units } = planOf(
      [
        ["审计局", "", "", ""],
        ["城关镇", "", "１２", "否"],
        ["开发区", "街道", "", ""],
        ["东风街道", "部门", "3", ""],
        ["统计局", "", "", ""],
      ],
      [],
      here,
    );
    expect(units.map((plan) => ("write" in plan ? plan.write : null))).toEqual([
      { kind: "add", name: "审计局", unitKind: "department", position: 8, needsSignature: false },
      { kind: "add", name: "城关镇", unitKind: "township", position: 12, needsSignature: false },
      { kind: "add", name: "开发区", unitKind: "township", position: 13, needsSignature: false },
      { kind: "add", name: "东风街道", unitKind: "department", position: 3, needsSignature: false },
      { kind: "add", name: "统计局", unitKind: "department", position: 14, needsSignature: false },
    ]);
    expect(units.map((plan) => ("changes" in plan ? plan.changes : null))).toEqual([[], [], [], [], []]);
    expect(planOf([["甲局", "", "", ""]], [], { ...here, units: [] }).units[0]).toMatchObject({
      write: { position: 1 },
    });
  });

  it("changes a unit's place and signature, says from what to what, and nothing that is blank", () => {
    const [, finance] = here.units;
    expect(first(["财政局", "", "5", "是"])).toEqual({
      line: 2,
      label: "财政局",
      outcome: "changed",
      changes: [
        { column: "position", from: "2", to: "5" },
        { column: "needsSignature", from: "no", to: "yes" },
      ],
      write: { kind: "change", unit: finance, set: { position: 5, needsSignature: true } },
    });
    expect(first(["民政局", "", "", "否"])).toMatchObject({
      ...{ outcome: "changed", changes: [{ column: "needsSignature", from: "yes", to: "no" }] },
      write: { set: { needsSignature: false } },
    });
    expect(first(["民政局", "部门", "7", "是"])).toEqual({ line: 2, label: "民政局", outcome: "same" });
    expect(first(["民政局", "", "", ""])?.outcome).toBe("same");
  });

  it.each([
    ["财政局", "部门", "10000", "changed"],
    ["财政局", "", "10001", "position_wrong"],
    ["财政局", "", "123456", "position_wrong"],
    ["财政局", "", "-1", "position_wrong"],
    ["财政局", "", "1a", "position_wrong"],
    ["财政局", "镇", "", "kind_fixed"],
    ["\u200b", "", "1", "unit_name_missing"],
    ["长".repeat(200), "", "1", "made"],
  ])("%j of kind %j at %j: %s", (name, kind, position, outcome) => {
    expect(outcomesOf(planOf([[name, kind, position, ""]], [], here).units)).toEqual([outcome]);
  });

  it("says beside each problem what it is about", () => {
    const { units } = planOf(
      [
        ["长".repeat(201), "", "", ""],
        ["民政局", "", "", ""],
        ["民 政局", "", "", ""],
        ["旧局", "", "", ""],
        ["甲局", "公司", "", ""],
        ["财政局", "镇", "", ""],
        ["乙局", "", "一", ""],
        ["丙局", "", "", "也许"],
        ["民政局", "", "", ""],
      ],
      [],
      here,
    );
    expect(units.map((plan) => (plan.outcome === "refused" ? plan.problem.values : null))).toEqual([
      { maximum: 200, length: 201 },
      null,
      { line: 3 },
      { unit: "旧局" },
      { found: "公司" },
      { kind: "department" },
      { found: "一", maximum: 10_000 },
      { found: "也许" },
      { line: 3 },
    ]);
  });

  it("lets a unit sign whose head is here and stays, and not one whose head is gone or comes later", () => {
    const signs = ["财政局", "", "", "是"];
    const ended = (of: Partial<Person>) => ({
      ...HERE,
      people: [...HERE.people, person("head", "财政局", "head", of)],
    });
    expect(first(signs)?.outcome).toBe("changed");
    expect(outcomesOf(planOf([signs], [], HERE).units)).toEqual(["no_head"]);
    expect(outcomesOf(planOf([signs], [], ended({ deactivatedAt: BEGUN })).units)).toEqual(["no_head"]);
    const [clerk] = person("clerk", "财政局", "submitter").roles;
    expect(outcomesOf(planOf([signs], [], ended({ roles: clerk ? [clerk] : [] })).units)).toEqual(["no_head"]);
    const [held] = person("head", "财政局", "head").roles;
    const past = held ? [{ ...held, untilAt: BEGUN }] : [];
    expect(outcomesOf(planOf([signs], [], ended({ roles: past })).units)).toEqual(["no_head"]);
    const later = ["财政局", "李强", "liqiang", "", "部门负责人", "2027-01-01", ""];
    expect(outcomesOf(planOf([signs], [later], HERE).units)).toEqual(["no_head"]);
    expect(outcomesOf(planOf([signs], [later.with(5, "")], HERE).units)).toEqual(["changed"]);
    expect(outcomesOf(planOf([["民政局", "", "9", "是"]], [], here).units), "it signs already").toEqual(["changed"]);
  });

  it("counts what becomes of the rows", () => {
    const plans = (["made", "same", "same", "refused", "changed", "same"] as const).map((outcome) => ({ outcome }));
    expect(countOutcomes(plans)).toEqual({ made: 1, changed: 1, same: 3, refused: 1 });
    expect(countOutcomes([])).toEqual({ made: 0, changed: 0, same: 0, refused: 0 });
  });
});

describe("what a table of people would write", () => {
  const plans = (...rows: string[][]) => planOf([], rows).people;
  const nothing = { grant: null, newEnd: null };

  it("adds somebody with the first row that is taken, and gives further roles by the others", () => {
    expect(
      plans(
        ["没有局", "孙丽", "sunli", "sun@example.cn", "填报人", "", ""],
        ["财政局", "孙丽", "sunli", "", "填报人", "", "2027-12-31"],
        ["财政局", "孙丽", "sunli", "", "部门负责人", "2027-01-01", ""],
      ),
    ).toEqual([
      {
        line: 2,
        label: "孙丽　sunli",
        outcome: "refused",
        problem: { code: "unit_unknown", values: { unit: "没有局" } },
      },
      {
        line: 3,
        label: "孙丽　sunli",
        outcome: "made",
        changes: [{ column: "role", from: "", to: "submitter", term: { until: "2027-12-31" } }],
        write: {
          ...{ account: "sunli", isNew: true, name: "孙丽", email: null, newEnd: null },
          grant: { unit: "财政局", role: "submitter", fromAt: NOW, untilAt: new Date("2028-01-01T00:00:00+08:00") },
        },
      },
      {
        line: 4,
        label: "孙丽　sunli",
        outcome: "changed",
        changes: [{ column: "role", from: "", to: "head", term: { from: "2027-01-01" } }],
        write: {
          ...{ account: "sunli", isNew: false, name: null, email: null, newEnd: null },
          grant: { unit: "财政局", role: "head", fromAt: new Date("2027-01-01T00:00:00+08:00"), untilAt: null },
        },
      },
    ]);
  });

  it("changes the name and address of somebody who is here, once", () => {
    const row = ["", "王芳芳", "王芳", "wang@example.cn", "", "", ""];
    expect(plans(row, row)).toEqual([
      {
        line: 2,
        label: "王芳芳　王芳",
        outcome: "changed",
        changes: [
          { column: "name", from: "王芳", to: "王芳芳" },
          { column: "email", from: "", to: "wang@example.cn" },
        ],
        write: { account: "王芳", isNew: false, name: "王芳芳", email: "wang@example.cn", ...nothing },
      },
      { line: 3, label: "王芳芳　王芳", outcome: "refused", problem: { code: "role_twice", values: { line: 2 } } },
    ]);
  });

  it("sets the end of a role that is held, and nothing where it is the same", () => {
    const [reviewer] = HERE.people.filter(({ id }) => id === "reviewer");
    const here = { ...HERE, people: [...HERE.people, person("second", "区政府办公室", "reviewer")] };
    const row = (until: string) => ["区政府办公室", "reviewer", "reviewer", "", "审核人", "2026-01-05", until];
    expect(reviewer).toBeDefined();
    expect(planOf([], [row("2026-12-31")], here).people[0]).toEqual({
      line: 2,
      label: "reviewer　reviewer",
      outcome: "changed",
      changes: [{ column: "until", from: "", to: "2026-12-31" }],
      write: {
        ...{ account: "reviewer", isNew: false, name: null, email: null, grant: null },
        newEnd: {
          ...{ membershipId: "reviewer reviewer", unit: "区政府办公室", role: "reviewer" },
          untilAt: new Date("2027-01-01T00:00:00+08:00"),
        },
      },
    });
    expect(planOf([], [row("")], here).people[0]?.outcome).toBe("same");
    const both = [row("2026-12-31"), ["区政府办公室", "second", "second", "", "审核人", "", "2026-12-31"]];
    expect(outcomesOf(planOf([], both, here).people), "the first one may go, the last may not").toEqual([
      "changed",
      "last_reviewer",
    ]);
  });

  it.each([
    [["财政局", "甲", "a b", "", "填报人", "", ""], "account_wrong", { maximum: 60 }],
    [["财政局", "长".repeat(201), "jia", "", "填报人", "", ""], "text_too_long", { maximum: 200, length: 201 }],
    [["财政局", "甲", "jia", "甲", "填报人", "", ""], "email_wrong", { found: "甲" }],
    [["", "甲", "jia", "", "", "2027-01-01", ""], "role_missing", {}],
    [["", "甲", "jia", "", "", "", "2027-01-01"], "role_missing", {}],
    [["财政局", "甲", "jia", "", "局长", "", ""], "role_unknown", { found: "局长" }],
    [["财政局", "甲", "jia", "", "填报人", "昨天", ""], "date_wrong", { found: "昨天" }],
    [["旧局", "甲", "jia", "", "填报人", "", ""], "unit_dissolved", { unit: "旧局" }],
    [["财政局", "王芳", "王芳", "", "填报人", "2026-02-01", ""], "begins_fixed", { day: "2026-01-05" }],
    [["财政局", "王芳", "王芳", "", "填报人", "", "2026-12-31"], "last_submitter", { unit: "财政局" }],
  ])("refuses %j: %s, and says what it is about", (row, code, values) => {
    expect(plans(row)[0]).toMatchObject({ outcome: "refused", problem: { code, values } });
  });

  it("names two people of one account, and two addresses of one person", () => {
    const first = ["财政局", "孙丽", "sunli", "sun@example.cn", "填报人", "", ""];
    const second = (change: Record<number, string>) =>
      first.with(4, "部门负责人").map((text, index) => change[index] ?? text);
    const [, named] = plans(first, second({ 1: "孙莉" }));
    expect(named).toMatchObject({ problem: { code: "account_twice", values: { line: 2, name: "孙丽" } } });
    const [, addressed] = plans(first, second({ 3: "li@example.cn" }));
    expect(addressed).toMatchObject({ problem: { code: "email_twice", values: { line: 2, email: "sun@example.cn" } } });
    expect(outcomesOf(plans(first, second({ 3: "" })))).toEqual(["made", "changed"]);
    expect(outcomesOf(plans(first.with(3, ""), second({})))).toEqual(["made", "changed"]);
  });

  it("labels a row by what it has of name and account", () => {
    expect(
      plans(["财政局", "甲", "", "", "填报人", "", ""], ["财政局", "", "jia", "", "填报人", "", ""]),
    ).toMatchObject([{ label: "甲" }, { label: "jia" }]);
  });
});

describe("readDay", () => {
  it.each([
    ["2026-12-31", "2026-12-31"],
    ["2026/1/5", "2026-01-05"],
    ["２０２６年１月５日", "2026-01-05"],
    ["2026.1.5", "2026-01-05"],
    ["2026-12-31 00:00:00", "2026-12-31"],
    ["46387", "2026-12-31"],
    [" 46387.0 ", "2026-12-31"],
    ["46387.5", null],
    ["x46387", null],
    ["20000", null],
    ["20001", "1954-10-04"],
    ["80000", null],
    ["463870", null],
    ["2026-12-31T00:00:00Z", "2026-12-31"],
    ["2026-12-31 0:00", "2026-12-31"],
    ["2026-12-31 08:00:00", null],
    ["2026年12月31日起", null],
    ["到2026-12-31", null],
    ["2026 - 12 - 31", "2026-12-31"],
    ["2026-02-30", null],
    ["12/31/2026", null],
    ["明天", null],
    ["5", null],
  ])("reads %s as %s", (text, day) => {
    expect(readDay(text)).toBe(day);
  });
});
