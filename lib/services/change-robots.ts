import { randomUUID } from "node:crypto";
import type { Db } from "@/db/connect";
import { deleteRobot, getSealedRobot, insertRobot } from "@/db/queries/robots";
import { type Actor, may } from "@/lib/domain/access";
import type { AddRobotInput, RemoveRobotInput } from "@/lib/domain/inputs/robot";
import { Refusal } from "@/lib/domain/refusal";
import { kindOfAddress } from "@/lib/domain/robot";
import { carryOut, withoutResult } from "@/lib/services/carry-out";
import { decryptText, encryptText } from "@/lib/services/encrypted-text";

const PURPOSE = "robots";

/**
 * Adds the robot of a group chat. Its address and secret are sealed with the app's secret and never shown again.
 *
 * @throws Refusal not_permitted and wrong_place
 */
export async function addRobot(
  db: Db,
  actor: Actor,
  input: AddRobotInput & { appSecret: string },
  now: Date,
): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "cycle:manage")) throw new Refusal("not_permitted");
      const kind = kindOfAddress(input.robotAddress);
      if (!kind) throw new Refusal("wrong_place");
      const id = randomUUID();
      const { appSecret } = input;
      const seal = (text: string, what: string) =>
        encryptText(text, { appSecret, purpose: PURPOSE, place: `${id} ${what}` });
      await insertRobot(tx, {
        ...{ districtId: actor.districtId, id, kind, name: input.name },
        sealedAddress: seal(input.robotAddress, "address"),
        sealedSecret: input.robotSecret === "" ? null : seal(input.robotSecret, "secret"),
        addedByName: actor.name,
        addedAt: now,
      });
      await record({}, { type: "robot_added", data: { name: input.name } });
    },
    withoutResult,
  );
}

/**
 * Removes a robot and the messages that wait for it.
 *
 * @throws Refusal not_permitted and not_found
 */
export async function removeRobot(db: Db, actor: Actor, input: RemoveRobotInput, now: Date): Promise<void> {
  await carryOut(
    db,
    actor,
    { requestId: input.requestId, now },
    async (tx, record) => {
      if (!may(actor, "cycle:manage")) throw new Refusal("not_permitted");
      const name = await deleteRobot(tx, { districtId: actor.districtId, id: input.robotId });
      if (name === null) throw new Refusal("not_found");
      await record({}, { type: "robot_removed", data: { name } });
    },
    withoutResult,
  );
}

/** Where a robot is posted to and its secret; null where it is gone, `sealed` where the app's secret is another now. */
export async function getOpenRobot(
  tx: Db,
  params: { districtId: string; id: string; appSecret: string },
): Promise<{ address: string; secret: string | null } | "sealed" | null> {
  const { districtId, id, appSecret } = params;
  const sealed = await getSealedRobot(tx, { districtId, id });
  if (!sealed) return null;
  const open = (text: string, what: string) =>
    decryptText(text, { appSecret, purpose: PURPOSE, place: `${id} ${what}` });
  const address = open(sealed.sealedAddress, "address");
  const secret = sealed.sealedSecret === null ? null : open(sealed.sealedSecret, "secret");
  return address === null || (sealed.sealedSecret !== null && secret === null) ? "sealed" : { address, secret };
}
