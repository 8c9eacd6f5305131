import { randomUUID } from "node:crypto";
import { describe } from "vitest";
import type { Db } from "@/db/connect";
import { actorOf, buildDistrict, TEST_NOW } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { changePassword } from "@/lib/services/set-password";
import { signIn } from "@/lib/services/sign-in";

/** What the builder gives its administrators. */
const PASSWORD = "correct horse battery";

async function answerTo(db: Db, account: string, password: string): Promise<string> {
  const answer = await signIn(db, { account, password }).catch((error: unknown) => error);
  if (answer instanceof Error && "code" in answer && "details" in answer) {
    return `${answer.code} ${JSON.stringify(answer.details)}`;
  }
  return "in";
}

describe("signing in", () => {
  test("closes an account's door after five wrong passwords, to the right one too", async ({ committed }) => {
    const { admin } = await buildDistrict(committed);
    const answers: string[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) answers.push(await answerTo(committed, admin.account, "wrong"));
    answers.push(await answerTo(committed, admin.account, PASSWORD));
    expect(answers).toEqual([
      ...[4, 3, 2, 1, 0].map((left) => `wrong_password {"left":${left}}`),
      ...Array.from({ length: 2 }, () => 'too_many_attempts {"minutes":15}'),
    ]);
  });

  test("answers for nobody's account as for a wrong password", async ({ committed }) => {
    const nobody = `nobody-${randomUUID()}`;
    expect(await answerTo(committed, nobody, "wrong")).toBe('wrong_password {"left":4}');
  });

  test("tries five of twenty guesses that come at once", async ({ committed }) => {
    const { admin } = await buildDistrict(committed);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => answerTo(committed, admin.account, `guess ${index}`)),
    );
    expect(answers.filter((answer) => answer.startsWith("wrong_password"))).toHaveLength(5);
    expect(answers.filter((answer) => answer.startsWith("too_many_attempts"))).toHaveLength(15);
  });

  test("counts anew after a right one; a current password is guessed no more often", async ({ committed }) => {
    const { admin } = await buildDistrict(committed);
    await answerTo(committed, admin.account, "wrong");
    expect(await answerTo(committed, admin.account, PASSWORD)).toBe("in");
    expect(await answerTo(committed, admin.account, "wrong")).toBe('wrong_password {"left":4}');

    const change = (current: string) =>
      changePassword(committed, admin, { current, password: "three short words" }, TEST_NOW);
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await expect(change("wrong")).rejects.toMatchObject({ code: "wrong_password" });
    }
    await expect(change(PASSWORD)).rejects.toMatchObject({ code: "too_many_attempts" });
    await expect(actorOf(committed, admin.userId, 1)).resolves.toMatchObject({ account: admin.account });
  });
});
