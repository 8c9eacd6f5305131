import { randomUUID } from "node:crypto";
import { type Db, withScope } from "@/db/connect";
import { insertPassword } from "@/db/queries/credentials";
import { type EventRecord, insertEvents } from "@/db/queries/events";
import { insertMembership } from "@/db/queries/memberships";
import { insertOrganisation, listUnits } from "@/db/queries/organisations";
import { isSetUp } from "@/db/queries/sign-in";
import { insertUser } from "@/db/queries/users";
import { foldName } from "@/lib/domain/fold-name";
import type { SetUpInput } from "@/lib/domain/inputs/person";
import { splitParagraphs } from "@/lib/domain/narrative";
import { Refusal } from "@/lib/domain/refusal";
import { refuseWeakPassword } from "@/lib/services/choose-password";
import { hashPassword } from "@/lib/services/password";
import type { Identity } from "@/lib/services/sign-in";

/**
 * Sets up a district with its office, units and first administrator. Only the first time on an installation.
 *
 * @throws Refusal already_set_up, account_taken and what `refuseWeakPassword` refuses
 */
export async function setUp(db: Db, input: SetUpInput, now: Date): Promise<Identity> {
  if (await isSetUp(db)) throw new Refusal("already_set_up");
  const { adminAccount, adminName, officeName, districtName } = input;
  refuseWeakPassword(input.password, [adminAccount, adminName, officeName, districtName]);
  return createDistrict(db, { ...input, units: splitParagraphs(input.units) }, now);
}

type NewDistrict = {
  districtName: string;
  officeName: string;
  units: readonly string[];
  adminName: string;
  adminAccount: string;
  password: string;
};

/**
 * Makes a district with its office, its units in their order and its first administrator; the demonstration makes two.
 * Units are named once each, and not as the office or the district is.
 *
 * @throws Refusal already_set_up, account_taken
 */
export async function createDistrict(db: Db, input: NewDistrict, now: Date): Promise<Identity> {
  const { adminAccount: account, adminName: name } = input;
  const passwordHash = await hashPassword(input.password);
  const district = { districtId: randomUUID(), officeId: randomUUID(), userId: randomUUID() };
  const { districtId, userId } = district;
  const units = [...new Set(input.units)].filter(
    (unit) => ![input.officeName, input.districtName].some((other) => foldName(other) === foldName(unit)),
  );
  await withScope(db, { userId, scope: { districtId, units: "all" } }, async (tx) => {
    if (await hasUnits(tx, districtId)) throw new Refusal("already_set_up");
    const records = await insertDistrict(tx, district, { ...input, units, admin: { account, name } }, now);
    await insertPassword(tx, { districtId, userId, passwordHash });
    await insertEvents(tx, { districtId, at: now, actor: { userId, name }, records });
  });
  return { districtId, userId, account, name, sessionEpoch: 1 };
}

type DistrictIds = { districtId: string; officeId: string; userId: string };

type DistrictStart = {
  districtName: string;
  officeName: string;
  units: readonly string[];
  admin: { account: string; name: string };
  /** Who sets it up, where that is somebody of the government above. */
  by?: string;
};

/**
 * Writes a new district: itself, its office, its units and its first administrator, who has no way to sign in yet. Gives
 * the events that tell it.
 *
 * @throws Refusal account_taken
 */
export async function insertDistrict(
  tx: Db,
  district: DistrictIds,
  start: DistrictStart,
  now: Date,
): Promise<EventRecord[]> {
  await addOrganisations(tx, district, start);
  await addAdministrator(tx, district, start.admin, now);
  const { account, name } = start.admin;
  return [
    { event: { type: "district_set_up", data: { name: start.districtName, office: start.officeName, by: start.by } } },
    ...start.units.map((unit) => ({ event: { type: "unit_added" as const, data: { name: unit } } })),
    { event: { type: "person_added", data: { account, name } } },
    { organisationId: district.officeId, event: { type: "role_granted", data: { account, role: "admin" } } },
  ];
}

/** The district itself, the office, then the units; townships are known by their names. */
async function addOrganisations(
  tx: Db,
  { districtId, officeId }: DistrictIds,
  { districtName, officeName, units }: DistrictStart,
): Promise<void> {
  const below = { districtId, parentId: districtId };
  await insertOrganisation(tx, {
    districtId,
    id: districtId,
    parentId: null,
    kind: "district",
    name: districtName,
    position: 0,
  });
  await insertOrganisation(tx, { ...below, id: officeId, kind: "office", name: officeName, position: 1 });
  for (const [index, name] of units.entries()) {
    const kind = /(?:街道|镇|乡)(?:办事处)?$/.test(name) ? "township" : "department";
    await insertOrganisation(tx, { ...below, id: randomUUID(), kind, name, position: index + 2 });
  }
}

async function addAdministrator(
  tx: Db,
  { districtId, officeId, userId }: DistrictIds,
  { account, name }: DistrictStart["admin"],
  now: Date,
): Promise<void> {
  const isNew = await insertUser(tx, { districtId, id: userId, account, name, createdAt: now });
  if (!isNew) throw new Refusal("account_taken");
  await insertMembership(tx, {
    districtId,
    id: randomUUID(),
    userId,
    organisationId: officeId,
    role: "admin",
    fromAt: now,
  });
}

async function hasUnits(tx: Db, districtId: string): Promise<boolean> {
  return (await listUnits(tx, { districtId })).length > 0;
}
