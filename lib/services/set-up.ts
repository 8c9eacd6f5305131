import { randomUUID } from "node:crypto";
import { type Db, withScope } from "@/db/connect";
import { insertPassword } from "@/db/queries/credentials";
import { insertEvents } from "@/db/queries/events";
import { insertMembership } from "@/db/queries/memberships";
import { insertOrganisation, listUnits } from "@/db/queries/organisations";
import { insertUser, isSetUp } from "@/db/queries/users";
import { foldName } from "@/lib/domain/fold-name";
import type { SetUpInput } from "@/lib/domain/inputs/person";
import { splitParagraphs } from "@/lib/domain/narrative";
import { Refusal } from "@/lib/domain/refusal";
import { refuseWeakPassword } from "@/lib/services/choose-password";
import { hashPassword } from "@/lib/services/password";
import type { Identity } from "@/lib/services/sign-in";

/** Sets up a district with its office, units and first administrator. Only the first time on an installation. */
export async function setUp(db: Db, input: SetUpInput, now: Date): Promise<Identity> {
  if (await isSetUp(db)) throw new Refusal("already_set_up");
  const { adminAccount, adminName, officeName, districtName } = input;
  refuseWeakPassword(input.password, [adminAccount, adminName, officeName, districtName]);
  return createDistrict(db, { ...input, units: splitParagraphs(input.units) }, now);
}

/** Makes a district; the demonstration makes two. */
export async function createDistrict(
  db: Db,
  input: {
    districtName: string;
    officeName: string;
    units: readonly string[];
    adminName: string;
    adminAccount: string;
    password: string;
  },
  now: Date,
): Promise<Identity> {
  const passwordHash = await hashPassword(input.password);
  const districtId = randomUUID();
  const officeId = randomUUID();
  const userId = randomUUID();
  const names = [...new Set(input.units)].filter(
    (name) => ![input.officeName, input.districtName].some((other) => foldName(other) === foldName(name)),
  );

  await withScope(db, { userId, scope: { districtId, units: "all" } }, async (tx) => {
    if (await hasUnits(tx, districtId)) throw new Refusal("already_set_up");
    await insertOrganisation(tx, {
      districtId,
      id: districtId,
      parentId: null,
      kind: "district",
      name: input.districtName,
      position: 0,
    });
    await insertOrganisation(tx, {
      districtId,
      id: officeId,
      parentId: districtId,
      kind: "office",
      name: input.officeName,
      position: 1,
    });
    for (const [index, name] of names.entries()) {
      const isTownship = /(?:街道|镇|乡)(?:办事处)?$/.test(name);
      await insertOrganisation(tx, {
        districtId,
        id: randomUUID(),
        parentId: districtId,
        kind: isTownship ? "township" : "department",
        name,
        position: index + 2,
      });
    }
    const isNew = await insertUser(tx, {
      districtId,
      id: userId,
      account: input.adminAccount,
      name: input.adminName,
      createdAt: now,
    });
    if (!isNew) throw new Refusal("account_taken");
    await insertPassword(tx, { userId, passwordHash });
    await insertMembership(tx, {
      districtId,
      id: randomUUID(),
      userId,
      organisationId: officeId,
      role: "admin",
      fromAt: now,
    });
    await insertEvents(tx, {
      districtId,
      at: now,
      actor: { userId, name: input.adminName },
      records: [
        { event: { type: "district_set_up", data: { name: input.districtName, office: input.officeName } } },
        ...names.map((name) => ({ event: { type: "unit_added" as const, data: { name } } })),
        { event: { type: "person_added" as const, data: { account: input.adminAccount, name: input.adminName } } },
        {
          organisationId: officeId,
          event: { type: "role_granted" as const, data: { account: input.adminAccount, role: "admin" as const } },
        },
      ],
    });
  });
  return { districtId, userId, account: input.adminAccount, name: input.adminName, sessionEpoch: 1 };
}

async function hasUnits(tx: Db, districtId: string): Promise<boolean> {
  return (await listUnits(tx, { districtId })).length > 0;
}
