import { type Db, withScope } from "@/db/connect";
import {
  deleteDelivery,
  getDelivery,
  lockUnsentDelivery,
  type StoredDelivery,
  updateDeliverySent,
} from "@/db/queries/deliveries";
import { getInvitation, updateInvitationSent } from "@/db/queries/invitations";
import { getAddress, getRecipient, listDeliveryEntries } from "@/db/queries/messages";
import { getDistrictName } from "@/db/queries/offices";
import type { GroupChannel, MailChannel } from "@/lib/domain/delivery";
import { isInvitationOpen } from "@/lib/domain/invitation";
import { FinalFailure, type JobData } from "@/lib/domain/job";
import { getOpenRobot } from "@/lib/services/change-robots";
import { invitationTokenOf } from "@/lib/services/invitation-token";

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
    const isThere = await SENDING[found.kind](tx, { ...data, ...found }, channels, clock);
    if (!isThere) return deleteDelivery(tx, { districtId, id });
    await updateDeliverySent(tx, { districtId, id, at: clock() });
  });
}

type Waiting = StoredDelivery & { districtId: string; id: string };

/** How each kind is handed to its channel; false where it has nobody, or nothing, to tell any more. */
const SENDING: Readonly<
  Record<StoredDelivery["kind"], (tx: Db, of: Waiting, channels: Channels, clock: () => Date) => Promise<boolean>>
> = { notices: sendNotices, invitation: sendInvitation, address_changed: sendAddressChanged };

async function sendNotices(tx: Db, { districtId, id, userId, robotId }: Waiting, channels: Channels): Promise<boolean> {
  const [entries, districtName] = await Promise.all([
    listDeliveryEntries(tx, { districtId, deliveryId: id }),
    getDistrictName(tx, { districtId }),
  ]);
  const delivery = { id, districtName: districtName ?? "", entries };
  if (entries.length === 0) return false;
  if (userId !== null) {
    const address = await getAddress(tx, { districtId, userId });
    if (!address) return false;
    await mailOf(channels).send({ kind: "notices", ...delivery }, address);
    return true;
  }
  const robot = await getOpenRobot(tx, { districtId, id: robotId ?? "", appSecret: channels.appSecret });
  if (!robot) return false;
  if (robot === "sealed") throw new FinalFailure("the robot was added with another NEXTAUTH_SECRET; add it again");
  await channels.group.send(delivery, robot);
  return true;
}

async function sendInvitation(tx: Db, of: Waiting, channels: Channels, clock: () => Date): Promise<boolean> {
  const { districtId, id, invitationId } = of;
  const userId = of.userId ?? "";
  const [invitation, address, districtName] = await Promise.all([
    getInvitation(tx, { districtId, userId }),
    getAddress(tx, { districtId, userId }),
    getDistrictName(tx, { districtId }),
  ]);
  if (!address || invitation?.id !== invitationId || !isInvitationOpen(invitation, clock())) return false;
  const { token } = invitationTokenOf({ districtId, userId, invitationId: invitation.id }, channels.appSecret);
  const { expiresAt } = invitation;
  const about = { id, districtName: districtName ?? "", name: address.name, token, expiresAt };
  await mailOf(channels).send({ kind: "invitation", ...about }, address);
  await updateInvitationSent(tx, { districtId, userId, id: invitation.id, at: clock() });
  return true;
}

/** Where there is no mail, nobody was ever told anything at the old address either. */
async function sendAddressChanged(tx: Db, of: Waiting, { mail }: Channels): Promise<boolean> {
  const { districtId, id, userId, address } = of;
  const [person, districtName] = await Promise.all([
    getRecipient(tx, { districtId, userId: userId ?? "" }),
    getDistrictName(tx, { districtId }),
  ]);
  if (!mail || !person || address === null) return false;
  const { name, language } = person;
  await mail.send(
    { kind: "address_changed", id, districtName: districtName ?? "", name },
    { email: address, language },
  );
  return true;
}

function mailOf({ mail }: Channels): MailChannel {
  if (!mail) throw new FinalFailure("NIANBAO_SMTP_URL is not set");
  return mail;
}
