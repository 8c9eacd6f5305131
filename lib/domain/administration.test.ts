import { describe, expect, it } from "vitest";
import type { Role } from "@/lib/domain/access";
import type { Staffing } from "@/lib/domain/admin-task";
import { lastDay, listAdminTasks, suggestedDates, yearToReport } from "@/lib/domain/administration";

const NOW = new Date("2021-01-06T09:00:00+08:00");

function person(id: string, ...roles: (Role | [Role, string])[]): Staffing["people"][number] {
  return {
    id,
    name: id,
    hasPassword: true,
    codeExpiresAt: null,
    deactivatedAt: null,
    createdAt: new Date("2020-12-01T09:00:00+08:00"),
    roles: roles.map((role) => {
      const [held, unit] = typeof role === "string" ? [role, "office"] : role;
      return { role: held, organisationId: unit, organisationName: unit, untilAt: null };
    }),
  };
}

const arranged: Staffing = {
  units: [
    { id: "office", name: "办公室", kind: "office", isActive: true },
    { id: "finance", name: "财政局", kind: "department", isActive: true },
  ],
  people: [
    person("admin", "admin"),
    person("reviewer", "reviewer"),
    person("second", "reviewer"),
    person("editor", "editor"),
    person("director", "director"),
    person("clerk", ["submitter", "office"]),
    person("wang", ["submitter", "finance"]),
  ],
  contact: { address: "前湾路1号", phone: "0532-00000000" },
  otherBodies: 0,
  waitingIdentities: 0,
  cycles: [{ id: "c", year: 2020, state: "open", reportState: "draft" }],
  backups: null,
  failed: { messages: 0, others: 0 },
  lastSeen: new Map(),
  failingWebhooks: [],
  tokens: [],
};

const without = (...ids: string[]): Staffing => ({
  ...arranged,
  people: arranged.people.filter((person) => !ids.includes(person.id)),
});

describe("listAdminTasks", () => {
  it("names the reports of other bodies that wait for this administrator", () => {
    const tasks = listAdminTasks({ ...arranged, otherBodies: 2 }, NOW);
    expect(tasks.find(({ kind }) => kind === "other_body_waiting")).toEqual({ kind: "other_body_waiting", count: 2 });
    expect(listAdminTasks(arranged, NOW).map(({ kind }) => kind)).not.toContain("other_body_waiting");
  });

  it("names addresses that take nothing, and tokens from two weeks before they expire", () => {
    const token = (id: string, days: number) => ({
      ...{ id, name: id, userName: "王芳" },
      expiresAt: new Date(NOW.getTime() + days * 86_400_000),
    });
    const tasks = listAdminTasks(
      {
        ...arranged,
        failingWebhooks: [{ id: "w", name: "公文系统" }],
        tokens: [token("later", 14), token("soon", 1), token("far", 15), token("over", 0)],
      },
      NOW,
    );
    expect(tasks.map(({ kind }) => kind)).toEqual(["webhooks_failing", "tokens_expiring"]);
    expect(tasks).toMatchObject([{}, { tokens: [{ id: "soon" }, { id: "later" }] }]);
  });

  it("has nothing to say where everything is arranged", () => {
    expect(listAdminTasks(arranged, NOW)).toEqual([]);
  });

  it("names units without a submitter and roles that nobody holds, the reviewer first", () => {
    expect(listAdminTasks(without("reviewer", "second", "wang", "director"), NOW)).toEqual([
      { kind: "role_missing", role: "reviewer" },
      { kind: "submitter_missing", units: [{ id: "finance", name: "财政局" }] },
      { kind: "role_missing", role: "director" },
    ]);
  });

  it("does not want anybody to fill in for a government below", () => {
    const [office, finance] = arranged.units;
    if (!office || !finance) throw new Error("no units");
    const units = [office, { ...finance, kind: "government" as const }];
    expect(listAdminTasks({ ...without("wang"), units }, NOW)).toEqual([]);
  });

  it("does not wait for units and people that have left", () => {
    const staffing = without("wang");
    const [office, finance] = arranged.units;
    if (!office || !finance) throw new Error("the example has two units");
    const closed = { ...staffing, units: [office, { ...finance, isActive: false }, { ...finance, id: "x" }] };
    expect(listAdminTasks({ ...closed, people: [...closed.people, person("zhou", ["submitter", "x"])] }, NOW)).toEqual(
      [],
    );
    const gone = { ...person("wang", ["submitter", "finance"]), deactivatedAt: NOW };
    expect(listAdminTasks({ ...staffing, people: [...staffing.people, gone] }, NOW)).toMatchObject([
      { kind: "submitter_missing" },
    ]);
  });

  it("says where nobody else could review, and where nobody else could publish", () => {
    const alone = {
      ...without("reviewer", "second", "editor", "director", "clerk"),
    };
    const staffing = {
      ...alone,
      people: [...alone.people, person("zhao", "reviewer", "editor", "director", ["submitter", "office"])],
    };
    expect(listAdminTasks(staffing, NOW)).toEqual([
      { kind: "own_review", unit: { id: "office", name: "办公室" } },
      { kind: "second_person_missing" },
    ]);
  });

  it("tells of codes that have run out before they were used", () => {
    const late = { ...person("sun", ["submitter", "finance"]), hasPassword: false, codeExpiresAt: NOW };
    expect(listAdminTasks({ ...arranged, people: [...arranged.people, late] }, NOW)).toEqual([
      { kind: "code_expired", people: [{ id: "sun", name: "sun" }] },
    ]);
  });

  it("tells of backups and of what the app could not do by itself", () => {
    const failed = { messages: 2, others: 1 };
    expect(listAdminTasks({ ...arranged, backups: "untried", failed }, NOW)).toEqual([
      { kind: "backup", concern: "untried" },
      { kind: "messages_failed", count: 2 },
      { kind: "jobs_failed", count: 1 },
    ]);
    const people = arranged.people.map((person) => ({ ...person, createdAt: NOW }));
    expect(listAdminTasks({ ...arranged, people, backups: "none" }, NOW)).toEqual([]);
    expect(listAdminTasks({ ...arranged, people, backups: "failed" }, NOW)).toHaveLength(1);
  });

  it("tells of roles that end soon, codes that expire soon, and who was not there for more than a year", () => {
    const day = (iso: string) => new Date(`${iso}T00:00:00+08:00`);
    const limited = (id: string, until: string) => {
      const { roles, ...rest } = person(id, ["submitter", "finance"]);
      return { ...rest, roles: roles.map((role) => ({ ...role, untilAt: day(until) })) };
    };
    const code = (id: string, expires: string) => ({
      ...person(id),
      hasPassword: false,
      codeExpiresAt: day(expires),
    });
    const old = { ...person("old", ["submitter", "finance"]), createdAt: day("2018-12-01") };
    const people = [
      ...arranged.people,
      limited("far", "2021-03-01"),
      limited("soon", "2021-02-01"),
      limited("sooner", "2021-01-20"),
      code("late", "2021-01-20"),
      code("now", "2021-01-08"),
      old,
      { ...old, id: "seen" },
      { ...old, id: "gone", deactivatedAt: NOW },
      { ...person("idle"), createdAt: day("2018-12-01") },
    ];
    const lastSeen = new Map([["seen", day("2020-02-01")]]);
    const tasks = listAdminTasks({ ...arranged, people, lastSeen }, NOW);
    expect(tasks.map((task) => task.kind)).toEqual(["role_ending", "code_expiring", "long_absent"]);
    expect(tasks[0]).toMatchObject({ roles: [{ userId: "sooner" }, { userId: "soon" }] });
    expect(tasks[1]).toMatchObject({ people: [{ id: "now" }] });
    expect(tasks[2]).toMatchObject({ people: [{ id: "old" }] });
  });

  it("asks for the first year, for the next one once the last is published, and for closing it", () => {
    expect(listAdminTasks({ ...arranged, cycles: [] }, NOW)).toEqual([{ kind: "year_missing", year: 2020 }]);
    const published = [{ id: "c", year: 2019, state: "open", reportState: "published" }] as const;
    expect(listAdminTasks({ ...arranged, cycles: published }, NOW)).toEqual([
      { kind: "next_year", year: 2020 },
      { kind: "year_closable", year: 2019, cycleId: "c" },
    ]);
    expect(listAdminTasks({ ...arranged, cycles: [{ ...published[0], year: 2020 }] }, NOW)).toEqual([
      { kind: "year_closable", year: 2020, cycleId: "c" },
    ]);
  });
});

describe("who is missing", () => {
  const kinds = (staffing: Staffing) => listAdminTasks(staffing, NOW).map(({ kind }) => kind);
  const [office, finance] = arranged.units;
  const withPeople = (...people: Staffing["people"]): Staffing => ({ ...arranged, people });

  it("is every unit but the office, an editor, or how to reach the office", () => {
    expect(kinds({ ...arranged, units: office ? [office] : [] })).toEqual(["units_missing"]);
    expect(listAdminTasks(without("editor"), NOW)).toEqual([{ kind: "role_missing", role: "editor" }]);
    expect(kinds({ ...arranged, contact: { address: "", phone: "1" } })).toEqual(["contact_missing"]);
    expect(kinds({ ...arranged, contact: { address: "前湾路1号", phone: "" } })).toEqual(["contact_missing"]);
  });

  it("is nobody where a unit's head fills in for it", () => {
    expect(
      kinds({ ...without("wang"), people: [...without("wang").people, person("head", ["head", "finance"])] }),
    ).toEqual([]);
  });

  it("is a second reviewer only where the one there is fills in alone", () => {
    const reviewer = person("li", "reviewer", ["submitter", "finance"]);
    const others = without("reviewer", "second", "wang").people;
    expect(listAdminTasks(withPeople(...others, reviewer), NOW)).toEqual([
      { kind: "own_review", unit: { id: finance?.id, name: finance?.name } },
    ]);
    expect(kinds(withPeople(...others, reviewer, person("wang", ["submitter", "finance"])))).toEqual([]);
    expect(kinds(withPeople(...others, reviewer, person("zhao", "reviewer")))).toEqual([]);
    expect(kinds(without("second"))).toEqual([]);
  });

  it("is a second person for publishing only where nobody but the one editor could", () => {
    const rest = without("editor", "director").people;
    const both = (id: string) => person(id, "editor", "director");
    expect(kinds(withPeople(...rest, both("zhao")))).toEqual(["second_person_missing"]);
    expect(kinds(withPeople(...rest, both("zhao"), person("sun", "editor")))).toEqual([]);
    expect(kinds(withPeople(...rest, both("zhao"), person("sun", "director")))).toEqual([]);
    expect(kinds(withPeople(...rest, person("zhao", "editor")))).toEqual(["role_missing"]);
  });

  it("is not somebody whose code ran out after they had set a password, or who has none yet", () => {
    const clerk = person("sun", ["submitter", "finance"]);
    const past = new Date("2020-12-01T09:00:00+08:00");
    expect(kinds({ ...arranged, people: [...arranged.people, { ...clerk, codeExpiresAt: past }] })).toEqual([]);
    expect(kinds({ ...arranged, people: [...arranged.people, { ...clerk, hasPassword: false }] })).toEqual([]);
  });
});

describe("years", () => {
  const kinds = (cycles: Staffing["cycles"]) => listAdminTasks({ ...arranged, cycles }, NOW).map(({ kind }) => kind);

  it("begin once the last is published, and close while they are open and published", () => {
    expect(kinds([{ id: "c", year: 2019, state: "open", reportState: "draft" }])).toEqual([]);
    expect(kinds([{ id: "c", year: 2019, state: "closed", reportState: "published" }])).toEqual(["next_year"]);
    expect(
      kinds([
        { id: "c", year: 2020, state: "open", reportState: "draft" },
        { id: "b", year: 2019, state: "open", reportState: "published" },
      ]),
    ).toEqual(["year_closable"]);
  });
});

describe("dates", () => {
  it("collects for the year that ends from December on", () => {
    expect(yearToReport(new Date("2020-11-30T23:59:00+08:00"))).toBe(2019);
    expect(yearToReport(new Date("2020-12-01T00:00:00+08:00"))).toBe(2020);
    expect(yearToReport(new Date("2020-12-31T20:00:00Z"))).toBe(2020);
  });

  it("moves last year's dates on by a year, and belongs midnight to the day that ends there", () => {
    expect(lastDay(new Date("2020-02-01T00:00:00+08:00"))).toBe("2020-01-31");
    expect(
      suggestedDates(
        2020,
        {
          year: 2019,
          tablesDueAt: new Date("2020-01-11T00:00:00+08:00"),
          narrativeDueAt: new Date("2020-01-18T00:00:00+08:00"),
        },
        NOW,
      ),
    ).toEqual({ tables: "2021-01-10", narrative: "2021-01-17" });
    expect(suggestedDates(2020, null, NOW)).toEqual({ tables: "2021-01-20", narrative: "2021-01-25" });
  });

  it("does not move on days that came after the statutory one", () => {
    const late = { year: 2019, tablesDueAt: new Date("2020-03-01T00:00:00+08:00"), narrativeDueAt: NOW };
    expect(suggestedDates(2020, late, NOW)).toEqual({ tables: "2021-01-20", narrative: "2021-01-25" });
  });

  it("moves on the statutory day itself, and no day where only one of the two is in time", () => {
    const lastYear = (tables: string, narrative: string) => ({
      ...{
        year: 2019,
        tablesDueAt: new Date(`${tables}T00:00:00+08:00`),
        narrativeDueAt: new Date(`${narrative}T00:00:00+08:00`),
      },
    });
    expect(suggestedDates(2020, lastYear("2020-01-16", "2020-02-01"), NOW)).toEqual({
      tables: "2021-01-15",
      narrative: "2021-01-31",
    });
    const usual = { tables: "2021-01-20", narrative: "2021-01-25" };
    expect(suggestedDates(2020, lastYear("2020-01-16", "2020-02-02"), NOW)).toEqual(usual);
    expect(suggestedDates(2020, lastYear("2020-02-02", "2020-01-16"), NOW)).toEqual(usual);
  });

  it("gives weeks from now where the day of the tables is today", () => {
    const lastMoment = new Date("2021-01-20T12:00:00+08:00");
    expect(suggestedDates(2020, null, lastMoment)).toEqual({ tables: "2021-02-03", narrative: "2021-02-10" });
    expect(suggestedDates(2020, null, new Date("2021-01-19T12:00:00+08:00")).tables).toBe("2021-01-20");
  });

  it("gives weeks from now where the usual days have passed", () => {
    expect(suggestedDates(2019, null, NOW)).toEqual({ tables: "2021-01-20", narrative: "2021-01-27" });
  });
});
