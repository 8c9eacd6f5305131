import { readFileSync } from "node:fs";
import { describe } from "vitest";
import type { Db } from "@/db/connect";
import { buildDistrict, buildPerson, buildWorkingDistrict } from "@/db/testing/builders";
import { expect, test } from "@/db/testing/test-db";
import { type Actor, isOfficeRole, may, ROLES, type Role } from "@/lib/domain/access";
import { Refusal } from "@/lib/domain/refusal";
import { ALL_ACTIONS } from "@/lib/web/testing/actions/all-actions";
import { prepareTargets } from "@/lib/web/testing/targets";

const GUARDED = ALL_ACTIONS.flatMap(({ file, name, row }) => (row.kind === "guarded" ? [{ file, name, ...row }] : []));

class Undone extends Error {}

/** How the request was answered; nothing of it stays. */
async function answerTo(db: Db, send: (tx: Db) => Promise<unknown>): Promise<string> {
  try {
    await db.transaction(async (tx) => {
      await send(tx);
      throw new Undone();
    });
    return "nothing";
  } catch (error) {
    if (error instanceof Undone) return "done";
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

/** What the form answers as not found. */
const isNotFound = (answer: string): boolean => answer === "not_found" || answer === "not_permitted";

async function buildStaff(db: Db, admin: Actor, officeId: string, unitId: string): Promise<Map<Role, Actor>> {
  const staff = new Map<Role, Actor>();
  for (const role of ROLES) {
    const organisationId = isOfficeRole(role) ? officeId : unitId;
    staff.set(role, await buildPerson(db, admin, { name: role, organisationId, role }));
  }
  return staff;
}

describe("a forged request", () => {
  test("goes to the service that the action calls", () => {
    const elsewhere = GUARDED.filter(({ file, name, service }) => {
      const text = readFileSync(file, "utf8").split(`export const ${name} = `)[1]?.split("\nexport ")[0] ?? "";
      return !text.includes(service.name);
    });
    expect(elsewhere).toEqual([]);
  });

  test("is not found unless its sender holds a role that may, in that unit and district", async ({ db }) => {
    const district = await buildWorkingDistrict(db);
    const targets = await prepareTargets(db, district);
    expect(Object.entries(targets).filter(([, id]) => id === "")).toEqual([]);
    const admin = district.person("工委管委办公室管理员");
    const officeId = district.person("工委管委办公室审核人").memberships[0]?.organisationId ?? "";
    const otherUnitId = district.person("财政局填报人").memberships[0]?.organisationId ?? "";
    const foreign = await buildDistrict(db);

    const senders = {
      own: await buildStaff(db, admin, officeId, targets.organisationId),
      otherUnit: await buildStaff(db, admin, officeId, otherUnitId),
      foreign: await buildStaff(db, foreign.admin, foreign.officeId, Object.values(foreign.unitIds)[0] ?? ""),
    };
    const wrong: string[] = [];
    for (const [from, staff] of Object.entries(senders)) {
      for (const [role, actor] of staff) {
        if (from === "otherUnit" && isOfficeRole(role)) continue;
        for (const { name, who, isOfOwnDistrict, send } of GUARDED) {
          const isHome = from === "own" || isOfOwnDistrict;
          const mayDoIt = isHome && who.some((permission) => may(actor, permission));
          const answer = await answerTo(db, (tx) => send(tx, actor, targets));
          if (isNotFound(answer) === mayDoIt) wrong.push(`${from} ${role} ${name}: ${answer}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);
});
