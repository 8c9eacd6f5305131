import { randomUUID } from "node:crypto";
import { actingFor, type Db } from "@/db/connect";
import { updateCode } from "@/db/queries/credentials";
import { type EventRecord, insertEvents } from "@/db/queries/events";
import { getOwnGovernment, insertGovernment } from "@/db/queries/governments";
import { insertOrganisation, listUnits } from "@/db/queries/organisations";
import { type Actor, may } from "@/lib/domain/access";
import { levelsBelow } from "@/lib/domain/child-report";
import { foldName } from "@/lib/domain/fold-name";
import type { AddGovernmentInput } from "@/lib/domain/inputs/government";
import { Refusal } from "@/lib/domain/refusal";
import { codeExpiry, newCode } from "@/lib/services/add-person";
import { carryOut } from "@/lib/services/carry-out";
import { hashCode } from "@/lib/services/password";
import { normalCode } from "@/lib/services/set-password";
import { insertDistrict } from "@/lib/services/set-up";

/**
 * Sets up a government below with its office and its first administrator, and a unit here that stands for it. Gives the
 * one-time code of that administrator, which is shown once: a repeated request gives null in its place.
 *
 * @throws Refusal not_permitted, level_too_high, name_taken, account_taken
 */
export async function addGovernment(
  db: Db,
  actor: Actor,
  input: AddGovernmentInput,
  now: Date,
): Promise<{ code: string | null }> {
  if (!may(actor, "unit:manage") || !may(actor, "person:manage")) throw new Refusal("not_permitted");
  const code = newCode();
  const codeHash = await hashCode(normalCode(code));
  const child = { districtId: randomUUID(), officeId: randomUUID(), userId: randomUUID() };
  let issuedCode: string | null = null;
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      const organisationId = await addStandIn(tx, actor, input);
      const scope = { districtId: child.districtId, units: "all" as const };
      const records = await actingFor(tx, actor, { userId: child.userId, scope }, () =>
        setUpBelow(tx, { actor, input, child, organisationId, codeHash, now }),
      );
      // Nobody of the new district has done this: its history says who did, and has no author.
      await actingFor(tx, actor, { userId: null, scope }, () =>
        insertEvents(tx, { districtId: child.districtId, at: now, actor: null, records }),
      );
      await record({ organisationId }, { type: "government_added", data: { name: input.name, level: input.level } });
      issuedCode = code;
    },
    () => undefined,
  );
  return { code: issuedCode };
}

/** The unit of the district above that stands for the new government, behind the others. */
async function addStandIn(tx: Db, { districtId }: Actor, { name, level }: AddGovernmentInput): Promise<string> {
  const [units, own] = await Promise.all([listUnits(tx, { districtId }), getOwnGovernment(tx, { districtId })]);
  if (own && !levelsBelow(own.level).includes(level)) throw new Refusal("level_too_high");
  const id = randomUUID();
  const position = Math.max(0, ...units.map((unit) => unit.position)) + 1;
  const isNew = await insertOrganisation(tx, {
    districtId,
    id,
    parentId: districtId,
    kind: "government",
    name,
    position,
  });
  if (!isNew) throw new Refusal("name_taken");
  return id;
}

type Child = { districtId: string; officeId: string; userId: string };

/** What is written in the new district itself, acting for its first administrator. Gives the events that tell it. */
async function setUpBelow(
  tx: Db,
  of: { actor: Actor; input: AddGovernmentInput; child: Child; organisationId: string; codeHash: string; now: Date },
): Promise<EventRecord[]> {
  const { actor, input, child, organisationId, codeHash, now } = of;
  const { name, level, officeName, adminName, adminAccount: account } = input;
  if (foldName(name) === foldName(officeName)) throw new Refusal("name_taken");
  const { districtId, userId } = child;
  // Before anybody has a role there: afterwards the database lets nobody enter it.
  await insertGovernment(tx, {
    districtId,
    name,
    level,
    organisationId,
    parentDistrictId: actor.districtId,
    parentName: actor.districtName,
    madeAt: now,
  });
  const records = await insertDistrict(
    tx,
    child,
    {
      districtName: name,
      officeName,
      units: [],
      admin: { account, name: adminName },
      by: `${actor.districtName} ${actor.name}`,
    },
    now,
  );
  await updateCode(tx, { districtId, userId, codeHash, expiresAt: codeExpiry(now) });
  return records;
}
