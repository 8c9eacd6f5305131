import { randomUUID } from "node:crypto";
import { describe } from "vitest";
import { type Db, withActor } from "@/db/connect";
import { listEvents } from "@/db/queries/events";
import { countGuess } from "@/db/queries/guesses";
import { buildDistrict, buildPerson, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import type { Actor } from "@/lib/domain/access";
import { countersOf, type Origin } from "@/lib/domain/guessing";
import { hashOf } from "@/lib/services/hash";
import { issueCode } from "@/lib/services/manage-people";
import { changePassword, setPassword } from "@/lib/services/set-password";
import { signIn } from "@/lib/services/sign-in";

/** What the builder gives its administrators. */
const PASSWORD = "correct horse battery";

/** A source of its own for each test: counters outlive a test. */
const newSource = (): Origin => ({ source: `source ${randomUUID()}`, deviceId: null });
const secondsLater = (seconds: number) => new Date(TEST_NOW.getTime() + seconds * 1000);

async function outcomeOf(attempt: Promise<unknown>): Promise<string> {
  const answer = await attempt.catch((error: unknown) => error);
  if (answer instanceof Error && "code" in answer && "details" in answer) {
    return `${String(answer.code)} ${JSON.stringify(answer.details)}`;
  }
  if (answer instanceof Error) throw answer;
  return "in";
}

const answerTo = (db: Db, account: string, password: string, origin: Origin, now = TEST_NOW): Promise<string> =>
  outcomeOf(signIn(db, { account, password, origin }, now));

async function failOften(db: Db, account: string, origin: Origin, times = 6): Promise<string[]> {
  const answers: string[] = [];
  for (let attempt = 0; attempt < times; attempt += 1) answers.push(await answerTo(db, account, "wrong", origin));
  return answers;
}

async function accessEvents(db: Db, actor: Actor) {
  const stored = await withActor(db, actor, (tx) => listEvents(tx, { scope: actor.scope, filter: {}, limit: 50 }));
  return stored.map(({ event }) => event).filter(({ type }) => type.startsWith("sign_in_"));
}

describe("signing in", () => {
  test("slows guessing down more with each failure, and allows a try after each wait", async ({ committed }) => {
    const { admin } = await buildDistrict(committed);
    const origin = newSource();
    const answers = await failOften(committed, admin.account, origin, 7);
    expect(answers).toEqual([
      ...[4, 3, 2, 1, 0].map((left) => `wrong_password {"left":${left}}`),
      ...Array.from({ length: 2 }, () => 'slow_down {"seconds":15}'),
    ]);
    expect(await answerTo(committed, admin.account, PASSWORD, origin, secondsLater(5))).toBe(
      'slow_down {"seconds":10}',
    );
    expect(await answerTo(committed, admin.account, "wrong", origin, secondsLater(15))).toBe(
      'wrong_password {"left":0}',
    );
    expect(await answerTo(committed, admin.account, "wrong", origin, secondsLater(16))).toBe(
      'slow_down {"seconds":29}',
    );
    expect(await answerTo(committed, admin.account, PASSWORD, origin, secondsLater(46))).toBe("in");
    expect(await answerTo(committed, admin.account, "wrong", origin, secondsLater(47))).toBe(
      'wrong_password {"left":4}',
    );
  });

  test("locks nobody out by guesses from elsewhere or another device", async ({ committed }) => {
    const { admin } = await buildDistrict(committed);
    const attacker = newSource();
    await failOften(committed, admin.account, attacker);
    expect(await answerTo(committed, admin.account, PASSWORD, newSource())).toBe("in");
    expect(await answerTo(committed, admin.account, PASSWORD, { ...attacker, deviceId: randomUUID() })).toBe("in");
  });

  test("lets an owner in on their own device while a crowd guesses at the account", async ({ committed }) => {
    const { admin } = await buildDistrict(committed);
    const attempt = { what: "password" as const, account: admin.account, origin: newSource() };
    const crowd = countersOf(attempt).find(({ name }) => name === "crowd");
    for (let failure = 0; crowd && failure < crowd.pace.freeFailures; failure += 1) {
      await countGuess(committed, { key: hashOf(crowd.key), pace: crowd.pace, now: TEST_NOW });
    }
    expect(await answerTo(committed, admin.account, "wrong", newSource())).toMatch(/^slow_down/);
    expect(await answerTo(committed, admin.account, PASSWORD, { ...newSource(), deviceId: randomUUID() })).toBe("in");
  });

  test("stops one source that tries one password at many accounts", async ({ committed }) => {
    const { admin } = await buildDistrict(committed);
    const origin = newSource();
    const answers: string[] = [];
    for (let account = 0; account < 60; account += 1) {
      answers.push(await answerTo(committed, `clerk-${account}-${randomUUID()}`, "Spring2026!", origin));
    }
    expect(answers.filter((answer) => answer.startsWith("wrong_password"))).toHaveLength(10);
    expect(answers.filter((answer) => answer.startsWith("slow_down"))).toHaveLength(50);
    expect(await answerTo(committed, admin.account, PASSWORD, origin)).toMatch(/^slow_down/);
    expect(await answerTo(committed, admin.account, PASSWORD, { ...origin, deviceId: randomUUID() })).toBe("in");
    expect(await answerTo(committed, admin.account, PASSWORD, origin, secondsLater(30))).toBe("in");
  });

  test("counts a password spray on after a correct password in between", async ({ committed }) => {
    const { admin } = await buildDistrict(committed);
    const origin = newSource();
    const answers: string[] = [];
    for (let account = 0; account < 20; account += 1) {
      answers.push(await answerTo(committed, `clerk-${account}-${randomUUID()}`, "Spring2026!", origin));
      answers.push(await answerTo(committed, admin.account, PASSWORD, origin));
    }
    expect(answers.filter((answer) => answer.startsWith("wrong_password"))).toHaveLength(10);
  });

  test("lets the people of one office in who sign in at the same moment from one address", async ({ committed }) => {
    const offices = await Promise.all(Array.from({ length: 16 }, () => buildDistrict(committed)));
    const origin = newSource();
    const answers = await Promise.all(offices.map(({ admin }) => answerTo(committed, admin.account, PASSWORD, origin)));
    expect(answers).toEqual(offices.map(() => "in"));
  });

  test("answers for an unknown account as for a wrong password", async ({ committed }) => {
    const nobody = `nobody-${randomUUID()}`;
    expect(await answerTo(committed, nobody, "wrong", newSource())).toBe('wrong_password {"left":4}');
  });

  test("lets in whoever came a moment before somebody who was counted first", async ({ committed }) => {
    const { admin } = await buildDistrict(committed);
    const origin = newSource();
    const shared = countersOf({ what: "password", account: admin.account, origin });
    for (const { key, pace } of shared)
      await countGuess(committed, { key: hashOf(key), pace, now: secondsLater(0.05) });
    expect(await answerTo(committed, admin.account, PASSWORD, origin)).toBe("in");
    for (const { key, pace } of shared) await countGuess(committed, { key: hashOf(key), pace, now: secondsLater(0.1) });
    expect(await answerTo(committed, admin.account, PASSWORD, origin, secondsLater(0.05))).toBe("in");
  });

  test("checks five of twenty concurrent guesses", async ({ committed }) => {
    const { admin } = await buildDistrict(committed);
    const origin = newSource();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => answerTo(committed, admin.account, `guess ${index}`, origin)),
    );
    expect(answers.filter((answer) => answer.startsWith("wrong_password"))).toHaveLength(5);
    expect(answers.filter((answer) => answer.startsWith("slow_down"))).toHaveLength(15);
  });

  test("counts a code and a change of password apart from signing in", async ({ committed }) => {
    const { admin, unitIds } = await buildDistrict(committed);
    const organisationId = unitIds.财政局 ?? "";
    const wang = await buildPerson(committed, admin, { name: "王芳", organisationId, role: "submitter" });
    const request = { requestId: randomUUID(), userId: wang.userId };
    const { code } = await issueCode(committed, admin, request, TEST_NOW);
    const origin = newSource();
    await failOften(committed, wang.account, origin);
    const choose = (typed: string) => {
      const input = { account: wang.account, code: typed, password: "three short words" };
      return outcomeOf(setPassword(committed, { ...input, origin }, TEST_NOW));
    };
    expect(await choose("2222-2222-2222")).toBe('code_wrong_or_expired {"left":4}');
    expect(await choose(code ?? "")).toBe("in");

    await failOften(committed, admin.account, origin);
    const change = (current: string) =>
      outcomeOf(changePassword(committed, admin, { current, password: "three short words", origin }, TEST_NOW));
    expect(await change("wrong")).toBe('wrong_password {"left":4}');
    expect(await change(PASSWORD)).toBe("in");
  });

  test("tells the auditor of each failure and once that it was slowed", async ({ committed }) => {
    const { admin } = await buildDistrict(committed);
    const origin = newSource();
    await failOften(committed, admin.account, origin, 8);
    const { source } = origin;
    const from = { account: admin.account, source, isKnownDevice: false, what: "password" };
    expect((await accessEvents(committed, admin)).toReversed()).toEqual([
      ...Array.from({ length: 5 }, () => ({ type: "sign_in_failed", data: from })),
      { type: "sign_in_slowed", data: { ...from, counter: "source", seconds: 15 } },
    ]);
  });
});

describe("a new password", () => {
  test("is refused when it is common, and the code that allows it stays good", async ({ committed }) => {
    const { admin, unitIds } = await buildDistrict(committed);
    const organisationId = unitIds.财政局 ?? "";
    const wang = await buildPerson(committed, admin, { name: "王芳", organisationId, role: "submitter" });
    const { code } = await issueCode(committed, admin, { requestId: randomUUID(), userId: wang.userId }, TEST_NOW);
    const choose = (password: string) => {
      const input = { account: wang.account, code: code ?? "", password };
      return outcomeOf(setPassword(committed, { ...input, origin: newSource() }, TEST_NOW));
    };
    expect(await choose("1234567890")).toBe('weak_password {"why":"sequence"}');
    expect(await choose("aaaaaaaaaa")).toBe('weak_password {"why":"repeats"}');
    expect(await choose("administrator")).toBe('weak_password {"why":"common"}');
    expect(await choose("财政局王芳20201234")).toBe("in");
  });
});
