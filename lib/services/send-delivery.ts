import { type Db, withScope } from "@/db/connect";
import { deleteDelivery, getDelivery, lockUnsentDelivery, updateDeliverySent } from "@/db/queries/deliveries";
import { getAddress, listDeliveryEntries } from "@/db/queries/messages";
import { getDistrictName } from "@/db/queries/organisations";
import type { GroupChannel, MailChannel } from "@/lib/domain/delivery";
import { FinalFailure, type JobData } from "@/lib/domain/job";
import { getOpenRobot } from "@/lib/services/change-robots";

/** The ways that messages are sent; `mail` is null where no server is named. */
export type Channels = { mail: MailChannel | null; group: GroupChannel; appSecret: string };

/**
 * Sends one message, once: its row stays locked until the server has taken it, and the lock ends with the process that
 * holds it. Only what dies between the server's last word and the note of it is sent again, under the same message id.
 *
 * @throws FinalFailure where trying again will not help; any other error where it may
 */
export async function sendDelivery(
  db: Db,
  data: JobData["send-delivery"],
  channels: Channels,
  clock: () => Date,
): Promise<void> {
  const { districtId, id } = data;
  await withScope(db, { userId: null, scope: { districtId, units: "all" } }, async (tx) => {
    const found = await getDelivery(tx, { districtId, id });
    if (!found || found.sentAt) return;
    if (!(await lockUnsentDelivery(tx, { districtId, id }))) {
      if ((await getDelivery(tx, { districtId, id }))?.sentAt === null) throw new Error("another process sends it");
      return;
    }
    const isThere = await sendTo(tx, { ...data, ...found }, channels);
    if (!isThere) return deleteDelivery(tx, { districtId, id });
    await updateDeliverySent(tx, { districtId, id, at: clock() });
  });
}

/** Hands the message to its channel; false where nobody is there any more to be told. */
async function sendTo(
  tx: Db,
  of: { districtId: string; id: string; userId: string | null; robotId: string | null },
  channels: Channels,
): Promise<boolean> {
  const { districtId, id, userId, robotId } = of;
  const [entries, districtName] = await Promise.all([
    listDeliveryEntries(tx, { districtId, deliveryId: id }),
    getDistrictName(tx, { districtId }),
  ]);
  const delivery = { id, districtName: districtName ?? "", entries };
  if (entries.length === 0) return false;
  if (userId !== null) {
    const address = await getAddress(tx, { districtId, userId });
    if (!address) return false;
    if (!channels.mail) throw new FinalFailure("NIANBAO_SMTP_URL is not set");
    await channels.mail.send(delivery, address);
    return true;
  }
  const robot = await getOpenRobot(tx, { districtId, id: robotId ?? "", appSecret: channels.appSecret });
  if (!robot) return false;
  if (robot === "sealed") throw new FinalFailure("the robot was added with another NEXTAUTH_SECRET; add it again");
  await channels.group.send(delivery, robot);
  return true;
}
